// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace session {

/// Shows pictures, `names` as the post writes them, one below the other: the first in the `figure` or `image` at `position`,
/// if `isThere` says that its own picture is missing, as a template's is; the others in new figures after that, or after the
/// paragraph there. Selects the first description that is still to be written.
[[nodiscard]] MarkupEdit shownPictures(const QString &text, int position, const QStringList &names,
                                       const std::function<bool(const QString &address)> &isThere);

} // namespace session
