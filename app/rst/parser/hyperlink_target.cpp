// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Hyperlink targets: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-targets

#include "rst/parser/block_parser.h"
#include "rst/parser/escapes.h"
#include "rst/parser/inline_parser.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <optional>

namespace rst {

namespace {

/// Whether neither white space nor a null byte stands before `at` (docutils' `non_whitespace_escape_before`).
[[nodiscard]] bool mayEndBefore(std::string_view text, std::size_t at) noexcept
{
    return at > 0 && text[at - 1] != '\0' && !isSpace(decodeBefore(text, at).value);
}

/// `at` past the colon of a target, with one blank before it allowed and blanks behind it; std::string_view::npos where there is none.
[[nodiscard]] std::size_t pastColon(std::string_view text, std::size_t at) noexcept
{
    if (at < text.size() && text[at] == ' ')
        ++at;
    return at < text.size() && text[at] == ':' ? pastBlanks(text, at + 1) : std::string_view::npos;
}

/// The name of a target, empty for an anonymous one, and where what it points to begins.
struct TargetMatch {
    std::string_view name = {};
    std::size_t end = 0;
};

/// The pattern `Body.explicit.patterns.target`, on text with null bytes for escaping backslashes.
[[nodiscard]] std::optional<TargetMatch> matchTarget(std::string_view text)
{
    if (text.starts_with('_')) {
        const std::size_t end = pastColon(text, 1);
        return end == std::string_view::npos ? std::nullopt : std::optional(TargetMatch{.end = end});
    }
    const bool isQuoted = text.starts_with('`');
    const std::size_t begin = isQuoted ? 1 : 0;
    if (begin >= text.size() || text[begin] == ' ' || text[begin] == '`')
        return std::nullopt;
    const char last = isQuoted ? '`' : ':';
    for (std::size_t at = text.find(last, begin + 1); at != std::string_view::npos; at = text.find(last, at + 1)) {
        std::size_t nameEnd = at;
        if (!isQuoted && nameEnd > begin + 1 && text[nameEnd - 1] == ' ' && mayEndBefore(text, nameEnd - 1))
            --nameEnd; // one blank may stand before the colon
        if (!mayEndBefore(text, nameEnd))
            continue;
        const bool endsWithColon = text[nameEnd - 1] == ':' && (nameEnd < 2 || text[nameEnd - 2] != '\0');
        if (!isQuoted && endsWithColon)
            continue;
        const std::size_t end = pastColon(text, isQuoted ? nameEnd + 1 : nameEnd);
        if (end != std::string_view::npos)
            return TargetMatch{.name = text.substr(begin, nameEnd - begin), .end = end};
    }
    return std::nullopt;
}

/// Joins lines, trimmed or as they are, by a separator.
[[nodiscard]] std::string joinedBy(Lines lines, std::string_view separator, bool isTrimmed)
{
    std::string text;
    for (const Line &line : lines) {
        if (&line != &lines.front())
            text += separator;
        text += isTrimmed ? trimmed(line.text) : line.text;
    }
    return text;
}

/// Body.is_reference: the name that a reference without anything else refers to; empty for other text.
[[nodiscard]] std::string referenceName(std::string_view reference)
{
    const std::string text = whitespaceNormalizeName(reference);
    const std::string_view view = text;
    const std::size_t length = simpleNameLength(view);
    if (length != 0 && view.substr(length) == "_")
        return text.substr(0, length);
    if (!view.starts_with('`') || !view.ends_with("`_") || view.size() < 4 || view[1] == ' ' ||
        !mayEndBefore(view, view.size() - 2))
        return {};
    return withoutNulls(view.substr(1, view.size() - 3));
}

/// The URI that text gives: without white space, but with a blank for each escaped one.
[[nodiscard]] std::string uriOf(std::string_view text)
{
    std::string uri;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\0') {
            if (at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n')) {
                uri += ' ';
                ++at;
            }
            ++at;
            continue;
        }
        const CodePoint character = decodeAt(text, at);
        if (!isSpace(character.value))
            uri.append(text, at, character.size);
        at += character.size;
    }
    return uri;
}

} // namespace

// Body.parse_target
BlockParser::TargetSpecification BlockParser::parseTarget(Lines block, std::string_view, std::uint32_t)
{
    Document &document = m_context.document;
    if (!block.empty() && trimmed(block.back().text).ends_with('_')) {
        const std::string name = referenceName(withNulls(joinedBy(block, " ", true)));
        if (!name.empty())
            return {.isReference = true, .value = document.store(name)};
    }
    if (block.size() == 1 &&
        std::ranges::all_of(block.front().text, [](char c) { return c > ' ' && c <= '~' && c != '\\'; }))
        return {.value = block.front().text};
    return {.value = document.store(uriOf(withNulls(joinedBy(block, " ", false))))};
}

// Body.hyperlink_target; nothing where it is malformed.
std::optional<bool> BlockParser::hyperlinkTarget(BlockMachine &machine, std::size_t markerEnd)
{
    const std::uint32_t lineNumber = machine.lineNumber();
    const std::ptrdiff_t first = machine.at;
    const IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd}, UntilBlank::Yes, StripIndent::No);
    // The lines follow upon one another here; a line behind the first begins with blanks.
    const std::string escaped = withNulls(joinedBy(block.lines, "", false));
    const std::optional<TargetMatch> match = matchTarget(escaped);
    if (!match)
        return std::nullopt;
    std::span<Line> rest = block.lines;
    std::size_t before = 0; // bytes of the lines before the one in which the name ends
    while (rest.size() > 1 && match->end > before + rest.front().text.size()) {
        before += rest.front().text.size();
        rest = rest.subspan(1);
    }
    rest.front().text = trimmed(rest.front().text.substr(match->end - before));
    makeTarget(machine, rest, withoutNulls(match->name), first, lineNumber);
    return block.blankFinish;
}

// Body.anonymous_target
bool BlockParser::anonymousTarget(BlockMachine &machine, std::size_t markerEnd)
{
    const std::uint32_t lineNumber = machine.lineNumber();
    const std::ptrdiff_t first = machine.at;
    const IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd}, UntilBlank::Yes);
    makeTarget(machine, block.lines, {}, first, lineNumber);
    return block.blankFinish;
}

// Body.make_target, Body.add_target
void BlockParser::makeTarget(BlockMachine &machine, Lines block, std::string_view name, std::ptrdiff_t first,
                             std::uint32_t lineNumber)
{
    Document &document = m_context.document;
    TargetTable &targets = m_context.targets;
    const TargetSpecification specification = parseTarget(block, {}, lineNumber);
    const NodeId target = document.create(NodeKind::Target, spanOfLines(machine, first, machine.at), lineNumber);
    if (specification.isReference) {
        document.setAttribute(target, AttributeName::Refname, document.store(fullyNormalizeName(specification.value)));
        document.setAttribute(target, AttributeName::IndirectReferenceName, specification.value);
    }
    const std::string_view uri = specification.isReference ? std::string_view() : specification.value;
    if (!name.empty()) {
        document.addAttribute(target, AttributeName::Names, document.store(fullyNormalizeName(name)));
        if (!uri.empty())
            document.setAttribute(target, AttributeName::Refuri, adjustedUri(document, uri));
        targets.noteExplicitTarget(target, machine.node);
    } else {
        if (!uri.empty())
            document.setAttribute(target, AttributeName::Refuri, uri);
        document.setAttribute(target, AttributeName::Anonymous, std::int64_t{1});
        targets.noteAnonymousTarget(target);
    }
    if (specification.isReference)
        targets.noteIndirectTarget(target);
    add(machine, target);
}

} // namespace rst
