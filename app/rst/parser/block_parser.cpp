// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/block_parser.h"

#include "rst/directives/directive.h"
#include "rst/parser/inline_parser.h"
#include "rst/parser/machine_scope.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <utility>

namespace rst {

void BlockParser::parseDocument(Lines lines, const std::array<InsertedLines, 2> &inserted)
{
    for (const Line &line : lines) {
        if (line.text.size() <= m_context.settings.lineLengthLimit ||
            countCodePoints(line.text) <= m_context.settings.lineLengthLimit)
            continue;
        const Place place{0, m_context.document.sources().spanOf(line.text)};
        m_context.document.append(Document::root(),
                                  m_context.reporter.report<DiagnosticKind::LineTooLong>(place, line.number));
        return;
    }
    if (!lines.empty())
        m_context.document.setSpan(Document::root(), spanOf(m_context.document.sources(), lines));
    m_lineCount = std::uint32_t(lines.size());
    Block block(lines, 1);
    for (const InsertedLines &more : inserted) {
        if (more.lines.empty())
            continue;
        block.insert(more.place, more.lines);
        m_lineCount += std::uint32_t(more.lines.size());
    }
    BlockMachine machine{
        .block = block, .node = Document::root(), .matchTitles = true, .isAttached = true, .isOutermost = true};
    run(machine);
}

void BlockParser::nestedParse(Lines lines, NodeId parent, SectionTitles titles, std::uint32_t firstLine)
{
    if (m_depth == maximumDepth) {
        parseTooDeep(lines, parent);
        return;
    }
    Block block(lines, firstLine != 0 ? firstLine : docutilsLineNumber(lines));
    BlockMachine machine{.block = block, .node = parent, .matchTitles = titles == SectionTitles::Allowed};
    // Most elements join the document when their content is complete; these are there before.
    machine.isAttached =
        m_context.document[parent].is(NodeKind::Header) || m_context.document[parent].is(NodeKind::Footer);
    ++m_depth;
    run(machine);
    --m_depth;
}

std::uint32_t BlockParser::docutilsLineNumber(Lines lines) const
{
    if (lines.empty())
        return 1;
    if (m_directive != nullptr && m_directive->content.data() == lines.data())
        return m_directive->contentLine;
    // As far off as the block around it.
    if (m_machine == nullptr || !m_machine->isInside())
        return lines.front().number;
    return lines.front().number + m_machine->lineNumber() - m_machine->sourceLine();
}

void BlockParser::parseTooDeep(Lines lines, NodeId parent)
{
    const Lines text = trimmedBlank(lines);
    if (text.empty())
        return;
    Document &document = m_context.document;
    const Span span = spanOf(document.sources(), text);
    if (!std::exchange(m_hasReportedDepth, true))
        document.append(parent, m_context.reporter.report<DiagnosticKind::NestingTooDeep>({text.front().number, span},
                                                                                          maximumDepth));
    const NodeId block = document.append(parent, NodeKind::LiteralBlock, span, text.front().number);
    document.setAttribute(block, AttributeName::XmlSpace, "preserve");
    document.appendText(block, joined(document, text).text, span);
}

std::vector<NodeId> BlockParser::inlineText(const InlineText &text, std::uint32_t line, NodeId parent)
{
    return m_context.inlines->parse(text, line, parent);
}

SectionTitles BlockParser::sectionTitles() const noexcept
{
    return m_machine != nullptr && m_machine->matchTitles ? SectionTitles::Allowed : SectionTitles::NotAllowed;
}

// The state machine. docutils' `StateMachine.run`, with the state `Body`.

void BlockParser::run(BlockMachine &machine)
{
    const MachineScope scope(m_machine, m_context.blockParent, machine);
    while (nextLine(machine)) {
        const LineArena::Scope lines(m_context.lines);
        if (body(machine) == Flow::EndOfInput)
            break;
    }
}

BlockParser::Flow BlockParser::body(BlockMachine &machine)
{
    const TransitionMatch match = matchTransition(machine.text());
    switch (match.transition) {
    case Transition::Blank: return Flow::Continue;
    case Transition::Indent: indent(machine); return Flow::Continue;
    case Transition::Bullet: bullet(machine, match.end); return Flow::Continue;
    case Transition::Enumerator: return enumerator(machine, match.end) ? Flow::Continue : text(machine);
    case Transition::FieldMarker: fieldMarker(machine, match.end); return Flow::Continue;
    case Transition::OptionMarker: return optionMarker(machine, match.end) ? Flow::Continue : text(machine);
    case Transition::Doctest: doctest(machine); return Flow::Continue;
    case Transition::LineBlock: lineBlock(machine, match.end); return Flow::Continue;
    case Transition::GridTableTop: tableTop(machine, TableKind::Grid); return Flow::Continue;
    case Transition::SimpleTableTop: tableTop(machine, TableKind::Simple); return Flow::Continue;
    case Transition::ExplicitMarkup: explicitMarkup(machine, match.end); return Flow::Continue;
    case Transition::Anonymous: anonymous(machine, match.end); return Flow::Continue;
    case Transition::Line:
        if (const std::optional<Flow> flow = line(machine))
            return *flow;
        return text(machine);
    case Transition::Text: return text(machine);
    }
    std::unreachable();
}

bool BlockParser::nextLine(BlockMachine &machine, std::ptrdiff_t count)
{
    machine.at += count;
    m_readersPlace = {.line = machine.isInside() ? machine.line().number : 0,
                      .hasSource = machine.size() > 0 && machine.at <= machine.size()};
    if (machine.isOutermost)
        m_context.reporter.setCurrentLine(machine.sourceLine());
    return machine.isInside();
}

BlockMachine BlockParser::nestedMachine(const BlockMachine &machine, NodeId node)
{
    BlockMachine nested = machine;
    nested.node = node;
    nested.matchTitles = false;
    nested.isOutermost = false;
    nested.eofCheck = true;
    return nested;
}

void BlockParser::finishNested(BlockMachine &machine, const BlockMachine &nested, bool blankFinish,
                               std::string_view construct)
{
    goToLine(machine, nested.at);
    if (nested.node != machine.node)
        setSpanEnd(nested.node, machine);
    if (!blankFinish)
        reportUnindent(machine, construct);
}

void BlockParser::reportUnindent(const BlockMachine &machine, std::string_view construct)
{
    // What is wrong is one line further down.
    const Place place{machine.lineNumber() + 1, spanOfLine(machine, machine.at + 1)};
    add(machine, m_context.reporter.report<DiagnosticKind::BlankLineMissing>(place, construct));
}

// Adding elements. docutils' `Node.setup_child` gives a child of an element that is in the document the line at which the
// machine stands, where it has none yet.

void BlockParser::add(const BlockMachine &machine, NodeId node)
{
    if (machine.isAttached && node != NodeId::None)
        m_context.document.setUpChild(node, m_readersPlace);
    m_context.document.append(machine.node, node);
}

void BlockParser::add(const BlockMachine &machine, const std::vector<NodeId> &nodes)
{
    for (const NodeId node : nodes)
        add(machine, node);
}

NodeId BlockParser::append(const BlockMachine &machine, NodeKind kind, Span span)
{
    const NodeId node = m_context.document.append(machine.node, kind, span);
    if (machine.isAttached)
        m_context.document.setUpChild(node, m_readersPlace);
    return node;
}

void BlockParser::noteAppended(const BlockMachine &machine, NodeId last)
{
    if (!machine.isAttached)
        return;
    Document &document = m_context.document;
    NodeRef node = last == NodeId::None ? document[machine.node].firstChild() : document[last].next();
    for (; node; node = node.next())
        document.setUpChild(node.id(), m_readersPlace);
}

void BlockParser::quote(NodeId message, const BlockMachine &machine, std::ptrdiff_t first, std::ptrdiff_t last)
{
    const Lines lines = machine.block.lines.subspan(std::size_t(first), std::size_t(last - first + 1));
    m_context.reporter.quote(message, joinedText(lines));
}

// Spans.

Span BlockParser::spanOfLine(const BlockMachine &machine, std::ptrdiff_t index) const
{
    return spanOfLines(machine, index, index);
}

Span BlockParser::spanOfLines(const BlockMachine &machine, std::ptrdiff_t first, std::ptrdiff_t last) const
{
    const Lines lines = machine.block.lines;
    if (lines.empty() || last < first)
        return {};
    if (first >= machine.size()) { // past the end
        const Span line = m_context.document.sources().spanOf(lines.back().text);
        return {line.end, line.end};
    }
    const auto begin = std::size_t(std::max<std::ptrdiff_t>(first, 0));
    auto end = std::size_t(std::clamp<std::ptrdiff_t>(last, std::ptrdiff_t(begin), machine.size() - 1));
    while (end > begin && lines[end].text.empty())
        --end;
    return spanOf(m_context.document.sources(), lines.subspan(begin, end - begin + 1));
}

void BlockParser::setSpanEnd(NodeId node, const BlockMachine &machine)
{
    Document &document = m_context.document;
    const Span span = document[node].span();
    const Lines lines = machine.block.lines;
    const std::uint32_t file = document.sources().fileOf(span.begin);
    for (std::ptrdiff_t last = std::min(machine.at, machine.size() - 1); last >= 0; --last) {
        const Span line = document.sources().spanOf(lines[std::size_t(last)].text);
        if (line.end <= span.begin && document.sources().fileOf(line.begin) == file)
            return;
        if (line.isEmpty() || document.sources().fileOf(line.begin) != file)
            continue; // a blank line, or one of a file included there
        document.setSpan(node, {span.begin, std::max(span.end, line.end)});
        return;
    }
}

void BlockParser::insertInput(Lines lines, std::string path)
{
    if (m_machine == nullptr)
        return;
    // A blank line on both sides, and a mark where the file ends: docutils reads a comment there.
    SourceMap &sources = m_context.document.sources();
    std::vector<Line> included;
    included.reserve(lines.size() + 4);
    const std::string end = "\n.. end of inclusion from \"" + path + "\"\n";
    const auto after = std::uint32_t(lines.size() + 1);
    const std::span<const Line> mark = sources.addPart(path, end, after, m_context.settings.tabWidth);
    included.push_back({.text = mark.front().text, .number = 0});
    included.insert(included.end(), lines.begin(), lines.end());
    included.insert(included.end(), mark.begin(), mark.end());
    included.push_back({.text = mark.front().text, .number = after + 2});
    m_machine->block.insert(std::size_t(std::min(m_machine->at + 1, m_machine->size())), included);
    m_includedPaths.push_back(std::move(path));
}

} // namespace rst
