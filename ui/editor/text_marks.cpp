// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/text_marks.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/writing_modes.h"
#include "ui/theme.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ui {

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

void TextMarks::clear()
{
    m_searched = {};
    m_problems.set({});
    m_spelling.set({});
}

/// Lines from edge to edge, so that a mark of several has no ragged side.
QList<QTextEdit::ExtraSelection> TextMarks::searched(session::TextRange visible) const
{
    const int begin = std::max(visible.begin, m_searched.selectionStart());
    const int end = std::min(visible.end + 1, m_searched.selectionEnd()); // the last line's end is in view, too
    if (!m_searched.hasSelection() || begin >= end)
        return {};
    QTextEdit::ExtraSelection mark;
    mark.cursor = m_searched;
    mark.cursor.setPosition(begin);
    mark.cursor.setPosition(end, QTextCursor::KeepAnchor);
    mark.format.setBackground(coloursOf(m_editor->palette()).searched);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    return {mark};
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
                                 slotSelections(*m_editor, visible) +
                                 m_spelling.selections(cursor, visible, colours.error) +
                                 m_problems.selections(m_editor->document(), visible, m_editor->palette()));
    Q_EMIT updated();
}

} // namespace ui
