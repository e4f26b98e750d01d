// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Literal blocks, indented or quoted: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#literal-blocks

#include "rst/parser/block_parser.h"

namespace rst {

namespace {

void appendLiteral(Document &document, NodeId parent, Lines lines, std::uint32_t line)
{
    const Span span = spanOf(document.sources(), lines);
    const NodeId block = document.append(parent, NodeKind::LiteralBlock, span, line);
    document.setAttribute(block, AttributeName::XmlSpace, "preserve");
    document.appendText(block, joined(document, lines).text, span);
}

} // namespace

// Text.literal_block
void BlockParser::literalBlock(BlockMachine &machine)
{
    const IndentedBlock block = indentedBlock(machine);
    const Lines lines = trimmedBlank(block.lines);
    if (lines.empty()) {
        quotedLiteralBlock(machine);
        return;
    }
    appendLiteral(m_context.document, machine.node, lines, lines.front().number);
    if (!block.blankFinish)
        reportUnindent(machine, "Literal block");
}

// Text.quoted_literal_block, with the state `QuotedLiteralBlock`: every line begins with the first one's quote.
void BlockParser::quotedLiteralBlock(BlockMachine &machine)
{
    BlockMachine nested = nestedMachine(machine, machine.node);
    --nested.at;
    std::ptrdiff_t first = -1;
    NodeId message = NodeId::None;
    while (nextLine(nested)) {
        const std::string_view text = nested.text();
        if (first < 0) {
            if (text.empty())
                continue;
            if (!isPunctuation(text.front()))
                break;
            first = nested.at;
        } else if (text.empty()) {
            break;
        } else if (text.front() != machine.block.lines[std::size_t(first)].text.front()) {
            const Place place{nested.lineNumber(), spanOfLine(nested, nested.at)};
            message = text.front() == ' ' ? m_context.reporter.report<DiagnosticKind::UnexpectedIndentation>(place)
                                          : m_context.reporter.report<DiagnosticKind::InconsistentQuoting>(place);
            previousLine(nested);
            break;
        }
    }
    if (first < 0) {
        const Place place{nested.lineNumber(), spanOfLine(nested, nested.at)};
        add(machine, m_context.reporter.report<DiagnosticKind::LiteralBlockExpected>(place));
        previousLine(nested);
    } else {
        const std::ptrdiff_t end = nested.isInside() && !nested.text().empty() ? nested.at + 1 : nested.at;
        appendLiteral(m_context.document, machine.node,
                      machine.block.lines.subspan(std::size_t(first), std::size_t(end - first)),
                      machine.block.sourceLine(first));
    }
    if (message != NodeId::None)
        add(machine, message);
    goToLine(machine, nested.at);
}

} // namespace rst
