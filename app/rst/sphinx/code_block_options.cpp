// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/code_block_options.h"

#include "rst/directives/option_converters.h"
#include "rst/sphinx/sphinx_messages.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>
#include <limits>

namespace rst::code_blocks {
namespace {

/// No list of lines is longer than this, whatever it says.
constexpr std::size_t mostLines = 1'000'000;

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// The indentation that all lines with text share (Python's `textwrap.dedent`).
std::string_view commonIndentation(const std::vector<std::string_view> &lines)
{
    std::optional<std::string_view> common;
    for (const std::string_view line : lines) {
        const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
        if (indent == line.size() || line[indent] == '\n')
            continue;
        const std::string_view margin = line.substr(0, indent);
        if (!common) {
            common = margin;
        } else {
            const auto [end, ignored] = std::ranges::mismatch(*common, margin);
            common = common->substr(0, std::size_t(end - common->begin()));
        }
    }
    return common.value_or("");
}

} // namespace

std::expected<OptionValue, std::string> optionalInt(const std::string *text)
{
    if (text == nullptr || trimmed(*text).empty())
        return OptionValue();
    const auto number = options::pythonInt(*text);
    if (!number)
        return std::unexpected(number.error());
    if (*number < 0)
        return std::unexpected("negative value; must be positive or zero");
    return OptionValue(*number);
}

std::expected<std::vector<std::int64_t>, std::string> lineNumbers(std::string_view specification, std::int64_t total)
{
    const auto invalid = [&] {
        return std::unexpected(std::format("invalid line number spec: {}", pythonRepr(specification)));
    };
    std::vector<std::int64_t> numbers;
    for (const std::string_view part : commaItems(specification)) {
        const std::size_t hyphen = part.find('-');
        if (hyphen == part.npos) {
            const auto number = options::pythonInt(part);
            if (!number)
                return invalid();
            numbers.push_back(*number);
            continue;
        }
        const std::string_view from = part.substr(0, hyphen);
        const std::string_view to = part.substr(hyphen + 1);
        if (to.contains('-') || (from.empty() && to.empty()))
            return invalid();
        const auto start = from.empty() ? std::expected<std::int64_t, std::string>(1) : options::pythonInt(from);
        if (!start)
            return invalid();
        const auto end =
            to.empty() ? std::expected<std::int64_t, std::string>(std::max(*start, total)) : options::pythonInt(to);
        if (!end || *start > *end)
            return invalid();
        // Of the lines that are not there one is enough to tell.
        const std::int64_t last = std::min(*end, std::max(*start, total + 1));
        for (std::int64_t number = *start; number <= last && numbers.size() < mostLines; ++number)
            numbers.push_back(number);
    }
    return numbers;
}

std::string dedented(DirectiveContext &directive, std::string_view text, std::optional<std::int64_t> columns)
{
    const std::vector<std::string_view> lines = linesOf(text);
    std::string result;
    if (!columns) {
        const std::size_t margin = commonIndentation(lines).size();
        for (const std::string_view line : lines)
            result += trimmed(line).empty() ? std::string_view(line.ends_with('\n') ? "\n" : "") : line.substr(margin);
        return result;
    }
    const std::size_t width = std::size_t(*columns);
    const bool losesText =
        std::ranges::any_of(lines, [&](auto line) { return !trimmed(line.substr(0, width)).empty(); });
    if (losesText)
        warn<DiagnosticKind::SphinxDedentStripsText>(directive.reporter(), {directive.sourceLine, directive.span}, {});
    for (const std::string_view line : lines) {
        const std::string_view kept = line.substr(std::min(width, line.size()));
        result += kept.empty() && line.ends_with('\n') ? std::string_view("\n") : kept;
    }
    return result;
}

bool emphasizeLines(DirectiveContext &directive, NodeId literal, std::int64_t total)
{
    const Option *given = directive.option("emphasize-lines");
    const std::string specification = directive.text("emphasize-lines");
    if (specification.empty())
        return true;
    auto numbers = lineNumbers(specification, total);
    if (!numbers) {
        directive.add(directive.reporter().report<DiagnosticKind::SphinxDirectiveFailed>(
            {directive.line, given->valueSpan}, numbers.error()));
        return false;
    }
    if (std::ranges::any_of(*numbers, [&](std::int64_t number) { return number > total; })) {
        warn<DiagnosticKind::SphinxLinesOutOfRange>(directive.reporter(), {directive.sourceLine, given->valueSpan}, {},
                                                    total, pythonRepr(specification));
    }
    std::ranges::sort(*numbers); // a specification may say the same lines over and over
    const auto repeated = std::ranges::unique(*numbers);
    numbers->erase(repeated.begin(), repeated.end());
    std::string marks;
    for (const std::int64_t number : *numbers) {
        if (number <= total)
            marks += std::format("{} ", number);
    }
    directive.document().setAttribute(literal, AttributeName::HighlightLines, directive.document().store(marks));
    return true;
}

NodeId withCaption(DirectiveContext &directive, NodeId literal, std::string_view caption)
{
    if (caption.empty())
        return literal;
    Document &document = directive.document();
    const Option *given = directive.option("caption");
    InlineText text = given != nullptr && !directive.text("caption").empty()
                          ? directive.optionText(*given)
                          : InlineText{.text = document.store(caption)};
    std::vector<Line> lines;
    if (text.lines.empty()) {
        for (std::string_view rest = text.text; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            lines.push_back({.text = rest.substr(0, end), .number = directive.contentLine});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        text.lines = lines;
    }
    const NodeId parsed = document.create(NodeKind::Container, directive.span);
    directive.parser.nestedParse(text.lines, parsed, SectionTitles::NotAllowed, directive.contentLine);
    const NodeRef first = document[parsed].firstChild();
    if (!first || first.is(NodeKind::SystemMessage)) {
        const std::string message = std::format("Invalid caption: {}", first ? first.asText() : std::string());
        directive.add(directive.reporter().report<DiagnosticKind::SphinxDirectiveFailed>(directive.place(), message));
        return NodeId::None;
    }
    const NodeId container = document.create(NodeKind::Container, directive.span);
    document.addAttribute(container, AttributeName::Classes, "literal-block-wrapper");
    document.setAttribute(container, AttributeName::ObjectType, "literal_block");
    const NodeId captionNode = document.append(container, NodeKind::Caption, first.span(), directive.line);
    document.moveChildren(first.id(), captionNode);
    document.append(container, literal);
    return container;
}

} // namespace rst::code_blocks
