// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Block quotes and their attributions: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#block-quotes

#include "rst/parser/block_parser.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <optional>

namespace rst {

namespace {

/// How many bytes the dash at the line's start takes, blanks behind it included: `--`, `---` or an em dash, and then text.
[[nodiscard]] std::size_t attributionMarkLength(std::string_view line) noexcept
{
    std::size_t dash = 0;
    if (line.starts_with("\u2014"))
        dash = std::string_view("\u2014").size();
    else if (line.starts_with("--"))
        dash = line.starts_with("---") ? 3 : 2;
    if (dash == 0 || (line.front() == '-' && line.substr(dash).starts_with('-')))
        return 0;
    const std::size_t text = line.find_first_not_of(' ', dash);
    return text == std::string_view::npos ? 0 : text;
}

/// The lines of an attribution within a block: where they end, and how far those behind the first are indented.
struct Attribution {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t markLength = 0;
    std::size_t indent = 0; // in characters
};

/// Body.check_attribution: all lines but the first are indented alike.
[[nodiscard]] std::optional<Attribution> attributionAt(Lines lines, std::size_t begin, std::size_t markLength)
{
    std::optional<std::size_t> indent;
    std::size_t end = begin + 1;
    for (; end < lines.size() && !lines[end].text.empty(); ++end) {
        const std::string_view line = lines[end].text;
        const std::size_t lineIndent = countCodePoints(line.substr(0, line.size() - trimmedLeft(line).size()));
        if (indent && *indent != lineIndent)
            return std::nullopt;
        indent = lineIndent;
    }
    return Attribution{.begin = begin, .end = end, .markLength = markLength, .indent = indent.value_or(0)};
}

/// Body.split_attribution: the first attribution, which follows a blank line that follows text.
[[nodiscard]] std::optional<Attribution> findAttribution(Lines lines)
{
    bool hasText = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text.empty())
            continue;
        if (hasText && lines[i - 1].text.empty()) {
            const std::size_t markLength = attributionMarkLength(lines[i].text);
            if (markLength != 0) {
                if (const std::optional<Attribution> found = attributionAt(lines, i, markLength))
                    return found;
            }
        }
        hasText = true;
    }
    return std::nullopt;
}

} // namespace

// Body.indent
void BlockParser::indent(BlockMachine &machine)
{
    const IndentedBlock block = indentedBlock(machine);
    blockQuote(block.lines, machine.node, block.firstLine);
    if (!block.blankFinish)
        reportUnindent(machine, "Block quote");
}

void BlockParser::blockQuote(Lines lines, NodeId parent, std::uint32_t firstLine)
{
    Document &document = m_context.document;
    if (firstLine == 0)
        firstLine = docutilsLineNumber(lines);
    while (!lines.empty()) {
        const std::optional<Attribution> found = findAttribution(lines);
        const Lines quoted = found ? lines.first(found->begin) : lines;
        const Lines whole = trimmedBlank(found ? lines.first(found->end) : lines);
        const NodeId quote =
            document.create(NodeKind::BlockQuote, spanOf(document.sources(), whole), lines.front().number);
        nestedParse(quoted, quote, SectionTitles::NotAllowed, firstLine);
        document.append(parent, quote);
        if (!found)
            return;
        const LineArena::Scope scope(m_context.lines);
        attribution(lines.subspan(found->begin, found->end - found->begin), found->markLength, found->indent,
                    firstLine + std::uint32_t(found->begin), quote);
        std::size_t next = found->end;
        while (next < lines.size() && lines[next].text.empty())
            ++next;
        firstLine += std::uint32_t(next);
        lines = lines.subspan(next);
    }
}

// Body.parse_attribution
void BlockParser::attribution(Lines lines, std::size_t markLength, std::size_t indent, std::uint32_t lineNumber,
                              NodeId quote)
{
    Document &document = m_context.document;
    const std::span<Line> text = m_context.lines.allocate(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        text[i] = {.text = i == 0 ? lines[i].text.substr(markLength) : withoutFirst(lines[i].text, indent),
                   .number = lines[i].number};
    const NodeId attribution =
        document.create(NodeKind::Attribution, spanOf(document.sources(), lines), lines.front().number);
    const std::vector<NodeId> messages = inlineText(joined(document, text), lineNumber, attribution);
    document.append(quote, attribution);
    NodeId last = quote;
    for (const NodeId message : messages) {
        document.insertAfter(last, message);
        last = message;
    }
}

} // namespace rst
