// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_positions.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace session {

/// One line of a table: a rule, or a line of text in each cell.
struct TableLine {
    QChar rule = {};        // what it is drawn with; null for a line of text
    QStringList cells = {}; // as many as there are columns; empty for a rule
    bool isBlank = false;   // parts rows of a simple table
};

/// A place in a table.
struct TablePlace {
    int line = 0;   // among TextTable::lines
    int column = 0; // of the table
    int offset = 0; // in the cell's text
};

/// A grid table or simple table as it stands in the text, perhaps half typed and ragged. Cells that span rows or columns
/// are not known here: such a table is none.
struct TextTable {
    enum class Kind : std::uint8_t { Grid, Simple };

    Kind kind = Kind::Grid;
    TextRange range = {}; // whole lines, without the last line end
    int indent = 0;
    int columns = 0;
    std::vector<TableLine> lines = {};
};

/// The table that a position is in.
[[nodiscard]] std::optional<TextTable> tableAt(const QString &text, int position);

/// Where a position is in a table; the nearest cell for one on a rule.
[[nodiscard]] TablePlace placeIn(const TextTable &table, const QString &text, int position);

/// A table, drawn with each column as wide as its widest cell by docutils' count of columns.
struct DrawnTable {
    QString text = {};
    std::vector<int> lineBegins = {};              // in `text`
    std::vector<std::vector<int>> cellBegins = {}; // of each line, in `text`; empty for rules
};

[[nodiscard]] DrawnTable drawn(const TextTable &table);

} // namespace session
