// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/block_parser.h"
#include "rst/parser/table.h"

#include <algorithm>

namespace rst {

namespace {

/// docutils' `Body.build_table`.
class TableBuilder
{
public:
    TableBuilder(ParseContext &context, const ParsedTable &table, std::uint32_t tableLine)
        : m_context(context)
        , m_document(context.document)
        , m_table(table)
        , m_tableLine(tableLine)
    {
    }

    [[nodiscard]] NodeId build(Span span, std::int64_t stubColumns, ColumnWidths widths)
    {
        const NodeId table = m_document.create(NodeKind::Table, span);
        if (widths != ColumnWidths::Unspecified) {
            m_document.addAttribute(table, AttributeName::Classes,
                                    widths == ColumnWidths::Auto ? "colwidths-auto" : "colwidths-given");
        }
        const NodeId group = m_document.append(table, NodeKind::Tgroup, span);
        m_document.setAttribute(group, AttributeName::Cols, std::int64_t(m_table.columnWidths.size()));
        for (const std::uint32_t width : m_table.columnWidths) {
            const NodeId column = m_document.append(group, NodeKind::Colspec);
            m_document.setAttribute(column, AttributeName::Colwidth, std::int64_t(width));
            if (stubColumns-- > 0)
                m_document.setAttribute(column, AttributeName::Stub, std::int64_t(1));
        }
        const std::span<const ParsedTable::Row> rows = m_table.rows;
        if (m_table.headRowCount != 0)
            addRows(m_document.append(group, NodeKind::Thead), rows.first(m_table.headRowCount));
        addRows(m_document.append(group, NodeKind::Tbody), rows.subspan(m_table.headRowCount));
        return table;
    }

private:
    // Body.build_table_row, for each of them
    void addRows(NodeId part, std::span<const ParsedTable::Row> rows)
    {
        for (const ParsedTable::Row &row : rows) {
            const NodeId rowNode = m_document.append(part, NodeKind::Row);
            Span rowSpan;
            for (const TableCell &cell : std::span(m_table.cells).subspan(row.firstCell, row.cellCount)) {
                const Span span = addEntry(rowNode, cell);
                if (!span.isEmpty())
                    rowSpan = rowSpan.isEmpty()
                                  ? span
                                  : Span{std::min(rowSpan.begin, span.begin), std::max(rowSpan.end, span.end)};
            }
            m_document.setSpan(rowNode, rowSpan);
        }
    }

    Span addEntry(NodeId row, const TableCell &cell)
    {
        const Lines lines = trimmedBlank(cell.lines);
        const Span span = lines.empty() ? Span() : spanOf(m_document.sources(), lines);
        const NodeId entry = m_document.append(row, NodeKind::Entry, span);
        if (cell.moreRows != 0)
            m_document.setAttribute(entry, AttributeName::Morerows, std::int64_t(cell.moreRows));
        if (cell.moreColumns != 0)
            m_document.setAttribute(entry, AttributeName::Morecols, std::int64_t(cell.moreColumns));
        if (!lines.empty())
            m_context.blocks->nestedParse(cell.lines, entry, SectionTitles::NotAllowed,
                                          m_tableLine + cell.lineOffset + 1);
        return span;
    }

    ParseContext &m_context;
    Document &m_document;
    const ParsedTable &m_table;
    std::uint32_t m_tableLine;
};

} // namespace

NodeId buildTable(ParseContext &context, const ParsedTable &table, std::uint32_t tableLine, Span span,
                  std::int64_t stubColumns, ColumnWidths widths)
{
    return TableBuilder(context, table, tableLine).build(span, stubColumns, widths);
}

} // namespace rst
