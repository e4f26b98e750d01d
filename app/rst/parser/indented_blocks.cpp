// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Cutting indented blocks and text blocks out of what a machine reads: docutils' `StateMachineWS.get_indented` and its
// like, `StringList.get_indented` and `get_text_block`. Indentation counts characters, and white space of any kind.

#include "rst/parser/block_parser.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>

namespace rst {

namespace {

/// How many characters of white space the line begins with.
[[nodiscard]] std::size_t whiteSpaceLength(std::string_view line) noexcept
{
    const std::size_t blanks = indentOf(line);
    if (blanks == line.size() || (line[blanks] >= '!' && line[blanks] <= '~'))
        return blanks;
    return countCodePoints(line.substr(0, line.size() - trimmedLeft(line).size()));
}

struct Extent {
    std::size_t end = 0;
    std::size_t indent = 0; // in characters
    bool blankFinish = true;
};

/// How far the block goes whose lines, from `start` on, are all indented: by `minimum` characters, or by however much.
[[nodiscard]] Extent extentOf(Lines lines, std::size_t start, std::size_t first, UntilBlank untilBlank,
                              std::optional<std::size_t> minimum)
{
    std::optional<std::size_t> indent = minimum;
    for (std::size_t end = start; end < lines.size(); ++end) {
        const std::string_view line = lines[end].text;
        if (line.empty()) {
            if (untilBlank == UntilBlank::Yes)
                return {.end = end, .indent = indent.value_or(0)};
            continue;
        }
        if (indent && *indent > 0 && line.substr(0, *indent).find_first_not_of(' ') == std::string_view::npos &&
            line.size() > *indent)
            continue; // indented at least as the lines before
        const std::size_t lineIndent = line.front() == ' ' ? whiteSpaceLength(line) : 0;
        if (line.front() != ' ' || (minimum && lineIndent < *minimum))
            return {
                .end = end, .indent = indent.value_or(0), .blankFinish = end > first && lines[end - 1].text.empty()};
        if (!minimum)
            indent = std::min(indent.value_or(lineIndent), lineIndent);
    }
    return {.end = lines.size(), .indent = indent.value_or(0)};
}

} // namespace

IndentedBlock BlockParser::indentedBlock(BlockMachine &machine)
{
    const std::size_t start = std::size_t(std::min(machine.at, machine.size()));
    const Extent extent = extentOf(machine.block.lines, start, start, UntilBlank::No, std::nullopt);
    IndentedBlock block{.lines = m_context.lines.allocate(extent.end - start), .blankFinish = extent.blankFinish};
    std::size_t top = 0;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const Line &line = machine.block.lines[start + i];
        block.lines[i] = {.text = withoutFirst(line.text, extent.indent), .number = line.number};
    }
    while (top < block.lines.size() && block.lines[top].text.empty())
        ++top;
    block.firstLine = machine.block.lineNumber(std::ptrdiff_t(start + top));
    if (!block.lines.empty())
        nextLine(machine, std::ptrdiff_t(block.lines.size()) - 1);
    block.lines = block.lines.subspan(top);
    return block;
}

IndentedBlock BlockParser::knownIndentedBlock(BlockMachine &machine, FirstIndent first)
{
    const std::size_t start = std::size_t(machine.at);
    const std::size_t indent = countCodePoints(machine.text().substr(0, first.bytes));
    const Extent extent = extentOf(machine.block.lines, start + 1, start, UntilBlank::No, indent);
    IndentedBlock block{.lines = m_context.lines.allocate(extent.end - start), .blankFinish = extent.blankFinish};
    block.lines[0] = {.text = machine.text().substr(first.bytes), .number = machine.line().number};
    for (std::size_t i = 1; i < block.lines.size(); ++i) {
        const Line &line = machine.block.lines[start + i];
        block.lines[i] = {.text = withoutFirst(line.text, indent), .number = line.number};
    }
    block.firstLine = machine.lineNumber();
    nextLine(machine, std::ptrdiff_t(block.lines.size()) - 1);
    return block; // the first line is not blank: this is what the indent is known by
}

IndentedBlock BlockParser::firstKnownIndentedBlock(BlockMachine &machine, FirstIndent first, UntilBlank untilBlank,
                                                   StripIndent stripIndent, StripTop stripTop)
{
    const std::size_t start = std::size_t(machine.at);
    const Extent extent = extentOf(machine.block.lines, start + 1, start, untilBlank, std::nullopt);
    const std::size_t indent = stripIndent == StripIndent::Yes ? extent.indent : 0;
    IndentedBlock block{.lines = m_context.lines.allocate(extent.end - start), .blankFinish = extent.blankFinish};
    block.lines[0] = {.text = machine.text().substr(std::min(first.bytes, machine.text().size())),
                      .number = machine.line().number};
    for (std::size_t i = 1; i < block.lines.size(); ++i) {
        const Line &line = machine.block.lines[start + i];
        block.lines[i] = {.text = withoutFirst(line.text, indent), .number = line.number};
    }
    std::size_t top = 0;
    while (stripTop == StripTop::Yes && top < block.lines.size() && block.lines[top].text.empty())
        ++top;
    block.firstLine = machine.block.lineNumber(std::ptrdiff_t(start + top));
    nextLine(machine, std::ptrdiff_t(block.lines.size()) - 1);
    block.lines = block.lines.subspan(top);
    return block;
}

std::ptrdiff_t BlockParser::textBlockEnd(BlockMachine &machine)
{
    const auto start = std::size_t(machine.at);
    if (start >= machine.textBlockEnd) {
        std::size_t end = start;
        while (end < machine.block.lines.size() && !machine.block.lines[end].text.empty())
            ++end;
        machine.textBlockEnd = end;
        machine.flushLeftEnd = start;
    }
    return std::ptrdiff_t(machine.textBlockEnd);
}

std::ptrdiff_t BlockParser::flushLeftEnd(BlockMachine &machine)
{
    const std::size_t textEnd = std::size_t(textBlockEnd(machine));
    const auto start = std::size_t(machine.at);
    if (start >= machine.flushLeftEnd) {
        std::size_t end = start;
        while (end < textEnd && machine.block.lines[end].text.front() != ' ')
            ++end;
        machine.flushLeftEnd = end;
    }
    return std::ptrdiff_t(machine.flushLeftEnd);
}

} // namespace rst
