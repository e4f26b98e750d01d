// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/typing_keys.h"

#include "ui/editor/rst_editor.h"

#include "session/post_file.h"
#include "session/table_edits.h"
#include "session/text_table.h"
#include "session/typing_edits.h"

#include <QKeyEvent>

namespace ui {

namespace {

bool takeReturn(RstEditor &editor)
{
    if (editor.textCursor().hasSelection())
        return false;
    const session::MarkupEdit edit = session::continuedLine(editor.text(), editor.textCursor().position());
    if (edit.changes.empty())
        return false;
    editor.apply(edit);
    return true;
}

void takeTab(RstEditor &editor, session::CellStep step)
{
    const QString text = editor.text();
    const session::TextRange selection = editor.selection();
    const bool isForward = step == session::CellStep::Next;
    if (session::tableAt(text, selection.begin)) {
        editor.apply(session::enteredCell(text, selection.begin, step));
        return;
    }
    const auto slot = session::nextSlot(text, selection.end);
    if (isForward && slot && !session::isAtIndent(text, selection)) {
        editor.goTo(*slot);
        return;
    }
    editor.apply(isForward ? session::indentedLines(text, selection) : session::outdentedLines(text, selection));
}

} // namespace

bool takeTypingKey(RstEditor &editor, const QKeyEvent &event)
{
    // The whole text is read for each of these keys, which a very large one makes slow; there they are plain keys.
    if (editor.isReadOnly() || editor.document()->characterCount() > session::largeTextLength)
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isReturn && modifiers == Qt::NoModifier)
        return takeReturn(editor);
    const bool isBack =
        event.key() == Qt::Key_Backtab || (event.key() == Qt::Key_Tab && modifiers == Qt::ShiftModifier);
    const bool isTab = event.key() == Qt::Key_Tab && modifiers == Qt::NoModifier;
    if (isTab || isBack)
        takeTab(editor, isTab ? session::CellStep::Next : session::CellStep::Previous);
    return isTab || isBack;
}

} // namespace ui
