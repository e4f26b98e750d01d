// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Simple tables: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables. Functions name those of
// docutils' `SimpleTableParser` (parsers/rst/tableparser.py).

#include "rst/parser/table.h"
#include "rst/parser/table_line.h"

#include <algorithm>
#include <format>
#include <optional>

namespace rst {

namespace {

[[nodiscard]] bool isLineOf(std::string_view columns, char first, std::string_view others) noexcept
{
    return columns.starts_with(first) && columns.find_first_not_of(others) == std::string_view::npos;
}

[[nodiscard]] bool isSimpleHeadSeparator(std::string_view columns) noexcept
{
    return isLineOf(columns, '=', "= ");
}

[[nodiscard]] bool isRule(std::string_view columns) noexcept
{
    return isLineOf(columns, '-', "- ");
}

/// Where a column's text stands.
struct Column {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// SimpleTableParser.parse_columns
[[nodiscard]] std::vector<Column> columnsOfRule(std::string_view rule)
{
    std::vector<Column> columns;
    for (std::size_t begin = rule.find('-'); begin != std::string_view::npos;) {
        const std::size_t end = std::min(rule.find(' ', begin), rule.size());
        columns.push_back({.begin = begin, .end = end});
        begin = rule.find('-', end);
    }
    return columns;
}

/// Cuts a table into rows, and rows into cells. Rows end at a rule and where the first column has text again.
class SimpleTableScanner
{
public:
    SimpleTableScanner(LineArena &arena, std::span<const TableLine> lines, Lines block)
        : m_arena(arena)
        , m_lines(lines)
        , m_block(block)
        , m_columns(columnsOfRule(lines.front().columns()))
        , m_borderEnd(m_columns.back().end)
    {
    }

    // SimpleTableParser.parse_table
    [[nodiscard]] std::expected<ParsedTable, TableError> scan(std::size_t headSeparator)
    {
        const Column first = m_columns.front();
        std::size_t start = 1;
        bool hasText = false;
        for (std::size_t i = 1; i < m_lines.size(); ++i) {
            if (isRule(m_lines[i].columns())) {
                if (!parseRow(start, i, i))
                    return std::unexpected(m_error);
                start = i + 1;
                hasText = false;
            } else if (!m_lines[i].isBlank(first.begin, first.end)) {
                if (hasText && i != start && !parseRow(start, i, std::nullopt))
                    return std::unexpected(m_error);
                start = i;
                hasText = true;
            } else if (!hasText) {
                start = i + 1;
            }
        }
        return finish(headSeparator);
    }

private:
    [[nodiscard]] bool fail(std::string message, std::size_t offset)
    {
        m_error = {.message = std::move(message), .offset = std::uint32_t(offset)};
        return false;
    }

    /// Makes a row of the lines from `start` to `end`; `rule` is the line of dashes that ends it, if there is one
    /// (`parse_row`).
    [[nodiscard]] bool parseRow(std::size_t start, std::size_t end, std::optional<std::size_t> rule)
    {
        if (start == end && !rule)
            return true;
        std::vector<Column> columns = m_columns;
        if (rule) {
            columns = columnsOfRule(m_lines[*rule].columns());
            if (columns.back().end != m_borderEnd)
                return fail(std::format("Column span incomplete in table line {}.", *rule + 1), *rule);
            columns.back().end = m_columns.back().end; // the last column has no bound to the right
        }
        return checkColumns(start, end, columns) && addRow(start, end, columns);
    }

    /// Only the last column may have text beyond its end: it grows (`check_columns`).
    [[nodiscard]] bool checkColumns(std::size_t start, std::size_t end, std::span<Column> columns)
    {
        for (std::size_t i = start; i < end; ++i) {
            if (!m_lines[i].uncombined().empty()) {
                m_stripped.assign(m_lines.begin() + std::ptrdiff_t(start), m_lines.begin() + std::ptrdiff_t(end));
                for (TableLine &line : m_stripped) {
                    if (!line.uncombined().empty())
                        line = line.withoutCombining();
                }
                return checkColumnsOf(m_stripped, start, columns);
            }
        }
        return checkColumnsOf(m_lines.subspan(start, end - start), start, columns);
    }

    [[nodiscard]] bool checkColumnsOf(std::span<const TableLine> lines, std::size_t start, std::span<Column> columns)
    {
        for (std::size_t column = 0; column + 1 < columns.size(); ++column) {
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (!lines[i].isBlank(columns[column].end, columns[column + 1].begin))
                    return fail(std::format("Text in column margin in table line {}.", start + i + 1), start + i);
            }
        }
        Column &last = columns.back();
        const std::size_t bound = last.end;
        for (const TableLine &line : lines) {
            if (line.isBlank(bound, line.width()))
                continue;
            const std::string_view text = line.columns();
            const std::size_t textEnd =
                std::size_t(std::ranges::find_if_not(text.rbegin(), text.rend(), isColumnSpace).base() - text.begin());
            m_columns.back().end = std::max(m_columns.back().end, textEnd);
            last.end = m_columns.back().end;
        }
        return true;
    }

    // SimpleTableParser.init_row
    [[nodiscard]] bool addRow(std::size_t start, std::size_t end, std::span<const Column> columns)
    {
        m_table.rows.push_back(
            {.firstCell = std::uint32_t(m_table.cells.size()), .cellCount = std::uint32_t(columns.size())});
        std::size_t i = 0;
        for (const Column &column : columns) {
            const std::size_t first = i;
            bool isAligned = i < m_columns.size() && column.begin == m_columns[i].begin;
            while (isAligned && column.end != m_columns[i].end)
                isAligned = ++i < m_columns.size();
            if (!isAligned)
                return fail(std::format("Column span alignment problem in table line {}.", start + 2), start + 1);
            m_table.cells.push_back({.moreColumns = std::uint32_t(i - first),
                                     .lineOffset = std::uint32_t(start),
                                     .lines = cutBlock(m_arena, m_lines.subspan(start, end - start),
                                                       m_block.subspan(start, end - start), column.begin, column.end)});
            ++i;
        }
        return true;
    }

    // SimpleTableParser.structure_from_cells
    [[nodiscard]] ParsedTable finish(std::size_t headSeparator)
    {
        for (const Column &column : m_columns)
            m_table.columnWidths.push_back(std::uint32_t(column.end - column.begin));
        if (headSeparator != 0) {
            // Without rows after the separator there is no head either.
            const auto body = std::ranges::find_if(m_table.rows, [&](const ParsedTable::Row &row) {
                return m_table.cells[row.firstCell].lineOffset > headSeparator;
            });
            m_table.headRowCount = body == m_table.rows.end() ? 0 : std::size_t(body - m_table.rows.begin());
        }
        return std::move(m_table);
    }

    LineArena &m_arena;
    std::span<const TableLine> m_lines;
    Lines m_block;
    std::vector<Column> m_columns; // as the top border has them; the last one grows with overflowing text
    std::size_t m_borderEnd;
    std::vector<TableLine> m_stripped = {};
    ParsedTable m_table = {};
    TableError m_error = {};
};

} // namespace

std::expected<ParsedTable, TableError> parseSimpleTable(ParseContext &context, Lines block)
{
    std::vector<TableLine> lines = tableLines(block);
    lines.front().readAsRule();
    lines.back().readAsRule();
    const std::expected<std::size_t, TableError> headSeparator = findHeadSeparator(lines, isSimpleHeadSeparator);
    if (!headSeparator)
        return std::unexpected(headSeparator.error());
    return SimpleTableScanner(context.lines, lines, block).scan(*headSeparator);
}

} // namespace rst
