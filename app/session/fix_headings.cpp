// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/fix_proposals.h"

#include "rst/text/unicode.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

using rst::DiagnosticKind;

constexpr std::string_view adornmentMarks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

std::string_view withoutBlanks(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// A line of one and the same mark.
bool isMarkLine(std::string_view line)
{
    line = withoutBlanks(line);
    return !line.empty() && adornmentMarks.contains(line[0]) && line.find_first_not_of(line[0]) == line.npos;
}

/// A heading's lines; no title where there is none at hand.
struct Heading {
    int title = 0;
    int underline = 0;
    int overline = 0; // 0 for none
};

/// The heading that a message about a line means. Messages name the overline, the title or the underline.
Heading headingAt(const FixProposals &fixes)
{
    for (const int title : {fixes.line - 1, fixes.line, fixes.line + 1}) {
        if (title < 1 || fixes.isBlank(title) || isMarkLine(fixes.textOf(title)) ||
            !isMarkLine(fixes.textOf(title + 1)))
            continue;
        const bool hasOverline = title > 1 && isMarkLine(fixes.textOf(title - 1));
        return {title, title + 1, hasOverline ? title - 1 : 0};
    }
    return {};
}

std::string indentOf(std::string_view line)
{
    return std::string(line.substr(0, std::min(line.find_first_not_of(" \t"), line.size())));
}

ByteEdit replacedLine(const FixProposals &fixes, int line, std::string text)
{
    return {fixes.positions.lineBegin(line), fixes.positions.lineEnd(line), std::move(text)};
}

/// A line and its end.
ByteEdit removedLine(const FixProposals &fixes, int line)
{
    const std::size_t begin = fixes.positions.lineBegin(line);
    const std::size_t next = std::min(fixes.positions.lineEnd(line) + 1, fixes.source.size());
    return {begin, next, {}};
}

void fitAdornments(FixProposals &fixes)
{
    const Heading heading = headingAt(fixes);
    if (heading.title == 0)
        return;
    const std::string_view underline = withoutBlanks(fixes.textOf(heading.underline));
    const std::string_view title = fixes.textOf(heading.title);
    const std::size_t width = rst::columnWidth(heading.overline != 0 ? title : std::string_view(withoutBlanks(title)));
    std::vector<ByteEdit> edits;
    const std::string indent = indentOf(fixes.textOf(heading.underline));
    const std::string wanted = indent + std::string(std::max<std::size_t>(width, 4), underline[0]);
    if (heading.overline != 0)
        edits.push_back(replacedLine(fixes, heading.overline, wanted));
    edits.push_back(replacedLine(fixes, heading.underline, wanted));
    fixes.add("underline"_L1, FixWords::tr("Make the line as long as the heading"), edits);
}

/// A heading where none may be becomes a bold line.
void makeBold(FixProposals &fixes)
{
    const Heading heading = headingAt(fixes);
    if (heading.title == 0)
        return;
    const std::string_view title = fixes.textOf(heading.title);
    std::vector<ByteEdit> edits;
    if (heading.overline != 0)
        edits.push_back(removedLine(fixes, heading.overline));
    edits.push_back(
        replacedLine(fixes, heading.title, indentOf(title) + "**" + std::string(withoutBlanks(title)) + "**"));
    edits.push_back(replacedLine(fixes, heading.underline, {}));
    fixes.add("bold"_L1, FixWords::tr("Make the heading a bold line"), edits);
}

/// A backslash before marks that are meant as text.
void escapeLine(FixProposals &fixes)
{
    for (const int line : {fixes.line, fixes.line - 1, fixes.line + 1}) {
        if (line < 1 || !isMarkLine(fixes.textOf(line)))
            continue;
        const std::size_t first = fixes.positions.lineBegin(line) + indentOf(fixes.textOf(line)).size();
        fixes.add("escape-line"_L1, FixWords::tr("Keep the marks as text"), {{first, first, "\\"}});
        return;
    }
}

void removeTransition(FixProposals &fixes)
{
    if (!isMarkLine(fixes.textOf(fixes.line)))
        return;
    ByteEdit edit = removedLine(fixes, fixes.line);
    if (fixes.isBlank(fixes.line - 1) && fixes.line > 1 && fixes.isBlank(fixes.line + 1))
        edit.begin = fixes.positions.lineBegin(fixes.line - 1); // one of the blank lines around it is enough
    fixes.add("transition"_L1, FixWords::tr("Take the dividing line away"), {edit});
}

/// A heading of a level that is not there yet: takes another one's marks.
void changeLevel(FixProposals &fixes)
{
    const Heading heading = headingAt(fixes);
    if (heading.title == 0)
        return;
    std::string seen;
    for (int line = 2; line < heading.title; ++line) {
        const std::string_view text = withoutBlanks(fixes.textOf(line));
        if (isMarkLine(text) && text.size() > 3 && !fixes.isBlank(line - 1) && !seen.contains(text[0]))
            seen.insert(seen.begin(), text[0]); // the deepest first
    }
    for (const char mark : seen) {
        std::vector<ByteEdit> edits;
        const std::string wanted(rst::columnWidth(fixes.textOf(heading.title)), mark);
        if (heading.overline != 0)
            edits.push_back(removedLine(fixes, heading.overline));
        edits.push_back(replacedLine(fixes, heading.underline, wanted));
        fixes.add("level"_L1,
                  FixWords::tr("Make it a heading of the level underlined with “%1”").arg(QLatin1Char(mark)), edits);
    }
}

void addUnderline(FixProposals &fixes)
{
    for (const int title : {fixes.line, fixes.line + 1}) {
        const std::string_view overline = withoutBlanks(fixes.textOf(title - 1));
        if (fixes.isBlank(title) || !isMarkLine(overline) || isMarkLine(fixes.textOf(title)))
            continue;
        const std::size_t end = fixes.positions.lineEnd(title);
        const std::size_t width = std::max(rst::columnWidth(fixes.textOf(title)), overline.size());
        fixes.add("add-underline"_L1, FixWords::tr("Add the line under the heading"),
                  {replacedLine(fixes, title - 1, std::string(width, overline[0])),
                   {end, end, '\n' + std::string(width, overline[0])}});
        return;
    }
}

} // namespace

void proposeHeadingFixes(FixProposals &fixes)
{
    if (!fixes.problem.kind)
        return;
    switch (*fixes.problem.kind) {
    case DiagnosticKind::TitleUnderlineTooShort:
    case DiagnosticKind::TitleUnderlineShortAsText:
    case DiagnosticKind::TitleOverlineTooShort:
    case DiagnosticKind::ShortOverlineAsText:
    case DiagnosticKind::OverlineUnderlineMismatch: fitAdornments(fixes); break;
    case DiagnosticKind::UnexpectedSectionTitle:
    case DiagnosticKind::UnexpectedTitleOrTransition:
        makeBold(fixes);
        escapeLine(fixes);
        break;
    case DiagnosticKind::MissingUnderline:
    case DiagnosticKind::IncompleteSectionTitle:
        addUnderline(fixes);
        escapeLine(fixes);
        break;
    case DiagnosticKind::InvalidTitleOrTransition:
    case DiagnosticKind::ShortAdornmentAsText: escapeLine(fixes); break;
    case DiagnosticKind::TitleLevelInconsistent:
        changeLevel(fixes);
        makeBold(fixes);
        break;
    case DiagnosticKind::TransitionFirst:
    case DiagnosticKind::TransitionsAdjacent:
    case DiagnosticKind::TransitionLast: removeTransition(fixes); break;
    default: break;
    }
}

} // namespace session
