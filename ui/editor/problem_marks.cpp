// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/problem_marks.h"

#include "ui/theme.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t mostSquiggles = 500; // on one screen

/// Where the offending text is empty, as for a missing blank line, the character at it stands for it.
session::TextRange shownRange(const session::Problem &problem)
{
    return {problem.range.begin, std::max(problem.range.end, problem.range.begin + 1)};
}

} // namespace

void ProblemMarks::set(const std::vector<session::Problem> &problems)
{
    m_problems = problems;
    std::ranges::stable_sort(m_problems, {}, [](const session::Problem &problem) { return problem.range.begin; });
    m_longest = 1;
    for (const session::Problem &problem : m_problems)
        m_longest = std::max(m_longest, problem.range.end - problem.range.begin);
}

void ProblemMarks::move(int position, int removed, int added)
{
    const int end = position + removed;
    const auto moved = [&](int offset) {
        if (offset >= end)
            return offset + added - removed;
        return std::min(offset, position + added);
    };
    for (session::Problem &problem : m_problems) {
        if (problem.range.end < position)
            continue;
        problem.range = {problem.range.begin < position ? problem.range.begin : moved(problem.range.begin),
                         moved(problem.range.end)};
        m_longest = std::max(m_longest, problem.range.end - problem.range.begin);
    }
}

QList<QTextEdit::ExtraSelection> ProblemMarks::selections(QTextDocument *document, session::TextRange visible,
                                                          const QPalette &palette) const
{
    const Colours colours = coloursOf(palette);
    QList<QTextEdit::ExtraSelection> selections;
    const int last = document->characterCount() - 1;
    auto problem = std::ranges::lower_bound(m_problems, visible.begin - m_longest, {},
                                            [](const session::Problem &p) { return p.range.begin; });
    for (; problem != m_problems.end() && problem->range.begin <= visible.end; ++problem) {
        const session::TextRange range = shownRange(*problem);
        if (range.end < visible.begin || range.begin > last || problem->severity == session::Severity::Unfilled)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document);
        selection.cursor.setPosition(std::max(range.begin, visible.begin));
        selection.cursor.setPosition(std::min({range.end, last, visible.end}), QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(colours.of(problem->severity));
        selections.append(selection);
        if (std::size_t(selections.size()) == mostSquiggles)
            break;
    }
    return selections;
}

std::optional<session::Severity> ProblemMarks::worstInLine(const QTextBlock &block) const
{
    std::optional<session::Severity> worst;
    auto problem = std::ranges::lower_bound(m_problems, block.position(), {},
                                            [](const session::Problem &p) { return p.range.begin; });
    for (; problem != m_problems.end() && problem->range.begin < block.position() + block.length(); ++problem) {
        if (problem->severity > session::Severity::Unfilled)
            worst = std::max(worst.value_or(problem->severity), problem->severity);
    }
    return worst;
}

QString ProblemMarks::explanationAt(int position) const
{
    QString text;
    auto problem = std::ranges::lower_bound(m_problems, position - m_longest, {},
                                            [](const session::Problem &p) { return p.range.begin; });
    for (; problem != m_problems.end() && problem->range.begin <= position; ++problem) {
        if (shownRange(*problem).end <= position || text.size() > 4000)
            continue;
        text += u"<p><b>%1</b>: %2"_s.arg(session::severityName(problem->severity).toHtmlEscaped(),
                                          problem->plain.toHtmlEscaped());
        if (!problem->formal.isEmpty() && problem->formal != problem->plain)
            text += u"<br><i>%1</i>"_s.arg(problem->formal.toHtmlEscaped());
        text += u"</p>"_s;
    }
    return text;
}

} // namespace ui
