// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/html_writer.h"

#include <format>
#include <numeric>
#include <string>

namespace rst {

Walk HtmlWriter::visitTable(NodeRef table)
{
    m_tables.push_back({.table = table});
    StartTag start = tag("table", table);
    std::string align;
    std::string style;
    if (table.hasAttribute(AttributeName::Align)) {
        align = std::string("align-").append(table.attribute(AttributeName::Align));
        start.classesFirst(align);
    }
    if (table.hasAttribute(AttributeName::Width)) {
        style = std::string("width: ").append(table.attribute(AttributeName::Width)).append(";");
        start.attribute("style", style);
    }
    start.write("\n");
    return intoTag("table", "\n");
}

Walk HtmlWriter::visitTgroup(NodeRef)
{
    if (!m_tables.empty()) {
        m_tables.back().stubs.clear();
        m_tables.back().widths.clear();
    }
    return into();
}

Walk HtmlWriter::visitColspec(NodeRef colspec)
{
    if (!m_tables.empty()) {
        m_tables.back().stubs.push_back(colspec.number(AttributeName::Stub) != 0);
        m_tables.back().widths.push_back(colspec.number(AttributeName::Colwidth));
    }
    return into();
}

/// Widths are written only where the author gave them.
void HtmlWriter::writeColumnGroup(const NodeRef &lastColspec)
{
    if (m_tables.empty())
        return;
    const TableState &state = m_tables.back();
    if (state.table.hasItem(AttributeName::Classes, "colwidths-auto") ||
        !state.table.hasItem(AttributeName::Classes, "colwidths-given"))
        return;
    tag("colgroup", lastColspec).write("\n");
    const auto total = double(std::accumulate(state.widths.begin(), state.widths.end(), std::int64_t(0)));
    for (const std::int64_t width : state.widths) {
        const std::string style = std::format("width: {:.1f}%", total == 0 ? 0.0 : double(width) / total * 100);
        tag("col", NodeRef()).attribute("style", style).writeEmpty("\n");
    }
    raw("</colgroup>\n");
}

Walk HtmlWriter::visitThead(NodeRef head)
{
    return blockElement("thead", head);
}

Walk HtmlWriter::visitTbody(NodeRef body)
{
    return blockElement("tbody", body);
}

Walk HtmlWriter::visitRow(NodeRef row)
{
    if (!m_tables.empty())
        m_tables.back().column = 0;
    return lineElement("tr", row);
}

Walk HtmlWriter::visitEntry(NodeRef entry)
{
    const bool isHead = entry.parent().parent().is(NodeKind::Thead);
    const std::int64_t moreColumns = entry.number(AttributeName::Morecols);
    bool isStub = false;
    if (!m_tables.empty()) {
        TableState &state = m_tables.back();
        isStub = state.column < state.stubs.size() && state.stubs[state.column];
        state.column += 1 + std::size_t(moreColumns);
    }
    const std::string_view name = isHead || isStub ? "th" : "td";
    const std::string rows = std::to_string(entry.number(AttributeName::Morerows) + 1);
    StartTag start = tag(name, entry);
    start.classesFirst(isHead ? "head" : "").classesFirst(isStub ? "stub" : "");
    if (entry.hasAttribute(AttributeName::Morerows))
        start.attribute("rowspan", rows);
    if (entry.hasAttribute(AttributeName::Morecols))
        start.attribute("colspan", moreColumns + 1);
    start.write();
    return intoTag(name, "\n");
}

} // namespace rst
