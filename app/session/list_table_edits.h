// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <QString>

#include <optional>

namespace session {

/// Return at the end of a cell of a `list-table`: the next cell, or the next row where this one has as many cells as the
/// first. An empty cell makes way for the next row, an empty row for what follows the table. Nothing where the cursor is
/// elsewhere.
[[nodiscard]] std::optional<MarkupEdit> continuedListTable(const QString &text, int position);

} // namespace session
