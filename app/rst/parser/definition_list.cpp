// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Definition lists: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#definition-lists

#include "rst/parser/escapes.h"
#include "rst/parser/nested_list.h"
#include "rst/text/unicode.h"

#include <string>

namespace rst {

// Text.indent, then the states `DefinitionList` and `Definition`. The machine stands at the first definition's first line.
void BlockParser::definitionList(BlockMachine &machine)
{
    const std::ptrdiff_t first = machine.at - 1;
    const NodeId list = m_context.document.create(NodeKind::DefinitionList, spanOfLine(machine, first),
                                                  machine.block.sourceLine(first));
    const bool blankFinish = definitionListItem(machine, list);
    add(machine, list);
    nestedListParse(machine, list, blankFinish, "Definition list",
                    [&](BlockMachine &nested, const TransitionMatch &match) -> std::optional<bool> {
                        if (match.transition != Transition::Text)
                            return std::nullopt;
                        if (!nextLine(nested) || nested.text().empty() || nested.text().front() != ' ') {
                            previousLine(nested); // no definition
                            return std::nullopt;
                        }
                        return definitionListItem(nested, list);
                    });
}

// Text.definition_list_item; whether it ends with a blank line.
bool BlockParser::definitionListItem(BlockMachine &machine, NodeId list)
{
    Document &document = m_context.document;
    const LineArena::Scope scope(m_context.lines);
    const std::ptrdiff_t termLine = machine.at - 1;
    const std::uint32_t lineNumber = machine.lineNumber();
    const std::uint32_t sourceLine = machine.sourceLine();
    const IndentedBlock block = indentedBlock(machine);

    const NodeId item = document.create(NodeKind::DefinitionListItem, spanOfLines(machine, termLine, machine.at),
                                        machine.block.sourceLine(termLine));
    const std::vector<NodeId> messages = term(machine, item, termLine);
    const NodeId definition =
        document.append(item, NodeKind::Definition, spanOf(document.sources(), trimmedBlank(block.lines)), sourceLine);
    for (const NodeId message : messages)
        document.append(definition, message);
    if (machine.block.lines[std::size_t(termLine)].text.ends_with("::")) {
        const Place place{lineNumber, spanOfLine(machine, termLine)};
        document.append(definition, m_context.reporter.report<DiagnosticKind::LiteralBlockAsDefinition>(place));
    }
    nestedParse(block, definition);
    document.append(list, item);
    return block.blankFinish;
}

namespace {

/// Where a classifier's colon stands in `text`: blanks before it and behind it, none of them escaped where it matters.
struct Delimiter {
    std::size_t begin = std::string_view::npos; // of the blanks before the colon
    std::size_t end = std::string_view::npos;   // past the blanks behind it
};

/// The first delimiter from `from` on. In `text`, a null byte stands for the backslash of each escape.
[[nodiscard]] Delimiter findDelimiter(std::string_view text, std::size_t from) noexcept
{
    for (std::size_t colon = text.find(" : ", from); colon != std::string_view::npos;
         colon = text.find(" : ", colon + 1)) {
        std::size_t begin = colon;
        while (begin > from && text[begin - 1] == ' ')
            --begin;
        const std::size_t end = text.find_first_not_of(' ', colon + 2);
        return {.begin = begin, .end = end == std::string_view::npos ? text.size() : end};
    }
    return {};
}

} // namespace

// Text.term: the term and its classifiers, which only text outside of inline markup separates. The messages.
std::vector<NodeId> BlockParser::term(BlockMachine &machine, NodeId item, std::ptrdiff_t termLine)
{
    Document &document = m_context.document;
    const SourceMap &sources = document.sources();
    const Lines lines = machine.block.lines.subspan(std::size_t(termLine), 1);
    const std::uint32_t sourceLine = lines.front().number;
    const Span span = sources.spanOf(lines.front().text);
    NodeId current = document.append(item, NodeKind::Term, span, sourceLine);
    const std::vector<NodeId> messages =
        inlineText({.text = lines.front().text, .lines = lines}, machine.block.lineNumber(termLine), current);

    const NodeId term = current;
    std::vector<NodeId> children; // dealt out anew to the term and its classifiers
    for (const NodeRef child : document[term].children())
        children.push_back(child.id());
    for (const NodeId id : children)
        document.detach(id);
    for (const NodeId id : children) {
        const NodeRef child = document[id];
        const Span textSpan = child.span();
        const std::string_view source = child.is(NodeKind::Text) ? sources.textOf(textSpan) : std::string_view();
        const bool hasEscapes = source.contains('\\');
        const std::string escaped = hasEscapes ? withNulls(source) : std::string();
        const std::string_view text = hasEscapes ? std::string_view(escaped) : source;
        const auto stored = [&](std::size_t begin, std::size_t end) {
            return hasEscapes ? document.store(withoutNulls(text.substr(begin, end - begin)))
                              : text.substr(begin, end - begin);
        };
        Delimiter delimiter = findDelimiter(text, 0);
        if (delimiter.begin == std::string_view::npos) {
            document.append(current, id);
            continue;
        }
        const std::size_t end = trimmedRight(text.substr(0, delimiter.begin)).size();
        document.appendText(current, stored(0, end), {textSpan.begin, textSpan.begin + std::uint32_t(end)});
        if (current == term)
            document.setSpan(term, {span.begin, textSpan.begin + std::uint32_t(end)});
        while (delimiter.begin != std::string_view::npos) {
            const std::size_t begin = delimiter.end;
            delimiter = findDelimiter(text, begin);
            const std::size_t partEnd = delimiter.begin == std::string_view::npos ? text.size() : delimiter.begin;
            const Span partSpan{textSpan.begin + std::uint32_t(begin), textSpan.begin + std::uint32_t(partEnd)};
            current = document.append(item, NodeKind::Classifier, partSpan);
            document.appendText(current, stored(begin, partEnd), partSpan);
        }
    }
    return messages;
}

} // namespace rst
