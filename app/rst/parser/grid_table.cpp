// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Grid tables: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables. Functions name those of
// docutils' `GridTableParser` (parsers/rst/tableparser.py).

#include "rst/parser/table.h"
#include "rst/parser/table_line.h"

#include <algorithm>
#include <optional>
#include <queue>
#include <tuple>
#include <utility>

namespace rst {

namespace {

/// Whether the line is the separator of head and body rows: `+=====+===+`.
[[nodiscard]] bool isGridHeadSeparator(std::string_view columns) noexcept
{
    const std::size_t end = columns.find_last_not_of(' ') + 1;
    columns = columns.substr(0, end);
    return columns.size() >= 4 && columns.starts_with("+=") && columns.ends_with("=+") &&
           columns.find_first_not_of("+=") == std::string_view::npos;
}

struct Rectangle {
    std::uint32_t top = 0;
    std::uint32_t left = 0;
    std::uint32_t bottom = 0;
    std::uint32_t right = 0;
};

/// Finds the cells of a drawing: from a cell's top left corner along its top edge, down, back and up. A cell found gives
/// the corners of its neighbours to the right and below; the uppermost, leftmost one is next.
///
/// OPTIMIZATION: how far edges reach is remembered while a cell is traced, so that each character is looked at a bounded
/// number of times. That, and that a corner without a cell ends the search, makes the whole linear.
class GridScanner
{
public:
    explicit GridScanner(std::span<const TableLine> lines)
        : m_lines(lines)
        , m_bottom(std::uint32_t(lines.size() - 1))
        , m_right(std::uint32_t(lines.front().width() - 1))
        , m_done(m_right + 1, 0)
        , m_ruleEnds(lines.size())
        , m_isRowBoundary(lines.size(), false)
        , m_isColumnBoundary(m_right + 1, false)
    {
        m_isRowBoundary[0] = true;
        m_isColumnBoundary[0] = true;
    }

    /// Whether the drawing is complete (`parse_table`, `check_parse_complete`).
    [[nodiscard]] bool scan()
    {
        using Corner = std::pair<std::uint32_t, std::uint32_t>;
        std::priority_queue<Corner, std::vector<Corner>, std::greater<>> corners;
        corners.emplace(0, 0);
        while (!corners.empty()) {
            const auto [top, left] = corners.top();
            corners.pop();
            if (top == m_bottom || left == m_right || top < m_done[left])
                continue;
            // Later corners lie further down or to the right: what has no cell now will never get one.
            const std::optional<Rectangle> cell = scanCell(top, left);
            if (!cell || !markDone(*cell))
                return false;
            noteBoundaries(*cell);
            m_cells.push_back(*cell);
            corners.emplace(top, cell->right);
            corners.emplace(cell->bottom, left);
        }
        return std::all_of(m_done.begin(), m_done.end() - 1, [this](std::uint32_t done) { return done == m_bottom; });
    }

    [[nodiscard]] std::vector<Rectangle> &cells() noexcept { return m_cells; }
    [[nodiscard]] const std::vector<bool> &rowBoundaries() const noexcept { return m_isRowBoundary; }
    [[nodiscard]] const std::vector<bool> &columnBoundaries() const noexcept { return m_isColumnBoundary; }

private:
    [[nodiscard]] char at(std::size_t row, std::size_t column) const noexcept { return m_lines[row].at(column); }

    // GridTableParser.scan_cell, with scan_right
    [[nodiscard]] std::optional<Rectangle> scanCell(std::uint32_t top, std::uint32_t left)
    {
        if (at(top, left) != '+')
            return std::nullopt;
        m_leftEdgeEnd = top;
        for (std::uint32_t right = left + 1; right <= m_right; ++right) {
            const char edge = at(top, right);
            if (edge == '+') {
                if (const std::optional<std::uint32_t> bottom = scanDown(top, left, right))
                    return Rectangle{.top = top, .left = left, .bottom = *bottom, .right = right};
            } else if (edge != '-') {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

    // GridTableParser.scan_down
    [[nodiscard]] std::optional<std::uint32_t> scanDown(std::uint32_t top, std::uint32_t left, std::uint32_t right)
    {
        for (std::uint32_t bottom = top + 1; bottom <= m_bottom; ++bottom) {
            const char edge = at(bottom, right);
            if (edge == '+') {
                if (isRule(bottom, left, right) && isLeftEdge(top, left, bottom))
                    return bottom;
            } else if (edge != '|') {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

    /// Whether row `row` is a rule from the corner at `left` to the one at `right` (`scan_left`). While a cell is traced,
    /// `right` only grows.
    [[nodiscard]] bool isRule(std::uint32_t row, std::uint32_t left, std::uint32_t right)
    {
        RuleEnd &rule = m_ruleEnds[row];
        if (rule.trace != m_trace || rule.left != left) {
            if (at(row, left) != '+')
                return false;
            rule = {.trace = m_trace, .left = left, .end = left + 1};
        }
        while (rule.end < right && (at(row, rule.end) == '-' || at(row, rule.end) == '+'))
            ++rule.end;
        return rule.end >= right;
    }

    /// Whether the left edge reaches from the corner at `top` to the one at `bottom`.
    // GridTableParser.scan_up
    [[nodiscard]] bool isLeftEdge(std::uint32_t top, std::uint32_t left, std::uint32_t bottom)
    {
        m_leftEdgeEnd = std::max(m_leftEdgeEnd, top + 1);
        while (m_leftEdgeEnd < bottom && (at(m_leftEdgeEnd, left) == '|' || at(m_leftEdgeEnd, left) == '+'))
            ++m_leftEdgeEnd;
        return m_leftEdgeEnd >= bottom;
    }

    /// Notes how much of each text column has been seen; false where cells would overlap or leave a gap (`mark_done`).
    [[nodiscard]] bool markDone(const Rectangle &cell)
    {
        for (std::uint32_t column = cell.left; column < cell.right; ++column) {
            if (m_done[column] != cell.top)
                return false;
            m_done[column] = cell.bottom;
        }
        ++m_trace;
        return true;
    }

    /// Every `+` on a cell's edge begins a row or a column, if not of this cell then of a neighbour.
    void noteBoundaries(const Rectangle &cell)
    {
        for (std::uint32_t column = cell.left + 1; column <= cell.right; ++column) {
            if (at(cell.top, column) == '+' || (column < cell.right && at(cell.bottom, column) == '+'))
                m_isColumnBoundary[column] = true;
        }
        for (std::uint32_t row = cell.top + 1; row <= cell.bottom; ++row) {
            if (at(row, cell.right) == '+' || (row < cell.bottom && at(row, cell.left) == '+'))
                m_isRowBoundary[row] = true;
        }
    }

    /// How far the rule from a corner's column reaches, as far as it has been looked at.
    struct RuleEnd {
        std::uint32_t trace = 0xffff'ffff;
        std::uint32_t left = 0;
        std::uint32_t end = 0;
    };

    std::span<const TableLine> m_lines;
    std::uint32_t m_bottom;
    std::uint32_t m_right;
    std::vector<std::uint32_t> m_done; // of each text column, the row down to which cells cover it
    std::vector<RuleEnd> m_ruleEnds;   // of each row
    std::vector<bool> m_isRowBoundary;
    std::vector<bool> m_isColumnBoundary;
    std::vector<Rectangle> m_cells;
    std::uint32_t m_trace = 0;       // counts the cells
    std::uint32_t m_leftEdgeEnd = 0; // of the cell at work: how far it reaches, as far as it has been looked at
};

/// The number of each boundary, in order.
[[nodiscard]] std::vector<std::uint32_t> numbered(const std::vector<bool> &boundaries)
{
    std::vector<std::uint32_t> numbers(boundaries.size());
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < boundaries.size(); ++i)
        numbers[i] = boundaries[i] ? count++ : count;
    return numbers;
}

/// Rows and columns made of the cells that were found (docutils' `structure_from_cells`).
[[nodiscard]] ParsedTable tableFrom(GridScanner &scanner, std::span<const TableLine> lines, Lines block,
                                    LineArena &arena, std::size_t headSeparator)
{
    ParsedTable table;
    std::uint32_t previous = 0;
    const std::vector<bool> &columns = scanner.columnBoundaries();
    for (std::uint32_t column = 1; column < columns.size(); ++column) {
        if (!columns[column])
            continue;
        table.columnWidths.push_back(column - previous - 1);
        previous = column;
    }
    const std::vector<std::uint32_t> rowNumbers = numbered(scanner.rowBoundaries());
    const std::vector<std::uint32_t> columnNumbers = numbered(columns);
    table.rows.resize(rowNumbers.back()); // the last line is a boundary, but begins no row
    std::ranges::sort(scanner.cells(), {}, [](const Rectangle &cell) { return std::tuple(cell.top, cell.left); });
    for (const Rectangle &cell : scanner.cells()) {
        const std::uint32_t row = rowNumbers[cell.top];
        if (table.rows[row].cellCount++ == 0)
            table.rows[row].firstCell = std::uint32_t(table.cells.size());
        const std::size_t first = cell.top + 1;
        const std::size_t count = cell.bottom - first;
        table.cells.push_back({.moreRows = rowNumbers[cell.bottom] - row - 1,
                               .moreColumns = columnNumbers[cell.right] - columnNumbers[cell.left] - 1,
                               .lineOffset = cell.top + 1,
                               .lines = cutBlock(arena, lines.subspan(first, count), block.subspan(first, count),
                                                 cell.left + 1, cell.right)});
    }
    table.headRowCount = headSeparator == 0 ? 0 : rowNumbers[headSeparator];
    return table;
}

} // namespace

std::expected<ParsedTable, TableError> parseGridTable(ParseContext &context, Lines block)
{
    constexpr auto incomplete = [] {
        return std::unexpected(TableError{.message = "Malformed table; parse incomplete."});
    };
    if (block.size() == 1)
        return ParsedTable{}; // a border alone is a table without columns, for docutils too
    if (block.empty() || block.front().text.size() < 2)
        return incomplete();
    std::vector<TableLine> lines = tableLines(block);
    const std::expected<std::size_t, TableError> headSeparator = findHeadSeparator(lines, isGridHeadSeparator);
    if (!headSeparator)
        return std::unexpected(headSeparator.error());
    GridScanner scanner(lines);
    if (!scanner.scan())
        return incomplete();
    return tableFrom(scanner, lines, block, context.lines, *headSeparator);
}

} // namespace rst
