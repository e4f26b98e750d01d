// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Line blocks: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#line-blocks

#include "rst/parser/block_parser.h"
#include "rst/parser/machine_scope.h"

#include <algorithm>
#include <span>

namespace rst {

// Body.line_block, then the state `LineBlock`.
void BlockParser::lineBlock(BlockMachine &machine, std::size_t markerEnd)
{
    const std::uint32_t lineNumber = machine.lineNumber();
    const std::ptrdiff_t first = machine.at;
    std::vector<LineBlockLine> lines;
    const NodeId block = append(machine, NodeKind::LineBlock, spanOfLine(machine, first));
    bool blankFinish = lineBlockLine(machine, lines, markerEnd);
    addLine(machine, machine, block, lines.back());
    if (!blankFinish) {
        BlockMachine nested = nestedMachine(machine, block);
        const MachineScope scope(m_machine, m_context.blockParent, nested);
        while (nextLine(nested)) {
            const TransitionMatch match = matchTransition(nested.text());
            if (match.transition != Transition::LineBlock) {
                previousLine(nested);
                break;
            }
            blankFinish = lineBlockLine(nested, lines, match.end);
            addLine(nested, machine, block, lines.back());
        }
        goToLine(machine, nested.at);
    }
    setSpanEnd(block, machine);
    if (!blankFinish) {
        const Place place{lineNumber + 1, spanOfLine(machine, machine.at + 1)};
        add(machine, m_context.reporter.report<DiagnosticKind::LineBlockEndsWithoutBlank>(place));
    }
    nestLineBlockLines(block, lines);
}

// Body.line_block_line; whether it ends with a blank line.
bool BlockParser::lineBlockLine(BlockMachine &machine, std::vector<LineBlockLine> &lines, std::size_t markerEnd)
{
    Document &document = m_context.document;
    const LineArena::Scope scope(m_context.lines);
    const std::ptrdiff_t first = machine.at;
    const std::uint32_t lineNumber = machine.lineNumber();
    const bool isEmpty = machine.text() == "|";
    const IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd}, UntilBlank::Yes);
    LineBlockLine line{.node = document.create(NodeKind::Line, spanOfLines(machine, first, machine.at))};
    line.messages = inlineText(joined(document, block.lines), lineNumber, line.node);
    if (!isEmpty)
        line.indent = markerEnd - 2; // past the bar and one blank
    else if (!lines.empty())
        line.indent = lines.back().indent; // a line without text is as deep as the one before
    lines.push_back(std::move(line));
    return block.blankFinish;
}

void BlockParser::addLine(const BlockMachine &machine, const BlockMachine &outer, NodeId block,
                          const LineBlockLine &line)
{
    if (machine.isAttached)
        m_context.document.setUpChild(line.node, m_readersPlace);
    m_context.document.append(block, line.node);
    add(outer, line.messages);
}

namespace {

/// For each line, the next one that is indented less; the number of lines where there is none.
[[nodiscard]] std::vector<std::size_t> nextShallower(std::span<const std::size_t> indents)
{
    std::vector<std::size_t> next(indents.size(), indents.size());
    std::vector<std::size_t> waiting;
    for (std::size_t i = 0; i < indents.size(); ++i) {
        while (!waiting.empty() && indents[waiting.back()] > indents[i]) {
            next[waiting.back()] = i;
            waiting.pop_back();
        }
        waiting.push_back(i);
    }
    return next;
}

} // namespace

// Body.nest_line_block_lines: messages that stand among the lines (about names used twice) are as deep as the line before.
void BlockParser::nestLineBlockLines(NodeId block, const std::vector<LineBlockLine> &lines)
{
    std::vector<LineBlockLine> all;
    auto line = lines.begin();
    for (NodeRef child = m_context.document[block].firstChild(); child; child = child.next()) {
        if (line != lines.end() && line->node == child.id())
            all.push_back({.node = child.id(), .indent = (line++)->indent});
        else
            all.push_back({.node = child.id(), .indent = all.empty() ? 0 : all.back().indent});
    }
    nestLines(block, all);
}

// Body.nest_line_block_segment, without its recursion: a block's own lines are those with the least indentation, and the
// lines between two of them are a block within it.
void BlockParser::nestLines(NodeId block, const std::vector<LineBlockLine> &lines)
{
    struct OpenBlock {
        NodeId node = NodeId::None;
        std::size_t indent = 0;
    };
    Document &document = m_context.document;
    std::vector<std::size_t> indents;
    for (const LineBlockLine &line : lines) {
        indents.push_back(line.indent);
        document.detach(line.node);
    }
    const std::vector<std::size_t> shallower = nextShallower(indents);
    std::vector<OpenBlock> open{{block, *std::ranges::min_element(indents)}};
    const auto closeBlock = [&](NodeId node, std::size_t lastLine) {
        document.setSpan(node, {document[node].span().begin, document[lines[lastLine].node].span().end});
    };
    std::vector<std::size_t> levels;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Span span = document[lines[i].node].span();
        for (; open.back().indent > indents[i]; open.pop_back())
            closeBlock(open.back().node, i - 1);
        // The blocks that begin here: one for each line that is shallower than all before it, until the open one's level.
        levels.clear();
        for (std::size_t line = i; line < lines.size() && indents[line] > open.back().indent; line = shallower[line])
            levels.push_back(line);
        while (!levels.empty()) {
            const std::size_t indent = indents[levels.back()];
            levels.pop_back();
            open.push_back({document.append(open.back().node, NodeKind::LineBlock, span), indent});
        }
        document.append(open.back().node, lines[i].node);
    }
    for (; open.size() > 1; open.pop_back())
        closeBlock(open.back().node, lines.size() - 1);
}

} // namespace rst
