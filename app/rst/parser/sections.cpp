// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Sections and their titles: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#sections
//
// A title that belongs to a section further up ends the machines of the sections in between: each steps back before the
// title, and the one around it looks at the title again. What is wrong with the title is therefore said several times.

#include "rst/parser/block_parser.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <utility>

namespace rst {

namespace {

/// Titles and markers shorter than this may well be text.
constexpr std::size_t shortestAdornment = 4;

} // namespace

// Text.underline; nothing where it is ordinary text.
std::optional<BlockParser::Flow> BlockParser::underline(BlockMachine &machine)
{
    const std::ptrdiff_t titleLine = machine.at - 1;
    const std::string_view title = machine.block.lines[std::size_t(titleLine)].text;
    const std::string_view underline = machine.text();
    const Place place{machine.lineNumber(), spanOfLine(machine, machine.at)};
    Title found{
        .text = title, .style = {.underline = underline.front()}, .firstLine = titleLine, .lineNumber = place.line - 1};
    if (columnWidth(title) > underline.size()) {
        if (underline.size() < shortestAdornment) {
            if (machine.matchTitles)
                add(machine, m_context.reporter.report<DiagnosticKind::TitleUnderlineShortAsText>(place));
            return std::nullopt;
        }
        found.messages.push_back(m_context.reporter.report<DiagnosticKind::TitleUnderlineTooShort>(place));
        quote(found.messages.back(), machine, titleLine, machine.at);
    }
    if (!machine.matchTitles) {
        const Place here{machine.sourceLine(), spanOfLines(machine, titleLine, machine.at)};
        const NodeId message = m_context.reporter.report<DiagnosticKind::UnexpectedSectionTitle>(here);
        quote(message, machine, titleLine, machine.at);
        add(machine, found.messages);
        add(machine, message);
        return Flow::Continue;
    }
    return section(machine, found);
}

// Body.line; nothing where it is ordinary text.
std::optional<BlockParser::Flow> BlockParser::line(BlockMachine &machine)
{
    if (machine.matchTitles)
        return lineState(machine);
    const std::string_view text = machine.text();
    if (text == "::")
        return std::nullopt;
    const Place place{machine.lineNumber(), spanOfLine(machine, machine.at)};
    if (text.size() < shortestAdornment) {
        add(machine, m_context.reporter.report<DiagnosticKind::ShortAdornmentAsText>(place));
        return std::nullopt;
    }
    const NodeId message = m_context.reporter.report<DiagnosticKind::UnexpectedTitleOrTransition>(place);
    quote(message, machine, machine.at, machine.at);
    add(machine, message);
    return Flow::Continue;
}

// The state `Line`: a title's overline, or a transition.
BlockParser::Flow BlockParser::lineState(BlockMachine &machine)
{
    const std::ptrdiff_t overline = machine.at;
    if (!nextLine(machine))
        return lineEof(machine, overline);
    if (machine.text().empty()) {
        if (machine.block.lines[std::size_t(overline)].text.size() < shortestAdornment)
            return stateCorrection(machine, 1);
        transition(machine, overline);
        return Flow::Continue;
    }
    if (isAdornment(machine.text()))
        return lineUnderline(machine);
    return lineText(machine);
}

// Line.eof: the input, or a section within this title's, has ended.
BlockParser::Flow BlockParser::lineEof(BlockMachine &machine, std::ptrdiff_t overline)
{
    if (std::exchange(m_isBubblingUp, false)) {
        // The title read last is still to be looked at again.
    } else if (machine.block.lines[std::size_t(overline)].text.size() < shortestAdornment) {
        return stateCorrection(machine, 1);
    }
    if (machine.eofCheck)
        transition(machine, overline);
    machine.eofCheck = true;
    return Flow::EndOfInput;
}

// Line.underline: two adornments in a row.
BlockParser::Flow BlockParser::lineUnderline(BlockMachine &machine)
{
    const std::ptrdiff_t overline = machine.at - 1;
    if (machine.block.lines[std::size_t(overline)].text.size() < shortestAdornment) {
        reportShortOverline(machine, overline);
        return stateCorrection(machine, 1);
    }
    reportTitle<DiagnosticKind::InvalidTitleOrTransition>(machine, overline, machine.at);
    return Flow::Continue;
}

// Line.text: an overline and a title; the underline is still to be read.
BlockParser::Flow BlockParser::lineText(BlockMachine &machine)
{
    const std::ptrdiff_t overlineAt = machine.at - 1;
    const std::string_view overline = machine.block.lines[std::size_t(overlineAt)].text;
    const std::string_view title = machine.text();
    const bool hasUnderline = nextLine(machine);
    const std::string_view underline = hasUnderline ? machine.text() : std::string_view();
    const bool isTooLong = columnWidth(title) > overline.size();
    if ((!hasUnderline || underline != overline || isTooLong) && overline.size() < shortestAdornment) {
        reportShortOverline(machine, overlineAt);
        return stateCorrection(machine, 2);
    }
    if (!hasUnderline) {
        reportTitle<DiagnosticKind::IncompleteSectionTitle>(machine, overlineAt, overlineAt + 1);
        return Flow::Continue;
    }
    if (!isAdornment(underline)) {
        reportTitle<DiagnosticKind::MissingUnderline>(machine, overlineAt, machine.at);
        return Flow::Continue;
    }
    if (overline != underline) {
        reportTitle<DiagnosticKind::OverlineUnderlineMismatch>(machine, overlineAt, machine.at);
        return Flow::Continue;
    }
    Title found{.text = trimmedLeft(title),
                .style = {.underline = underline.front(), .overline = overline.front()},
                .firstLine = overlineAt,
                .lineNumber = machine.block.lineNumber(overlineAt) + 1};
    if (isTooLong) {
        const Place place{machine.block.lineNumber(overlineAt), spanOfLine(machine, overlineAt)};
        found.messages.push_back(m_context.reporter.report<DiagnosticKind::TitleOverlineTooShort>(place));
        quote(found.messages.back(), machine, overlineAt, machine.at);
    }
    machine.eofCheck = false;
    if (section(machine, found) == Flow::EndOfInput)
        return lineEof(machine, overlineAt);
    machine.eofCheck = true;
    return Flow::Continue;
}

void BlockParser::reportShortOverline(BlockMachine &machine, std::ptrdiff_t overline)
{
    const Place place{machine.block.lineNumber(overline), spanOfLine(machine, overline)};
    add(machine, m_context.reporter.report<DiagnosticKind::ShortOverlineAsText>(place));
}

// Line.state_correction: steps back, and reads what seemed an overline as text.
BlockParser::Flow BlockParser::stateCorrection(BlockMachine &machine, std::ptrdiff_t count)
{
    previousLine(machine, count + 1);
    return nextLine(machine) ? text(machine) : Flow::EndOfInput;
}

void BlockParser::transition(BlockMachine &machine, std::ptrdiff_t marker)
{
    const NodeId transition =
        m_context.document.create(NodeKind::Transition, spanOfLine(machine, marker), machine.block.sourceLine(marker));
    add(machine, transition);
}

template <DiagnosticKind kind>
void BlockParser::reportTitle(BlockMachine &machine, std::ptrdiff_t first, std::ptrdiff_t last)
{
    const Place place{machine.block.lineNumber(first), spanOfLines(machine, first, last)};
    const NodeId message = m_context.reporter.report<kind>(place);
    quote(message, machine, first, last);
    add(machine, message);
}

// Sections proper.

BlockParser::Flow BlockParser::section(BlockMachine &machine, const Title &title)
{
    switch (checkSubsection(machine, title)) {
    case SubsectionCheck::Valid: return newSubsection(machine, title);
    case SubsectionCheck::Invalid: return Flow::Continue;
    case SubsectionCheck::BelongsFurtherUp: return Flow::EndOfInput;
    }
    std::unreachable();
}

BlockParser::SubsectionCheck BlockParser::checkSubsection(BlockMachine &machine, const Title &title)
{
    const auto known = std::ranges::find(m_titleStyles, title.style);
    const auto level = unsigned(known - m_titleStyles.begin()) + 1;
    if (known == m_titleStyles.end() && m_titleStyles.size() == m_sectionLevel) {
        m_titleStyles.push_back(title.style);
        return SubsectionCheck::Valid;
    }
    if (known != m_titleStyles.end() && level == m_sectionLevel + 1)
        return SubsectionCheck::Valid;
    if (known == m_titleStyles.end() || level > m_sectionLevel) {
        const Place place{title.lineNumber, spanOfLines(machine, title.firstLine, machine.at)};
        const NodeId message = m_context.reporter.report<DiagnosticKind::TitleLevelInconsistent>(place);
        quote(message, machine, title.firstLine, machine.at);
        add(machine, message);
        return SubsectionCheck::Invalid;
    }
    m_sectionLevel = level;
    const bool hasOverline = title.style.overline != 0;
    if (hasOverline)
        m_isBubblingUp = true;
    previousLine(machine, hasOverline ? 3 : 2);
    return SubsectionCheck::BelongsFurtherUp;
}

std::optional<unsigned> BlockParser::parseWithOwnTitles(Lines lines, NodeId parent, std::uint32_t firstLine)
{
    const std::vector<TitleStyle> around = std::exchange(m_titleStyles, {});
    const unsigned level = std::exchange(m_sectionLevel, 0);
    nestedParse(lines, parent, SectionTitles::Allowed, firstLine);
    m_sectionLevel = level;
    const std::vector<TitleStyle> own = std::exchange(m_titleStyles, around);
    if (own.empty())
        return std::nullopt;
    const auto known = std::ranges::find(around, own.front());
    return known == around.end() ? std::nullopt : std::optional(unsigned(known - around.begin()));
}

BlockParser::Flow BlockParser::newSubsection(BlockMachine &machine, const Title &title)
{
    Document &document = m_context.document;
    const unsigned level = m_sectionLevel++;
    const Span titleSpan = document.sources().spanOf(title.text);
    const NodeId section = append(machine, NodeKind::Section, spanOfLines(machine, title.firstLine, machine.at));

    const NodeId titleNode = document.create(NodeKind::Title, titleSpan, machine.isAttached ? m_readersPlace.line : 0);
    const Line titleLine{.text = title.text, .number = title.lineNumber};
    const std::vector<NodeId> titleMessages =
        inlineText({.text = title.text, .lines = {&titleLine, 1}}, title.lineNumber, titleNode);
    document.addAttribute(section, AttributeName::Names,
                          document.store(fullyNormalizeName(document[titleNode].asText())));

    BlockMachine nested = nestedMachine(machine, section);
    nested.matchTitles = true;
    add(nested, titleNode);
    add(nested, title.messages);
    add(nested, titleMessages);
    m_context.targets.noteImplicitTarget(section, section);

    run(nested);
    goToLine(machine, nested.at);
    setSpanEnd(section, machine);
    if (m_sectionLevel <= level) // the next title belongs further up
        return Flow::EndOfInput;
    m_sectionLevel = level; // the next title tells
    return Flow::Continue;
}

} // namespace rst
