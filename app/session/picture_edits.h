// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <QString>

#include <functional>

namespace session {

/// Shows a picture, `name` as the post writes it: in the `figure` or `image` at `position`, if `isThere` says that its own
/// picture is missing, as a template's is; otherwise in a new figure after the paragraph there. Selects the description
/// where it is still to be written.
[[nodiscard]] MarkupEdit shownPicture(const QString &text, int position, const QString &name,
                                      const std::function<bool(const QString &address)> &isThere);

} // namespace session
