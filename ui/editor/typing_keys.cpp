// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/typing_keys.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/slot_filling.h"

#include "session/post_file.h"
#include "session/text_table.h"
#include "session/typing_edits.h"

#include <QKeyEvent>

namespace ui {

TypingKeys::TypingKeys(RstEditor *editor) : QObject(editor), m_editor(editor), m_slots(new SlotFilling(editor))
{
}

bool TypingKeys::takeReturn()
{
    if (m_editor->textCursor().hasSelection())
        return false;
    const session::MarkupEdit edit = session::continuedLine(m_editor->text(), m_editor->textCursor().position());
    if (edit.changes.empty())
        return false;
    m_editor->apply(edit);
    return true;
}

void TypingKeys::takeTab(session::CellStep step)
{
    const QString text = m_editor->text();
    const session::TextRange selection = m_editor->selection();
    const bool isForward = step == session::CellStep::Next;
    if (session::tableAt(text, selection.begin)) {
        // In two steps: who takes a new row back keeps what was typed before it, and the table whole.
        if (const session::MarkupEdit aligned = session::alignedTable(text, selection.begin); !aligned.changes.empty())
            m_editor->apply(aligned);
        m_editor->apply(session::enteredCell(m_editor->text(), m_editor->selection().begin, step));
        return;
    }
    if (isForward && !session::isAtIndent(text, selection) && m_slots->goOn())
        return;
    m_editor->apply(isForward ? session::indentedLines(text, selection) : session::outdentedLines(text, selection));
}

bool TypingKeys::take(const QKeyEvent &event)
{
    // The whole text is read for each of these keys, which a very large one makes slow; there they are plain keys.
    if (m_editor->isReadOnly() || m_editor->document()->characterCount() > session::largeTextLength)
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isReturn && modifiers == Qt::NoModifier)
        return takeReturn();
    const bool isBack =
        event.key() == Qt::Key_Backtab || (event.key() == Qt::Key_Tab && modifiers == Qt::ShiftModifier);
    const bool isTab = event.key() == Qt::Key_Tab && modifiers == Qt::NoModifier;
    if (isTab || isBack)
        takeTab(isTab ? session::CellStep::Next : session::CellStep::Previous);
    return isTab || isBack;
}

} // namespace ui
