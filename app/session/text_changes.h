// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"

#include <QString>

#include <vector>

namespace session {

/// What has to change in `before` to make it `after`: apart from one another, in the order of the text, found by lines and
/// then trimmed to what differs in them. So a cursor, a mark, or a place of the view stays where it was.
[[nodiscard]] std::vector<TextChange> textChanges(const QString &before, const QString &after);

} // namespace session
