// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_tables.h"

#include "readers/gumbo_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace readers {

namespace {

/// A table that is wider is no table for readers, and a few bytes may ask for any width.
constexpr std::size_t mostColumns = 100;
/// A few bytes may make rows that all have as many places as the widest one.
constexpr std::size_t mostPlaces = 200'000;

/// The number of an attribute such as `colspan`; 1 where it is none.
std::size_t spanOf(const GumboNode *cell, const char *name)
{
    const std::string_view text = attributeOf(cell, name);
    std::size_t number = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? number : 1;
}

TableCell cellOf(const GumboNode *node)
{
    const std::size_t rows = spanOf(node, "rowspan"); // 0 stands for all that follow
    return {.node = node,
            .columns = std::clamp<std::size_t>(spanOf(node, "colspan"), 1, mostColumns + 1),
            .rows = rows == 0 ? std::size_t(65534) : rows};
}

bool isHeading(const TableCell &cell)
{
    return isElement(cell.node, GUMBO_TAG_TH);
}

/// Puts cells into their places, and leaves out what none starts in.
class TablePlacer
{
public:
    explicit TablePlacer(TableLayout &layout)
        : m_layout(layout)
        , m_taken(layout.rows.size())
        , m_starts(m_taken.size())
        , m_groupEnds(m_taken.size())
    {
    }

    /// Says whether the table is narrow enough to be drawn.
    bool run();

private:
    void findGroups();
    [[nodiscard]] bool isFree(std::size_t row, std::size_t column, std::size_t width) const;
    bool place(std::size_t row);
    void findMissing();
    void leaveOutEmpty();

    TableLayout &m_layout;
    std::vector<std::vector<bool>> m_taken;         // of each row, its columns
    std::vector<std::vector<std::size_t>> m_starts; // of each row, the columns of its cells
    std::vector<std::size_t> m_groupEnds;           // of each row, where the rows end that its cells can reach
    std::vector<bool> m_begins;                     // of each column, whether anything starts there
};

void TablePlacer::findGroups()
{
    for (std::size_t row = m_groupEnds.size(); row-- > 0;) {
        const bool goesOn = row + 1 < m_groupEnds.size() && row + 1 != m_layout.headRows &&
                            m_layout.rows[row].node->parent == m_layout.rows[row + 1].node->parent;
        m_groupEnds[row] = goesOn ? m_groupEnds[row + 1] : row + 1;
    }
}

bool TablePlacer::isFree(std::size_t row, std::size_t column, std::size_t width) const
{
    const std::vector<bool> &taken = m_taken[row];
    for (std::size_t at = column; at < std::min(column + width, taken.size()); ++at) {
        if (taken[at])
            return false;
    }
    return true;
}

bool TablePlacer::place(std::size_t row)
{
    std::size_t column = 0;
    for (TableCell &cell : m_layout.rows[row].cells) {
        while (!isFree(row, column, 1))
            ++column;
        while (cell.columns > 1 && !isFree(row, column, cell.columns))
            --cell.columns;
        if (column + cell.columns > mostColumns)
            return false;
        if (cell.rows > 1)
            cell.rows = std::min(cell.rows, m_groupEnds[row] - row);
        std::size_t end = row;
        while (end < row + cell.rows && isFree(end, column, cell.columns)) {
            m_taken[end].resize(std::max(m_taken[end].size(), column + cell.columns));
            std::fill_n(m_taken[end].begin() + std::ptrdiff_t(column), cell.columns, true);
            ++end;
        }
        cell.rows = end - row;
        m_starts[row].push_back(column);
        column += cell.columns;
        m_layout.columns = std::max(m_layout.columns, column);
    }
    return true;
}

void TablePlacer::findMissing()
{
    m_begins.assign(m_layout.columns, false);
    for (std::size_t row = 0; row < m_taken.size(); ++row) {
        for (const std::size_t column : m_starts[row])
            m_begins[column] = true;
        m_taken[row].resize(m_layout.columns);
        for (std::size_t column = 0; column < m_layout.columns; ++column) {
            if (m_taken[row][column])
                continue;
            ++m_layout.rows[row].missing;
            m_begins[column] = true;
        }
    }
}

void TablePlacer::leaveOutEmpty()
{
    const auto isEmpty = [](const TableRow &row) { return row.cells.empty() && row.missing == 0; };
    for (std::size_t row = 0; row < m_layout.rows.size(); ++row) {
        for (std::size_t i = 0; i < m_starts[row].size(); ++i) {
            TableCell &cell = m_layout.rows[row].cells[i];
            const auto column = m_begins.begin() + std::ptrdiff_t(m_starts[row][i]);
            cell.columns = std::size_t(std::count(column, column + std::ptrdiff_t(cell.columns), true));
            const auto below = m_layout.rows.begin() + std::ptrdiff_t(row);
            cell.rows -= std::size_t(std::count_if(below, below + std::ptrdiff_t(cell.rows), isEmpty));
        }
    }
    m_layout.columns = std::size_t(std::ranges::count(m_begins, true));
    const auto headEnd = m_layout.rows.begin() + std::ptrdiff_t(m_layout.headRows);
    m_layout.headRows -= std::size_t(std::count_if(m_layout.rows.begin(), headEnd, isEmpty));
    std::erase_if(m_layout.rows, isEmpty);
}

bool TablePlacer::run()
{
    findGroups();
    for (std::size_t row = 0; row < m_layout.rows.size(); ++row) {
        if (!place(row))
            return false;
    }
    if (m_layout.rows.size() * m_layout.columns > mostPlaces)
        return false;
    findMissing();
    leaveOutEmpty();
    return true;
}

/// The table's rows in the order of the page, with their cells. Says whether it is one of data: those for looks hold pictures
/// or tables.
bool readRows(const GumboNode *table, TableLayout &layout)
{
    bool isData = attributeOf(table, "role") != "presentation";
    everyNode(table, [&](const GumboNode *here) {
        if (here->type != GUMBO_NODE_ELEMENT)
            return true;
        switch (here->v.element.tag) {
        case GUMBO_TAG_TABLE: isData = isData && here == table; break;
        case GUMBO_TAG_IMG: isData = false; break;
        case GUMBO_TAG_CAPTION: layout.caption = here; return false;
        case GUMBO_TAG_TR: layout.rows.push_back({.node = here}); break;
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            if (!layout.rows.empty())
                layout.rows.back().cells.push_back(cellOf(here));
            break;
        default: break;
        }
        return isData;
    });
    return isData;
}

} // namespace

TableLayout tableLayout(const GumboNode *table)
{
    TableLayout layout;
    if (!readRows(table, layout))
        return layout;
    const auto isOf = [](const TableRow &row, GumboTag group) { return isElement(row.node->parent, group); };
    std::erase_if(layout.rows, [](const TableRow &row) { return row.cells.empty(); });
    std::ranges::stable_partition(layout.rows, [&](const TableRow &row) { return !isOf(row, GUMBO_TAG_TFOOT); });
    std::ranges::stable_partition(layout.rows, [&](const TableRow &row) { return isOf(row, GUMBO_TAG_THEAD); });
    const auto isHead = [&](const TableRow &row) {
        return isOf(row, GUMBO_TAG_THEAD) || std::ranges::all_of(row.cells, isHeading);
    };
    layout.headRows = std::size_t(std::ranges::find_if_not(layout.rows, isHead) - layout.rows.begin());
    if (layout.headRows == layout.rows.size())
        layout.headRows = 0;

    layout.isData = TablePlacer(layout).run() && layout.columns > 1;
    return layout;
}

} // namespace readers
