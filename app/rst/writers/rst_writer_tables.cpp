// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/rst_block_writer.h"
#include "rst/writers/rst_table_parts.h"

#include <algorithm>
#include <format>

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables

namespace rst {

namespace {

/// A cell of the grid and what stands in it.
struct Cell {
    std::size_t row = 0, column = 0;
    std::size_t rows = 1, columns = 1;
    std::vector<std::string> lines = {};
};

struct Grid {
    std::vector<Cell> cells = {};
    std::size_t rows = 0, columns = 0;
    std::size_t headRows = 0;
};

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::size_t widthOf(const Cell &cell)
{
    std::size_t width = 0;
    for (const std::string &line : cell.lines)
        width = std::max(width, columnWidth(line));
    return width;
}

/// The widths of columns and the heights of rows that give every cell its room.
struct Sizes {
    std::vector<std::size_t> widths = {}, heights = {};

    explicit Sizes(const Grid &grid) : widths(grid.columns, 3), heights(grid.rows, 1)
    {
        for (const Cell &cell : grid.cells) {
            if (cell.columns == 1)
                widths[cell.column] = std::max(widths[cell.column], widthOf(cell) + 2);
            if (cell.rows == 1)
                heights[cell.row] = std::max(heights[cell.row], cell.lines.size());
        }
        // What spans several is given to the last of them.
        for (const Cell &cell : grid.cells) {
            grow(widths, cell.column, cell.columns, widthOf(cell) + 2);
            grow(heights, cell.row, cell.rows, cell.lines.size());
        }
    }

    static void grow(std::vector<std::size_t> &sizes, std::size_t first, std::size_t count, std::size_t wanted)
    {
        std::size_t have = count - 1; // the lines between
        for (std::size_t i = first; i < first + count; ++i)
            have += sizes[i];
        if (wanted > have)
            sizes[first + count - 1] += wanted - have;
    }
};

class Drawing
{
public:
    explicit Drawing(const Grid &grid)
        : m_grid(grid)
        , m_sizes(grid)
        , m_owner(grid.rows * grid.columns, npos)
        , m_isBare(grid.columns + 1)
    {
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            const Cell &cell = grid.cells[i];
            for (std::size_t row = cell.row; row < cell.row + cell.rows; ++row) {
                for (std::size_t column = cell.column; column < cell.column + cell.columns; ++column)
                    m_owner[row * grid.columns + column] = i;
            }
        }
        m_firstLines.resize(grid.rows);
        for (std::size_t column = 1; column < grid.columns; ++column)
            m_isBare[column] = isBare(column);
    }

    [[nodiscard]] std::vector<std::string> draw()
    {
        std::vector<std::string> out;
        for (std::size_t row = 0; row < m_grid.rows; ++row) {
            m_firstLines[row] = out.size() + 1;
            out.push_back(border(row, out.size()));
            for (std::size_t i = 0; i < m_sizes.heights[row]; ++i)
                out.push_back(content(row, out.size()));
        }
        out.push_back(border(m_grid.rows, out.size()));
        return out;
    }

private:
    static constexpr std::size_t npos = std::size_t(-1);

    [[nodiscard]] std::size_t owner(std::size_t row, std::size_t column) const
    {
        return row < m_grid.rows && column < m_grid.columns ? m_owner[row * m_grid.columns + column] : npos;
    }

    /// Whether no cell begins at a column: only the lines between rows can say that there is one.
    [[nodiscard]] bool isBare(std::size_t column) const
    {
        for (std::size_t row = 0; row < m_grid.rows; ++row) {
            if (owner(row, column - 1) != owner(row, column))
                return false;
        }
        return true;
    }

    /// The text of a cell in a line of the drawing, as wide as the columns it spans.
    [[nodiscard]] std::string cellLine(std::size_t cellIndex, std::size_t line) const
    {
        const Cell &cell = m_grid.cells[cellIndex];
        std::size_t width = cell.columns - 1;
        for (std::size_t column = cell.column; column < cell.column + cell.columns; ++column)
            width += m_sizes.widths[column];
        const std::size_t at = line - m_firstLines[cell.row];
        std::string text = at < cell.lines.size() && !cell.lines[at].empty() ? " " + cell.lines[at] : "";
        text.append(width - std::min(width, columnWidth(text)), ' ');
        return text;
    }

    [[nodiscard]] std::string content(std::size_t row, std::size_t line) const
    {
        std::string text = "|";
        for (std::size_t column = 0; column < m_grid.columns;) {
            const std::size_t cell = owner(row, column);
            if (cell == npos) {
                text.append(m_sizes.widths[column], ' ');
                ++column;
            } else {
                text += cellLine(cell, line);
                column += m_grid.cells[cell].columns;
            }
            text += '|';
        }
        return text;
    }

    /// The line above `row`.
    [[nodiscard]] std::string border(std::size_t row, std::size_t line) const
    {
        const char dash = row != 0 && row == m_grid.headRows ? '=' : '-';
        std::string text;
        const bool isInside = row > 0 && row < m_grid.rows;
        bool hasLine = !isInside;
        for (std::size_t column = 0; isInside && column < m_grid.columns; ++column)
            hasLine = hasLine || owner(row, column) != owner(row - 1, column);
        for (std::size_t column = 0; column <= m_grid.columns; ++column) {
            const bool spansRow = row > 0 && column < m_grid.columns && owner(row, column) != npos &&
                                  owner(row, column) == owner(row - 1, column);
            const auto isLine = [&](std::size_t at) {
                return at < m_grid.columns && !(row > 0 && row < m_grid.rows && owner(row, at) != npos &&
                                                owner(row, at) == owner(row - 1, at));
            };
            const bool left = column > 0 && isLine(column - 1), right = isLine(column);
            const bool up = row > 0 && (column == 0 || column == m_grid.columns ||
                                        owner(row - 1, column - 1) != owner(row - 1, column));
            const bool down = row < m_grid.rows &&
                              (column == 0 || column == m_grid.columns || owner(row, column - 1) != owner(row, column));
            const bool isOuter = column == 0 || column == m_grid.columns;
            if (((left || right) && (up || down || !(left && right) || m_isBare[column])) ||
                (!hasLine && isOuter)) // where all cells go on, too
                text += '+';
            else if (left && right)
                text += dash;
            else
                text += up || down ? '|' : ' ';
            if (column == m_grid.columns)
                break;
            if (spansRow) {
                const std::size_t cell = owner(row, column);
                text += cellLine(cell, line);
                column += m_grid.cells[cell].columns - 1;
            } else {
                text.append(m_sizes.widths[column], dash);
            }
        }
        return text;
    }

    const Grid &m_grid;
    Sizes m_sizes;
    std::vector<std::size_t> m_owner;
    std::vector<bool> m_isBare; // by column
    std::vector<std::size_t> m_firstLines;
};

} // namespace

void RstBlockWriter::writeGridTable(const TableParts &parts)
{
    Grid grid = {.rows = parts.rows.size(), .columns = parts.columns.size(), .headRows = parts.headRows};
    std::vector<bool> taken(grid.rows * grid.columns);
    for (std::size_t row = 0; row < grid.rows; ++row) {
        std::size_t column = 0;
        for (const NodeRef entry : parts.rows[row].children()) {
            while (column < grid.columns && taken[row * grid.columns + column])
                ++column;
            if (column == grid.columns)
                break;
            Cell cell = {.row = row, .column = column, .lines = linesOf(writeAlone(entry))};
            cell.rows = std::min(grid.rows - row, std::size_t(entry.number(AttributeName::Morerows)) + 1);
            cell.columns = std::min(grid.columns - column, std::size_t(entry.number(AttributeName::Morecols)) + 1);
            for (std::size_t y = row; y < row + cell.rows; ++y) {
                for (std::size_t x = column; x < column + cell.columns; ++x)
                    taken[y * grid.columns + x] = true;
            }
            column += cell.columns;
            grid.cells.push_back(std::move(cell));
        }
    }
    if (grid.rows == 0 || grid.columns == 0) {
        line("+---+"); // all that is left of it
        return;
    }
    for (const std::string &text : Drawing(grid).draw())
        line(trimmedRight(text));
}

} // namespace rst
