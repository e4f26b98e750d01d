// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/writing_modes.h"

#include "ui/theme.h"

#include "session/typing_edits.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isEmptyLine(const QTextBlock &block)
{
    return !block.isValid() || block.text().trimmed().isEmpty();
}

/// The paragraph that a block is in: the lines around it up to the next blank ones.
session::TextRange paragraphAt(QTextBlock block)
{
    QTextBlock last = block;
    while (!isEmptyLine(block) && !isEmptyLine(block.previous()))
        block = block.previous();
    while (!isEmptyLine(last) && !isEmptyLine(last.next()))
        last = last.next();
    return {block.position(), last.position() + last.length() - 1};
}

QTextEdit::ExtraSelection selectionOf(const QPlainTextEdit &editor, int begin, int end)
{
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(editor.document());
    selection.cursor.setPosition(begin);
    selection.cursor.setPosition(end, QTextCursor::KeepAnchor);
    return selection;
}

/// By lines, as the scroll bar counts: a line that was typed just now has no place in pixels yet.
void centre(const QPlainTextEdit &editor)
{
    const QTextCursor cursor = editor.textCursor();
    const QTextLine line = cursor.block().layout()->lineForTextPosition(cursor.positionInBlock());
    const int above = editor.viewport()->height() / editor.fontMetrics().lineSpacing() / 2;
    editor.verticalScrollBar()->setValue(cursor.block().firstLineNumber() + (line.isValid() ? line.lineNumber() : 0) -
                                         above);
}

} // namespace

WritingModes::WritingModes(QPlainTextEdit *editor)
    : QObject(editor)
    , m_editor(editor)
    , m_focus(new QAction(themeIcon("view-focus"_L1), tr("F&ocus Mode"), editor))
    , m_typewriter(new QAction(themeIcon("typewriter"_L1), tr("&Typewriter Scrolling"), editor))
{
    m_focus->setObjectName(u"editor.focus"_s);
    m_focus->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F11));
    m_focus->setToolTip(tr("Makes all paragraphs but the one you write in faint"));
    m_typewriter->setObjectName(u"editor.typewriter"_s);
    m_typewriter->setToolTip(tr("Keeps the line you write in the middle of the view"));
    for (QAction *action : {m_focus, m_typewriter}) {
        action->setCheckable(true);
        editor->addAction(action);
    }
    connect(m_focus, &QAction::toggled, this, &WritingModes::changed);
    connect(m_typewriter, &QAction::toggled, this, [this](bool isOn) {
        m_editor->setCenterOnScroll(isOn); // lets the last line come to the middle, too
        followCursor();
    });
    // Once the text is laid out, which it is not yet while it changes.
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, &WritingModes::followCursor, Qt::QueuedConnection);
}

QList<QTextEdit::ExtraSelection> WritingModes::selections(session::TextRange visible) const
{
    QList<QTextEdit::ExtraSelection> faint;
    if (!m_focus->isChecked())
        return faint;
    const session::TextRange paragraph = paragraphAt(m_editor->textCursor().block());
    const QColor colour = coloursOf(m_editor->palette()).faintText;
    for (const session::TextRange range : {session::TextRange{visible.begin, std::min(visible.end, paragraph.begin)},
                                           session::TextRange{std::max(visible.begin, paragraph.end), visible.end}}) {
        if (range.begin >= range.end)
            continue;
        faint.append(selectionOf(*m_editor, range.begin, range.end));
        faint.back().format.setForeground(colour);
    }
    return faint;
}

void WritingModes::followCursor()
{
    if (m_typewriter->isChecked() && !m_editor->textCursor().hasSelection()) // a selection is made by dragging
        centre(*m_editor);
}

QList<QTextEdit::ExtraSelection> slotSelections(const QPlainTextEdit &editor, session::TextRange visible)
{
    QList<QTextEdit::ExtraSelection> marks;
    const QColor colour = editor.palette().color(QPalette::Highlight);
    for (QTextBlock block = editor.document()->findBlock(visible.begin);
         block.isValid() && block.position() <= visible.end; block = block.next()) {
        const QString line = block.text();
        int from = 0;
        for (auto slot = session::nextSlot(line, 0); slot && slot->begin >= from;
             slot = session::nextSlot(line, from)) {
            marks.append(selectionOf(editor, block.position() + slot->begin, block.position() + slot->end));
            QColor background = colour;
            background.setAlphaF(0.25f);
            marks.back().format.setBackground(background);
            from = slot->end;
        }
    }
    return marks;
}

} // namespace ui
