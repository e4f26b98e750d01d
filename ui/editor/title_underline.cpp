// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/title_underline.h"

#include "session/text_lines.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace ui {

TitleUnderline::TitleUnderline(QPlainTextEdit *editor) : QObject(editor), m_editor(editor)
{
    connect(editor->document(), &QTextDocument::contentsChange, this, &TitleUnderline::remember);
    connect(editor, &QPlainTextEdit::textChanged, this, &TitleUnderline::follow);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, &TitleUnderline::noteLine);
}

void TitleUnderline::remember(int position, int removed, int added)
{
    if (removed == 0 && added == 0)
        return;
    m_position = position;
    m_removed = removed;
    m_added = added;
}

void TitleUnderline::follow()
{
    followEdit(std::exchange(m_position, -1));
    noteLine();
}

void TitleUnderline::followEdit(int position)
{
    if (position < 0 || m_editor->document()->isRedoAvailable()) // an undo brings its own adornment back
        return;
    const QTextBlock title = m_editor->document()->findBlock(position);
    const int column = position - title.position();
    // What an input method commits is told as a change of the whole line, its end included.
    const auto beyond = column + m_added - int(title.text().size());
    const int end = beyond == 1 && m_removed > 0 ? 1 : 0;
    if (!title.isValid() || beyond > end) // more than one line was changed
        return;
    const int after = session::columnsOf(title.text());
    const int before = title.blockNumber() == m_lineNumber
                           ? session::columnsOf(m_line)
                           : after - session::columnsOf(title.text().sliced(column, m_added - end)) + m_removed - end;
    if (before < 1)
        return;
    // A new title begins with one character, over the former one's adornment; two are the least that is one.
    const int present = std::max(before, 2);
    const int wanted = std::max(after, 2);
    if (present == wanted || !session::isAdornmentOf(title.next().text(), present))
        return;
    widen(title.next(), present, wanted);
    m_end = position + m_added;
    if (session::isAdornmentOf(title.previous().text(), present)) {
        widen(title.previous(), present, wanted);
        m_end += wanted - present;
    }
    m_revision = m_editor->document()->revision();
}

QTextCursor TitleUnderline::beginStep(const QKeyEvent &key) const
{
    const bool isLetter = !key.text().isEmpty() && key.text().front().isPrint();
    if (!isLetter && key.key() != Qt::Key_Backspace && key.key() != Qt::Key_Delete)
        return {};
    QTextCursor cursor = m_editor->textCursor();
    const QTextBlock title = cursor.block();
    if (!session::isAdornment(title.next().text()) ||
        !session::isAdornmentOf(title.next().text(), session::columnsOf(title.text())))
        return {};
    const QTextDocument *document = m_editor->document();
    const bool goesOn = isLetter && key.text() != u' ' && !cursor.hasSelection() && cursor.position() == m_end &&
                        document->revision() == m_revision && !document->isRedoAvailable();
    goesOn ? cursor.joinPreviousEditBlock() : cursor.beginEditBlock();
    return cursor;
}

void TitleUnderline::noteLine()
{
    if (m_position >= 0) // the cursor is told of before the text is
        return;
    const QTextBlock line = m_editor->textCursor().block();
    m_line = line.text();
    m_lineNumber = line.blockNumber();
}

void TitleUnderline::widen(const QTextBlock &adornment, int before, int after)
{
    QTextCursor cursor(adornment);
    cursor.joinPreviousEditBlock();
    cursor.movePosition(QTextCursor::EndOfBlock);
    if (after > before) {
        cursor.insertText(QString(after - before, adornment.text().front()));
    } else {
        cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, before - after);
        cursor.removeSelectedText();
    }
    cursor.endEditBlock();
}

} // namespace ui
