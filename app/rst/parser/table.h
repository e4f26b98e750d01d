// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/parse_context.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <vector>

namespace rst {

/// One cell. A place that another cell's span covers has none.
struct TableCell {
    std::uint32_t moreRows = 0;    // rows that the cell takes beyond its own
    std::uint32_t moreColumns = 0; // columns likewise
    std::uint32_t lineOffset = 0;  // of the cell's first line, counted from the table's first line
    std::span<Line> lines = {};    // cut out of the table: views into the source, kept in ParseContext::lines
};

/// A table without its drawing: docutils' data structure of a table (parsers/rst/tableparser.py).
struct ParsedTable {
    /// A row's cells: `cells[firstCell]` to `cells[firstCell + cellCount - 1]`.
    struct Row {
        std::uint32_t firstCell = 0;
        std::uint32_t cellCount = 0;
    };

    std::vector<std::uint32_t> columnWidths = {};
    std::size_t headRowCount = 0; // the rows before the head/body row separator
    std::vector<Row> rows = {};
    std::vector<TableCell> cells = {};
};

/// Why a table is malformed (docutils' `TableMarkupError`): what docutils' message says below "Malformed table.", and the
/// line that it means, counted from the table's first line.
struct TableError {
    std::string message = {};
    std::uint32_t offset = 0;
};

/// Parses a grid table (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables).
/// `block` is the isolated table: its edges checked, indentation and trailing blanks gone. In time linear in its size.
[[nodiscard]] std::expected<ParsedTable, TableError> parseGridTable(ParseContext &context, Lines block);

/// Parses a simple table (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables),
/// `block` being its lines from top border to bottom border.
[[nodiscard]] std::expected<ParsedTable, TableError> parseSimpleTable(ParseContext &context, Lines block);

/// What the option `:widths:` says about who gives the columns' widths.
enum class ColumnWidths : std::uint8_t { Unspecified, Auto, Given };

/// The table element of a parsed table, detached; the contents of cells are parsed into their entries
/// (docutils' `Body.build_table`).
///
/// `tableLine` is docutils' line number of the table's first line. In messages a cell's lines are numbered from
/// `tableLine + lineOffset + 1`, one too high, as docutils has it.
[[nodiscard]] NodeId buildTable(ParseContext &context, const ParsedTable &table, std::uint32_t tableLine, Span span,
                                std::int64_t stubColumns = 0, ColumnWidths widths = ColumnWidths::Unspecified);

} // namespace rst
