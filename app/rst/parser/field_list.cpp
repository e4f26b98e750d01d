// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Field lists: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#field-lists

#include "rst/parser/nested_list.h"

namespace rst {

// Body.field_marker, then the state `FieldList`.
void BlockParser::fieldMarker(BlockMachine &machine, std::size_t markerEnd)
{
    const NodeId list = append(machine, NodeKind::FieldList, spanOfLine(machine, machine.at));
    const bool blankFinish = field(machine, list, markerEnd);
    nestedListParse(machine, list, blankFinish, "Field list",
                    [&](BlockMachine &nested, const TransitionMatch &match) -> std::optional<bool> {
                        if (match.transition != Transition::FieldMarker)
                            return std::nullopt;
                        return field(nested, list, match.end);
                    });
}

// Body.field; whether it ends with a blank line.
bool BlockParser::field(BlockMachine &machine, NodeId list, std::size_t markerEnd)
{
    Document &document = m_context.document;
    const LineArena::Scope scope(m_context.lines);
    const std::string_view marker = machine.text().substr(0, markerEnd);
    const std::string_view name = marker.substr(1, marker.rfind(':') - 1);
    const std::uint32_t lineNumber = machine.lineNumber();
    const std::ptrdiff_t first = machine.at;
    const Line nameLine{.text = name, .number = machine.line().number};
    const IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd});

    const NodeId field =
        document.create(NodeKind::Field, spanOfLines(machine, first, machine.at), machine.block.sourceLine(first));
    const NodeId fieldName = document.append(field, NodeKind::FieldName, document.sources().spanOf(name));
    const std::vector<NodeId> messages = inlineText({.text = name, .lines = {&nameLine, 1}}, lineNumber, fieldName);
    const NodeId body =
        document.append(field, NodeKind::FieldBody, spanOf(document.sources(), trimmedBlank(block.lines)));
    for (const NodeId message : messages)
        document.append(body, message);
    if (!block.lines.empty())
        nestedParse(block, body);
    document.append(list, field);
    return block.blankFinish;
}

} // namespace rst
