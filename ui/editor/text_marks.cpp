// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/text_marks.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/writing_modes.h"
#include "ui/theme.h"

#include "session/text_search.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <ranges>
#include <vector>

namespace ui {

namespace {

constexpr qsizetype mostHits = 1000; // on one screen

/// What is found may begin above the view, and be found for what stands below it; so far it is looked at, in characters.
constexpr int searchedAround = 2000;

/// What to look at for what is found in a stretch of the text: whole lines, unless they are long.
session::TextRange around(const QTextDocument &text, session::TextRange visible)
{
    const int begin = std::max(0, visible.begin - searchedAround);
    const int line = text.findBlock(begin).position();
    const QTextBlock last = text.findBlock(visible.end);
    return {begin - line < searchedAround ? line : begin,
            std::min(last.position() + last.length() - 1, visible.end + searchedAround)};
}

/// Hits that touch are one mark: a screen full of single letters is no more work than one of words.
void addHit(std::vector<session::TextRange> &marks, session::TextRange hit)
{
    if (!marks.empty() && marks.back().end == hit.begin)
        marks.back().end = hit.end;
    else
        marks.push_back(hit);
}

} // namespace

TextMarks::TextMarks(RstEditor *editor) : QObject(editor), m_editor(editor)
{
    connect(editor->document(), &QTextDocument::contentsChange, this, [this](int position, int removed, int added) {
        m_problems.move(position, removed, added);
        m_spelling.move(position, removed, added);
    });
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, &TextMarks::update);
    connect(&editor->modes(), &WritingModes::changed, this, &TextMarks::update);
    connect(editor->verticalScrollBar(), &QScrollBar::valueChanged, this, &TextMarks::update);
}

void TextMarks::setProblems(const std::vector<session::Problem> &problems)
{
    m_problems.set(problems);
    update();
}

void TextMarks::setMisspelt(const std::vector<session::SpelledWord> &words)
{
    m_spelling.set(words);
    update();
}

void TextMarks::setSearched(const QTextCursor &part)
{
    m_searched = part;
    update();
}

void TextMarks::setHits(const QRegularExpression &expression)
{
    m_hit = expression.pattern().isEmpty() ? expression : session::impatient(expression);
    update();
}

void TextMarks::clear()
{
    m_searched = {};
    m_problems.set({});
    m_spelling.set({});
}

/// What of the visible text the search looks at.
session::TextRange TextMarks::searchedOf(session::TextRange visible) const
{
    const int end = std::min(visible.end + 1, m_editor->document()->characterCount() - 1); // with the last line's end
    if (!m_searched.hasSelection())
        return {visible.begin, end};
    return {std::max(visible.begin, m_searched.selectionStart()), std::min(end, m_searched.selectionEnd())};
}

/// Lines from edge to edge, so that a mark of several has no ragged side.
QList<QTextEdit::ExtraSelection> TextMarks::searched(session::TextRange visible) const
{
    const session::TextRange range = searchedOf(visible);
    if (!m_searched.hasSelection() || range.begin >= range.end)
        return {};
    QTextEdit::ExtraSelection mark;
    mark.cursor = m_searched;
    mark.cursor.setPosition(range.begin);
    mark.cursor.setPosition(range.end, QTextCursor::KeepAnchor);
    mark.format.setBackground(coloursOf(m_editor->palette()).searched);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    return {mark};
}

/// A long text is not searched for the few hits in view, and no list of hits has to follow what is typed.
QList<QTextEdit::ExtraSelection> TextMarks::hits(session::TextRange visible) const
{
    visible.begin = m_editor->cursorForPosition({}).position(); // of a line that is long, most may be above the view
    const session::TextRange range = searchedOf(visible);
    if (m_hit.pattern().isEmpty() || range.begin >= range.end)
        return {};
    const session::TextRange read = around(*m_editor->document(), range);
    QTextCursor part(m_editor->document());
    part.setPosition(read.begin);
    part.setPosition(read.end, QTextCursor::KeepAnchor);
    const QString text = part.selectedText().replace(QChar::ParagraphSeparator, u'\n');
    const session::TextRange within =
        m_searched.hasSelection() ? session::TextRange{std::max(0, m_searched.selectionStart() - read.begin),
                                                       std::min(m_searched.selectionEnd(), read.end) - read.begin}
                                  : session::TextRange{0, int(text.size())};
    std::vector<session::TextRange> found;
    for (const session::TextRange hit : session::occurrences(text, m_hit, within)) {
        if (read.begin + hit.end > range.begin && read.begin + hit.begin < range.end)
            addHit(found, {read.begin + hit.begin, read.begin + hit.end});
    }
    QList<QTextEdit::ExtraSelection> marks;
    const QColor colour = coloursOf(m_editor->palette()).hit;
    for (const session::TextRange hit : found | std::views::take(mostHits)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = part;
        mark.cursor.setPosition(hit.begin);
        mark.cursor.setPosition(hit.end, QTextCursor::KeepAnchor);
        mark.format.setBackground(colour);
        marks.append(mark);
    }
    return marks;
}

void TextMarks::update()
{
    // While it takes in another text, Qt's editor has no cursor, and yet it scrolls. start() marks that text when it is there.
    if (m_editor->textCursor().isNull())
        return;
    // Setting the selections lays text out, which may scroll the view, which comes back here: Qt does not bear that.
    if (m_isMarking) {
        QMetaObject::invokeMethod(this, &TextMarks::update, Qt::QueuedConnection);
        return;
    }
    const QScopedValueRollback marking(m_isMarking, true);
    const Colours colours = coloursOf(m_editor->palette());
    const QTextCursor cursor = m_editor->textCursor();
    QTextEdit::ExtraSelection line;
    line.cursor = cursor;
    line.cursor.clearSelection();
    line.format.setBackground(colours.currentLine);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);

    const session::TextRange visible = m_editor->visibleRange();
    m_editor->setExtraSelections(searched(visible) + QList{line} + m_editor->modes().selections(visible) +
                                 slotSelections(*m_editor, visible) + hits(visible) +
                                 m_spelling.selections(cursor, visible, colours.error) +
                                 m_problems.selections(m_editor->document(), visible, m_editor->palette()));
    Q_EMIT updated();
}

} // namespace ui
