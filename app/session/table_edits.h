// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <QString>

#include <cstdint>

namespace session {

/// Draws the table at the position anew, each column as wide as its widest cell. No changes where there is no table, or
/// one with cells that span others.
[[nodiscard]] MarkupEdit alignedTable(const QString &text, int position);

enum class CellStep : std::uint8_t { Next, Previous };

/// Goes to another cell of the table at the position and selects what is in it; the table is aligned on the way. After
/// the last cell comes a new row. No changes and no selection where there is no table.
[[nodiscard]] MarkupEdit enteredCell(const QString &text, int position, CellStep step);

/// Puts an empty row below the one at the position, or an empty column after it.
[[nodiscard]] MarkupEdit insertedRow(const QString &text, int position);
[[nodiscard]] MarkupEdit insertedColumn(const QString &text, int position);

/// Puts a new grid table with a row of headings after the paragraph at the cursor; the first heading is selected.
[[nodiscard]] MarkupEdit insertedTable(const QString &text, TextRange selection, int rows, int columns);

} // namespace session
