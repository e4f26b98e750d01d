// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"
#include "rst/writers/rst_block_writer.h"
#include "rst/writers/rst_table_parts.h"

#include <algorithm>
#include <format>
#include <utility>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#table

namespace rst {

namespace {

constexpr std::string_view widthsPrefix = "colwidths-";

/// Whether characters combine in the table: docutils' reader of grid tables counts them for the drawing, but not for the
/// text that it takes out of it.
bool hasCombining(NodeRef table)
{
    const std::string text = table.asText();
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = decodeAt(text, at);
        if (isCombining(character.value))
            return true;
        at += character.size;
    }
    return false;
}

/// Whether the table can only be said by "list-table": columns of stubs, the class that tells of the widths before others,
/// or text that cannot be drawn.
bool isMadeOfLists(NodeRef table, const TableParts &parts)
{
    const bool isWidthsFirst = table.attribute(AttributeName::Classes).starts_with(widthsPrefix) &&
                               joinedItems(table, AttributeName::Classes).contains(' ');
    return !parts.isSpanned && !parts.rows.empty() && (parts.stubs > 0 || isWidthsFirst || hasCombining(table));
}

/// What the option "widths" says; nothing where it does not stand.
std::string widthsOf(NodeRef table, const TableParts &parts)
{
    if (table.hasItem(AttributeName::Classes, "colwidths-auto"))
        return "auto";
    std::string widths;
    if (table.hasItem(AttributeName::Classes, "colwidths-given")) {
        for (const NodeRef column : parts.columns)
            (widths += widths.empty() ? "" : " ") += column.attribute(AttributeName::Colwidth);
    }
    return widths;
}

std::string classesOf(NodeRef table)
{
    return joinedItems(table, AttributeName::Classes,
                       [](std::string_view item) { return !item.starts_with(widthsPrefix); });
}

} // namespace

void RstBlockWriter::writeTable(NodeRef table)
{
    const TableParts parts(table);
    const NodeRef first = table.firstChild();
    const std::string title = first.is(NodeKind::Title) ? titleArgument(first) : std::string();
    const bool isOfLists = isMadeOfLists(table, parts);
    const bool hasOptions = table.hasAttribute(AttributeName::Classes) || table.hasAttribute(AttributeName::Align) ||
                            table.hasAttribute(AttributeName::Width) || m_names.elements.contains(table.id());
    separate();
    if (!isOfLists && !hasOptions && title.empty()) {
        writeGridTable(parts);
        return;
    }
    line(trimmedRight(std::format(".. {}:: {}", isOfLists ? "list-table" : "table", title)));
    indent(3);
    writeOption("class", classesOf(table));
    writeOption("align", table.attribute(AttributeName::Align));
    writeOption("width", table.attribute(AttributeName::Width));
    writeOption("widths", widthsOf(table, parts));
    writeName(table);
    if (isOfLists && parts.headRows > 0)
        writeOption("header-rows", std::to_string(parts.headRows));
    if (isOfLists && parts.stubs > 0)
        writeOption("stub-columns", std::to_string(parts.stubs));
    m_out += '\n';
    if (isOfLists)
        writeRowLists(parts.rows);
    else
        writeGridTable(parts);
    dedent(3);
    m_wantsBlankLine = true;
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#list-table
void RstBlockWriter::writeRowLists(const std::vector<NodeRef> &rows)
{
    for (const NodeRef row : rows) {
        indent(4);
        std::string_view marker = "* - ";
        for (const NodeRef entry : row.children()) {
            m_marker = std::exchange(marker, "  - ");
            m_wantsBlankLine = false;
            const std::size_t before = m_out.size();
            writeChildren(entry);
            if (m_out.size() == before)
                line("");
        }
        dedent(4);
    }
}

} // namespace rst
