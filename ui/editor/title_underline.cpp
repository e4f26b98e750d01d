// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/title_underline.h"

#include "session/markup_edits.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <utility>

namespace ui {

TitleUnderline::TitleUnderline(QPlainTextEdit *editor) : QObject(editor), m_editor(editor)
{
    connect(editor->document(), &QTextDocument::contentsChange, this, &TitleUnderline::remember);
    connect(editor, &QPlainTextEdit::textChanged, this, &TitleUnderline::follow);
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
    const int position = std::exchange(m_position, -1);
    if (position < 0 || m_editor->document()->isRedoAvailable()) // an undo brings its own adornment back
        return;
    const QTextBlock title = m_editor->document()->findBlock(position);
    const int column = position - title.position();
    if (!title.isValid() || column + m_added > title.text().size()) // more than one line was changed
        return;
    const int after = session::columnsOf(title.text());
    const int before = after - session::columnsOf(title.text().sliced(column, m_added)) + m_removed;
    if (before == after || before < 2 || after < 2)
        return;
    if (session::isAdornmentOf(title.next().text(), before))
        widen(title.next(), before, after);
    else
        return;
    if (session::isAdornmentOf(title.previous().text(), before))
        widen(title.previous(), before, after);
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
