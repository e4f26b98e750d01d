// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Bullet lists: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#bullet-lists

#include "rst/parser/nested_list.h"
#include "rst/text/utf8.h"

namespace rst {

namespace {

[[nodiscard]] std::string_view bulletOf(std::string_view line) noexcept
{
    return line.substr(0, decodeAt(line, 0).size);
}

} // namespace

// Body.bullet, then the state `BulletList`.
void BlockParser::bullet(BlockMachine &machine, std::size_t markerEnd)
{
    Document &document = m_context.document;
    const std::string_view bullet = bulletOf(machine.text());
    const NodeId list = document.create(NodeKind::BulletList, spanOfLine(machine, machine.at), machine.sourceLine());
    add(machine, list);
    document.setAttribute(list, AttributeName::Bullet, bullet);
    const bool blankFinish = listItem(machine, list, markerEnd);
    nestedListParse(machine, list, blankFinish, "Bullet list",
                    [&](BlockMachine &nested, const TransitionMatch &match) -> std::optional<bool> {
                        if (match.transition != Transition::Bullet || bulletOf(nested.text()) != bullet)
                            return std::nullopt;
                        return listItem(nested, list, match.end);
                    });
}

// Body.list_item; whether it ends with a blank line.
bool BlockParser::listItem(BlockMachine &machine, NodeId list, std::size_t markerEnd)
{
    Document &document = m_context.document;
    const LineArena::Scope scope(m_context.lines);
    const std::uint32_t line = machine.sourceLine();
    const std::ptrdiff_t first = machine.at;
    const IndentedBlock block = markerEnd < machine.text().size() ? knownIndentedBlock(machine, {markerEnd})
                                                                  : firstKnownIndentedBlock(machine, {markerEnd});
    const NodeId item = document.create(NodeKind::ListItem, spanOfLines(machine, first, machine.at), line);
    if (!block.lines.empty())
        nestedParse(block, item);
    document.append(list, item);
    return block.blankFinish;
}

} // namespace rst
