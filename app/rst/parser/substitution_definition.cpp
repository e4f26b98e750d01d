// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Substitution definitions: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#substitution-definitions

#include "rst/parser/block_parser.h"
#include "rst/parser/escapes.h"
#include "rst/parser/inline_parser.h"
#include "rst/parser/machine_scope.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <optional>

namespace rst {

namespace {

/// The name of a definition and where its contents begin.
struct NameMatch {
    std::string_view name = {};
    std::size_t end = 0;
};

/// The pattern `Body.explicit.patterns.substitution`, on text with null bytes for escaping backslashes.
[[nodiscard]] std::optional<NameMatch> matchName(std::string_view text)
{
    if (text.empty() || text.front() == ' ')
        return std::nullopt;
    for (std::size_t bar = text.find('|', 1); bar != std::string_view::npos; bar = text.find('|', bar + 1)) {
        if (text[bar - 1] == '\0' || isSpace(decodeBefore(text, bar).value))
            continue;
        const std::size_t end = pastBlanks(text, bar + 1);
        if (end != std::string_view::npos)
            return NameMatch{.name = text.substr(0, bar), .end = end};
    }
    return std::nullopt;
}

/// The block's lines, trimmed and joined by blanks, and where each begins in that text.
struct TrimmedText {
    std::string text = {};
    std::vector<std::size_t> begins = {};
};

[[nodiscard]] TrimmedText trimmedText(Lines lines)
{
    TrimmedText result;
    for (const Line &line : lines) {
        if (&line != &lines.front())
            result.text += ' ';
        result.begins.push_back(result.text.size());
        result.text += withNulls(&line == &lines.front() ? line.text : trimmed(line.text));
    }
    return result;
}

/// What is left of the line in which the name ends, and the lines below it.
[[nodiscard]] IndentedBlock contentsAfter(const NameMatch &match, const TrimmedText &escaped, IndentedBlock block)
{
    std::size_t index = 0;
    while (index + 1 < block.lines.size() && match.name.size() >= escaped.begins[index + 1])
        ++index;
    const std::size_t inLine = match.end - escaped.begins[index];
    Line &contentLine = block.lines[index];
    const std::string_view wholeLine = index == 0 ? contentLine.text : trimmed(contentLine.text);
    contentLine.text = trimmed(wholeLine.substr(std::min(inLine, wholeLine.size())));
    if (contentLine.text.empty())
        ++index;
    block.firstLine += std::uint32_t(contentLine.text.empty()); // docutils leaves the lines of the name out of account
    block.lines = block.lines.subspan(index);
    while (!block.lines.empty() && block.lines.back().text.empty())
        block.lines = block.lines.first(block.lines.size() - 1);
    if (!block.lines.empty())
        block.lines.front().text = trimmed(block.lines.front().text);
    return block;
}

} // namespace

// Body.substitution_def; nothing where it is malformed.
std::optional<bool> BlockParser::substitutionDefinition(BlockMachine &machine, std::size_t markerEnd)
{
    Document &document = m_context.document;
    Reporter &reporter = m_context.reporter;
    const std::ptrdiff_t first = machine.at;
    const std::uint32_t sourceLine = machine.sourceLine();
    const std::string_view marker = machine.text().substr(0, markerEnd);
    IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd}, UntilBlank::No, StripIndent::No);
    const std::string blockText = std::string(marker) + joinedText(block.lines);
    const TrimmedText escaped = trimmedText(block.lines);
    const std::optional<NameMatch> match = matchName(escaped.text);
    if (!match)
        return std::nullopt;

    block = contentsAfter(*match, escaped, block);

    const Place place{sourceLine, spanOfLines(machine, first, machine.at)};
    const auto fail = [&](NodeId message) {
        reporter.quote(message, blockText);
        add(machine, message);
        return block.blankFinish;
    };
    if (block.lines.empty())
        return fail(reporter.report<DiagnosticKind::SubstitutionWithoutContents>(place, withoutNulls(match->name)));
    const NodeId definition = document.create(NodeKind::SubstitutionDefinition, place.span, sourceLine);
    document.setAttribute(definition, AttributeName::Rawsource, document.store(blockText));
    document.addAttribute(definition, AttributeName::Names, document.store(whitespaceNormalizeName(match->name)));
    block.blankFinish = substitutionContent(block, definition);

    for (NodeRef child = document[definition].firstChild(); child;) {
        const NodeRef next = child.next();
        if (!child.isA(Category::Inline)) {
            document.detach(child.id());
            add(machine, child.id());
        }
        child = next;
    }
    if (const NodeId illegal = disallowedInSubstitution(definition); illegal != NodeId::None) {
        const NodeId message =
            reporter.report<DiagnosticKind::SubstitutionWithIllegalElement>(place, document[illegal].tag());
        reporter.quote(message, trimmedRight(m_context.describe(document[illegal])));
        return fail(message);
    }
    if (!document[definition].hasChildren())
        return fail(reporter.report<DiagnosticKind::SubstitutionEmptyOrInvalid>(place, withoutNulls(match->name)));
    m_context.targets.noteSubstitutionDefinition(definition, document.store(match->name), machine.node);
    add(machine, definition);
    return block.blankFinish;
}

// The state `SubstitutionDef`: one directive. Blank lines and block quotes may stand before it: the quotes become neighbours of
// the definition. Whether it ends with a blank line.
bool BlockParser::substitutionContent(IndentedBlock block, NodeId definition)
{
    Block lines(block.lines, block.firstLine);
    BlockMachine nested{.block = lines, .node = definition};
    nested.isAttached = false;
    const MachineScope scope(m_machine, m_context.blockParent, nested);
    while (nextLine(nested) && (nested.text().empty() || nested.text().front() == ' ')) {
        if (!nested.text().empty())
            indent(nested);
    }
    if (!nested.isInside())
        return block.blankFinish;
    const std::string_view line = nested.text();
    const std::size_t length = simpleNameLength(line);
    const bool isDirective =
        length != 0 && line.substr(length).starts_with("::") && pastBlanks(line, length + 2) != std::string_view::npos;
    if (!isDirective)
        return nested.isAtEnd() ? block.blankFinish : nested.isNextLineBlank();
    const std::string_view name = m_context.document[definition].attribute(AttributeName::Names);
    const bool blankFinish = directive(nested, line.substr(0, length), pastBlanks(line, length + 2), name);
    return nested.isAtEnd() ? block.blankFinish : blankFinish;
}

// Body.disallowed_inside_substitution_definitions: elements that may stand in a document only once.
NodeId BlockParser::disallowedInSubstitution(NodeId definition) const
{
    const NodeRef top = m_context.document[definition];
    for (NodeRef node = top; node; node = node.following(top)) {
        if (node.hasAttribute(AttributeName::Ids) ||
            (node.is(NodeKind::Reference) && node.hasAttribute(AttributeName::Anonymous)) ||
            (node.is(NodeKind::FootnoteReference) && node.hasAttribute(AttributeName::Auto)))
            return node.id();
    }
    return NodeId::None;
}

} // namespace rst
