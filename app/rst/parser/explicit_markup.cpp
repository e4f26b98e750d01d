// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What `..` begins: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#explicit-markup-blocks

#include "rst/parser/block_parser.h"
#include "rst/parser/inline_parser.h"
#include "rst/parser/machine_scope.h"
#include "rst/text/utf8.h"

namespace rst {

namespace {

/// The label of a footnote or citation and how far its marker goes; no label where there is no such thing.
struct LabelMatch {
    std::string_view label = {};
    std::size_t end = 0;
    bool isFootnote = false;
};

/// The patterns of docutils' `Body.footnote` and `Body.citation`; `[` is at `at`.
[[nodiscard]] LabelMatch matchLabel(std::string_view line, std::size_t at) noexcept
{
    const std::string_view inside = line.substr(at + 1);
    const std::size_t digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
    LabelMatch match{.isFootnote = true};
    std::size_t length = digits;
    if (inside.starts_with('#')) {
        length = 1 + simpleNameLength(inside.substr(1));
    } else if (inside.starts_with('*')) {
        length = 1;
    } else if (digits == 0 || !inside.substr(digits).starts_with(']')) {
        length = simpleNameLength(inside);
        match.isFootnote = false;
    }
    if (length == 0 || !inside.substr(length).starts_with(']'))
        return {};
    match.end = pastBlanks(line, at + length + 2);
    if (match.end == std::string_view::npos)
        return {};
    match.label = inside.substr(0, length);
    return match;
}

} // namespace

// Body.explicit_markup
void BlockParser::explicitMarkup(BlockMachine &machine, std::size_t markerEnd)
{
    const bool blankFinish = explicitConstruct(machine, markerEnd);
    explicitList(machine, blankFinish);
}

// Body.anonymous
void BlockParser::anonymous(BlockMachine &machine, std::size_t markerEnd)
{
    const bool blankFinish = anonymousTarget(machine, markerEnd);
    explicitList(machine, blankFinish);
}

// Body.explicit_list, with the state `Explicit`.
void BlockParser::explicitList(BlockMachine &machine, bool blankFinish)
{
    BlockMachine nested = nestedMachine(machine, machine.node);
    nested.matchTitles = machine.matchTitles;
    const MachineScope scope(m_machine, m_context.blockParent, nested);
    while (nextLine(nested)) {
        const LineArena::Scope lines(m_context.lines);
        const TransitionMatch match = matchTransition(nested.text());
        if (match.transition == Transition::ExplicitMarkup) {
            blankFinish = explicitConstruct(nested, match.end);
        } else if (match.transition == Transition::Anonymous) {
            blankFinish = anonymousTarget(nested, match.end);
        } else {
            previousLine(nested);
            break;
        }
    }
    finishNested(machine, nested, blankFinish, "Explicit markup");
}

// Body.explicit_construct
bool BlockParser::explicitConstruct(BlockMachine &machine, std::size_t markerEnd)
{
    const std::string_view line = machine.text();
    NodeId malformed = NodeId::None;
    if (markerEnd > 2 && markerEnd < line.size()) {
        const char first = line[markerEnd];
        const bool isFollowed = markerEnd + 1 < line.size() && line[markerEnd + 1] != ' ';
        if (first == '[') {
            const LabelMatch match = matchLabel(line, markerEnd);
            if (!match.label.empty())
                return match.isFootnote ? footnote(machine, match.label, match.end)
                                        : citation(machine, match.label, match.end);
        } else if (first == '_' && isFollowed) {
            if (const std::optional<bool> blankFinish = hyperlinkTarget(machine, markerEnd + 1))
                return *blankFinish;
            const Place place{machine.lineNumber(), m_context.document.sources().spanOf(line)};
            malformed = m_context.reporter.report<DiagnosticKind::MalformedTarget>(place);
        } else if (first == '|' && isFollowed) {
            if (const std::optional<bool> blankFinish = substitutionDefinition(machine, markerEnd + 1))
                return *blankFinish;
            const Place place{machine.lineNumber(), m_context.document.sources().spanOf(line)};
            malformed = m_context.reporter.report<DiagnosticKind::MalformedSubstitutionDefinition>(place);
        } else if (const std::size_t length = simpleNameLength(line.substr(markerEnd)); length != 0) {
            const std::size_t nameEnd = markerEnd + length;
            const std::size_t colons = line.substr(nameEnd).starts_with(' ') ? nameEnd + 1 : nameEnd;
            const std::size_t end =
                line.substr(colons).starts_with("::") ? pastBlanks(line, colons + 2) : std::string_view::npos;
            if (end != std::string_view::npos)
                return directive(machine, line.substr(markerEnd, length), end);
        }
    }
    const bool blankFinish = comment(machine, line, markerEnd);
    if (malformed != NodeId::None)
        add(machine, malformed);
    return blankFinish;
}

// Body.comment. After malformed markup the machine no longer stands at the first line: what docutils makes a comment then
// is the last one.
bool BlockParser::comment(BlockMachine &machine, std::string_view firstLine, std::size_t markerEnd)
{
    Document &document = m_context.document;
    const std::ptrdiff_t first = machine.at;
    if (machine.isNextLineBlank()) {
        const std::string_view text = firstLine.substr(markerEnd);
        if (text.empty()) { // "A tiny but practical wart."
            const NodeId comment = append(machine, NodeKind::Comment, spanOfLine(machine, first));
            document.setAttribute(comment, AttributeName::XmlSpace, "preserve");
            return true;
        }
        if (text.starts_with("end of inclusion from \"") && !m_includedPaths.empty()) {
            m_includedPaths.pop_back();
            return true;
        }
    }
    const std::string_view line = machine.text();
    const std::size_t bytes = line.size() - withoutFirst(line, markerEnd).size();
    const IndentedBlock block = firstKnownIndentedBlock(machine, {bytes});
    const Lines lines = trimmedBlank(block.lines);
    const NodeId comment = append(machine, NodeKind::Comment, spanOfLines(machine, first, machine.at));
    document.setAttribute(comment, AttributeName::XmlSpace, "preserve");
    document.appendText(comment, joined(document, lines).text, spanOf(document.sources(), lines));
    return block.blankFinish;
}

} // namespace rst
