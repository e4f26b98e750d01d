// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Blocks that only their second line tells apart: paragraphs, titles, definition lists. docutils' state `Text`.

#include "rst/parser/block_parser.h"
#include "rst/text/unicode.h"

namespace rst {

BlockParser::Flow BlockParser::text(BlockMachine &machine)
{
    const std::ptrdiff_t first = machine.at;
    if (!nextLine(machine)) {
        blankAfterText(machine, first);
        return Flow::EndOfInput;
    }
    if (machine.text().empty()) {
        blankAfterText(machine, first);
        return Flow::Continue;
    }
    if (machine.text().front() == ' ') {
        definitionList(machine);
        return Flow::Continue;
    }
    if (isAdornment(machine.text())) {
        if (const std::optional<Flow> flow = underline(machine))
            return *flow;
    }
    paragraph(machine, first);
    return Flow::Continue;
}

// Text.blank: the paragraph has one line.
void BlockParser::blankAfterText(BlockMachine &machine, std::ptrdiff_t first)
{
    if (paragraphOf(machine, first, first + 1))
        literalBlock(machine);
}

// Text.text
void BlockParser::paragraph(BlockMachine &machine, std::ptrdiff_t first)
{
    std::ptrdiff_t end = machine.at;
    const Lines lines = machine.block.lines;
    while (end < machine.size() && !lines[std::size_t(end)].text.empty() && lines[std::size_t(end)].text.front() != ' ')
        ++end;
    NodeId unexpectedIndentation = NodeId::None;
    if (end < machine.size() && !lines[std::size_t(end)].text.empty())
        unexpectedIndentation = m_context.reporter.report<DiagnosticKind::UnexpectedIndentation>(
            {machine.block.sourceLine(end), spanOfLine(machine, end)});
    nextLine(machine, end - 1 - machine.at);
    const bool isLiteralNext = paragraphOf(machine, first, end);
    if (unexpectedIndentation != NodeId::None)
        add(machine, unexpectedIndentation);
    if (isLiteralNext) {
        nextLine(machine);
        literalBlock(machine);
    }
}

namespace {

/// Whether a literal block is announced: by `::` at the end, unless the first colon is escaped.
[[nodiscard]] bool endsWithLiteralMark(std::string_view text) noexcept
{
    if (!text.ends_with("::"))
        return false;
    text.remove_suffix(2);
    std::size_t backslashes = 0;
    while (text.ends_with('\\')) {
        text.remove_suffix(1);
        ++backslashes;
    }
    return backslashes % 2 == 0;
}

} // namespace

// RSTState.paragraph: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#literal-blocks tells what `::`
// leaves of the paragraph. True where a literal block must follow.
bool BlockParser::paragraphOf(BlockMachine &machine, std::ptrdiff_t first, std::ptrdiff_t end)
{
    Document &document = m_context.document;
    const Lines lines = machine.block.lines.subspan(std::size_t(first), std::size_t(end - first));
    InlineText text = joined(document, lines);
    const bool isLiteralNext = endsWithLiteralMark(text.text);
    if (isLiteralNext) {
        if (text.text.size() == 2)
            return true;
        const char before = text.text[text.text.size() - 3];
        if (before == ' ' || before == '\n')
            text.text = trimmedRight(text.text.substr(0, text.text.size() - 3));
        else
            text.text.remove_suffix(1);
    }
    const NodeId paragraph =
        document.create(NodeKind::Paragraph, spanOf(document.sources(), lines), machine.block.sourceLine(first));
    const std::vector<NodeId> messages = inlineText(text, machine.block.lineNumber(first), paragraph);
    add(machine, paragraph);
    add(machine, messages);
    return isLiteralNext;
}

} // namespace rst
