// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Option lists: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#option-lists

#include "rst/parser/option_list.h"

#include "rst/parser/nested_list.h"

#include <expected>

namespace rst {

namespace {

[[nodiscard]] bool isNameCharacter(char character) noexcept
{
    return isAsciiLetter(character) || isAsciiDigit(character) || character == '_' || character == '-';
}

/// `at` past an option's argument: a word, or anything in angle brackets; std::string_view::npos where there is none.
[[nodiscard]] std::size_t pastArgument(std::string_view line, std::size_t at) noexcept
{
    if (at >= line.size())
        return std::string_view::npos;
    if (line[at] == '<') {
        const std::size_t close = line.find_first_of("<>", at + 1);
        return close == std::string_view::npos || line[close] != '>' || close == at + 1 ? std::string_view::npos
                                                                                        : close + 1;
    }
    if (!isAsciiLetter(line[at]))
        return std::string_view::npos;
    while (at < line.size() && isNameCharacter(line[at]))
        ++at;
    return at;
}

/// `at` past one option with its argument, if any; std::string_view::npos where there is none.
[[nodiscard]] std::size_t pastOption(std::string_view line, std::size_t at) noexcept
{
    const std::string_view rest = line.substr(at);
    const std::size_t mark = rest.starts_with("--")                                                    ? 2
                             : rest.starts_with('-') || rest.starts_with('+') || rest.starts_with('/') ? 1
                                                                                                       : 0;
    if (mark == 0 || rest.size() == mark || !(isAsciiLetter(rest[mark]) || isAsciiDigit(rest[mark])))
        return std::string_view::npos;
    at += mark + 1;
    const bool isLong = mark == 2 || rest[0] == '/';
    while (isLong && at < line.size() && isNameCharacter(line[at]))
        ++at;
    std::size_t argument = at;
    if (at < line.size() && (line[at] == ' ' || (isLong && line[at] == '=')))
        ++argument;
    else if (isLong)
        return at;
    const std::size_t end = pastArgument(line, argument);
    return end == std::string_view::npos ? at : end;
}

/// What an option is made of.
struct OptionParts {
    std::string_view name = {};
    std::string_view argument = {};
    std::string_view delimiter = {};
    bool isArgumentGathered = false; // of several words, to be joined by single blanks
};

[[nodiscard]] std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> result;
    for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        result.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(' ', end);
    }
    return result;
}

/// Body.parse_option_marker for one option; the error is docutils' MarkupError.
[[nodiscard]] std::expected<OptionParts, std::string> optionParts(std::string_view option)
{
    std::vector<std::string_view> tokens = words(option);
    const std::string_view first = tokens.front();
    std::string_view delimiter = " ";
    std::size_t nameEnd = first.find('=');
    std::size_t argumentBegin = nameEnd == std::string_view::npos ? std::string_view::npos : nameEnd + 1;
    if (nameEnd != std::string_view::npos) {
        delimiter = "=";
    } else if (first.size() > 2 && ((first.starts_with('-') && !first.starts_with("--")) || first.starts_with('+'))) {
        nameEnd = argumentBegin = 2;
        delimiter = "";
    }
    if (argumentBegin != std::string_view::npos) {
        tokens.front() = first.substr(0, nameEnd);
        tokens.insert(tokens.begin() + 1, first.substr(argumentBegin));
    }
    if (tokens.size() == 1)
        return OptionParts{.name = tokens[0], .delimiter = delimiter};
    const std::string_view last = tokens.back();
    if (tokens.size() > 2 && !(tokens[1].starts_with('<') && last.ends_with('>')))
        return std::unexpected(
            std::format("wrong number of option tokens (={}), should be 1 or 2: \"{}\"", tokens.size(), option));
    const std::string_view argument(tokens[1].data(), std::size_t(last.data() + last.size() - tokens[1].data()));
    return OptionParts{
        .name = tokens[0], .argument = argument, .delimiter = delimiter, .isArgumentGathered = tokens.size() > 2};
}

/// The options of a marker: separated by `, `, which may stand within angle brackets too.
[[nodiscard]] std::vector<std::string_view> splitOptions(std::string_view marker)
{
    std::vector<std::string_view> options;
    std::size_t begin = 0;
    for (std::size_t comma = marker.find(", "); comma != std::string_view::npos; comma = marker.find(", ", comma + 1)) {
        const std::size_t bracket = marker.find_first_of("<>", comma);
        if (bracket != std::string_view::npos && marker[bracket] == '>')
            continue;
        options.push_back(marker.substr(begin, comma - begin));
        begin = comma + 2;
    }
    options.push_back(marker.substr(begin));
    return options;
}

/// Appends the option_group for a marker to an item; or says what is wrong.
[[nodiscard]] std::optional<std::string> appendOptionGroup(Document &document, NodeId item, std::string_view marker)
{
    const SourceMap &sources = document.sources();
    const NodeId group = document.append(item, NodeKind::OptionGroup, sources.spanOf(marker));
    for (const std::string_view text : splitOptions(marker)) {
        const std::expected<OptionParts, std::string> parts = optionParts(text);
        if (!parts)
            return parts.error();
        const NodeId option = document.append(group, NodeKind::Option, sources.spanOf(text));
        const NodeId name = document.append(option, NodeKind::OptionString, sources.spanOf(parts->name));
        document.appendText(name, parts->name, sources.spanOf(parts->name));
        if (parts->argument.data() == nullptr)
            continue;
        const Span span = sources.spanOf(parts->argument);
        const NodeId argument = document.append(option, NodeKind::OptionArgument, span);
        document.setAttribute(argument, AttributeName::Delimiter, parts->delimiter);
        std::string joined;
        if (parts->isArgumentGathered) {
            for (const std::string_view word : words(parts->argument))
                joined.append(joined.empty() ? "" : " ").append(word);
        }
        document.appendText(argument, parts->isArgumentGathered ? document.store(joined) : parts->argument, span);
    }
    return std::nullopt;
}

} // namespace

std::size_t optionMarkerLength(std::string_view line) noexcept
{
    std::size_t at = pastOption(line, 0);
    while (at != std::string_view::npos && line.substr(at).starts_with(", "))
        at = pastOption(line, at + 2);
    if (at == std::string_view::npos || at == line.size())
        return at == std::string_view::npos ? 0 : at;
    const std::size_t text = line.find_first_not_of(' ', at);
    return text == std::string_view::npos || text < at + 2 ? 0 : text;
}

// Body.option_marker, then the state `OptionList`. False where it is ordinary text.
bool BlockParser::optionMarker(BlockMachine &machine, std::size_t markerEnd)
{
    Document &document = m_context.document;
    const std::ptrdiff_t first = machine.at;
    const NodeId list = document.create(NodeKind::OptionList, spanOfLine(machine, first), machine.sourceLine());
    const OptionItem item = optionListItem(machine, list, markerEnd);
    if (item.result == OptionItem::Result::Text)
        return false;
    if (item.result == OptionItem::Result::Malformed) {
        const Place place{m_context.reporter.currentLine(), spanOfLine(machine, first)};
        add(machine, m_context.reporter.report<DiagnosticKind::InvalidOptionListMarker>(place, item.error));
        const IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd});
        blockQuote(block.lines, machine.node, block.firstLine);
        if (!block.blankFinish)
            reportUnindent(machine, "Option list");
        return true;
    }
    add(machine, list);
    nestedListParse(machine, list, item.blankFinish, "Option list",
                    [&](BlockMachine &nested, const TransitionMatch &match) -> std::optional<bool> {
                        if (match.transition != Transition::OptionMarker)
                            return std::nullopt;
                        const OptionItem next = optionListItem(nested, list, match.end);
                        return next.result == OptionItem::Result::Item ? std::optional(next.blankFinish) : std::nullopt;
                    });
    return true;
}

// Body.option_list_item
BlockParser::OptionItem BlockParser::optionListItem(BlockMachine &machine, NodeId list, std::size_t markerEnd)
{
    Document &document = m_context.document;
    const LineArena::Scope scope(m_context.lines);
    const std::ptrdiff_t first = machine.at;
    std::string_view marker = machine.text().substr(0, markerEnd);
    while (marker.ends_with(' '))
        marker.remove_suffix(1);
    const NodeId item = document.create(NodeKind::OptionListItem);
    if (std::optional<std::string> error = appendOptionGroup(document, item, marker))
        return {.result = OptionItem::Result::Malformed, .error = std::move(*error)};
    const IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd});
    if (block.lines.empty()) { // no description
        goToLine(machine, first);
        return {.result = OptionItem::Result::Text};
    }
    document.setSpan(item, spanOfLines(machine, first, machine.at));
    const NodeId description =
        document.append(item, NodeKind::Description, spanOf(document.sources(), trimmedBlank(block.lines)));
    nestedParse(block, description);
    if (machine.isAttached)
        document.setUpChild(item, m_readersPlace);
    document.append(list, item);
    return {.result = OptionItem::Result::Item, .blankFinish = block.blankFinish};
}

} // namespace rst
