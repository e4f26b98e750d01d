// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/editor_gutter.h"

#include "ui/editor/problem_marks.h"
#include "ui/editor/rst_editor.h"
#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

namespace ui {

EditorGutter::EditorGutter(RstEditor *editor) : QWidget(editor), m_editor(editor)
{
    setObjectName(QStringLiteral("editor.gutter"));
    setAccessibleName(tr("Line numbers"));
}

int EditorGutter::iconSpace() const
{
    return m_editor->fontMetrics().height();
}

QSize EditorGutter::sizeHint() const
{
    const auto digits = QString::number(qMax(100, m_editor->blockCount())).size();
    return {iconSpace() + int(digits) * m_editor->fontMetrics().horizontalAdvance(u'9') + 14, 0};
}

void EditorGutter::follow(const QRect &changed, int scrolledBy)
{
    if (scrolledBy != 0)
        scroll(0, scrolledBy);
    else
        update(0, changed.y(), width(), changed.height());
}

void EditorGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Colours colours = coloursOf(m_editor->palette());
    painter.fillRect(event->rect(), m_editor->palette().color(QPalette::Base));
    painter.setFont(m_editor->font());

    const int current = m_editor->textCursor().blockNumber();
    const int lineHeight = m_editor->fontMetrics().height();
    QTextBlock block = m_editor->firstVisibleBlock();
    double top = m_editor->blockBoundingGeometry(block).translated(m_editor->contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const double height = m_editor->blockBoundingRect(block).height();
        if (block.isVisible() && top + height >= event->rect().top()) {
            const int y = qRound(top);
            painter.setPen(block.blockNumber() == current ? colours.text : colours.faintText);
            painter.drawText(QRect(0, y, width() - 10, lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(block.blockNumber() + 1));
            if (const auto severity = m_editor->m_marks->worstInLine(block)) {
                const int size = lineHeight - 5;
                severityIcon(*severity, m_editor->palette()).paint(&painter, QRect(4, y + 3, size, size));
            }
        }
        top += height;
        block = block.next();
    }
}

void EditorGutter::mousePressEvent(QMouseEvent *event)
{
    QTextCursor cursor = m_editor->cursorForPosition({0, event->pos().y()});
    cursor.movePosition(QTextCursor::StartOfBlock);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->setFocus();
}

} // namespace ui
