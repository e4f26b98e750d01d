// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/editor_gutter.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/text_folding.h"
#include "ui/editor/text_marks.h"
#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
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

int EditorGutter::foldSpace() const
{
    return m_editor->fontMetrics().height();
}

QSize EditorGutter::sizeHint() const
{
    const auto digits = QString::number(qMax(100, m_editor->blockCount())).size();
    return {iconSpace() + int(digits) * m_editor->fontMetrics().horizontalAdvance(u'9') + foldSpace() + 6, 0};
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
            painter.drawText(QRect(0, y, width() - foldSpace(), lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(block.blockNumber() + 1));
            paintFold(painter, block, y);
            if (const auto severity = m_editor->marks().problems().worstInLine(block)) {
                const int size = lineHeight - 5;
                severityIcon(*severity, m_editor->palette()).paint(&painter, QRect(4, y + 3, size, size));
            }
        }
        top += height;
        block = block.next();
    }
}

/// An arrow that points down at what is open, and at the text of what is folded.
void EditorGutter::paintFold(QPainter &painter, const QTextBlock &block, int top) const
{
    const TextFolding &folding = m_editor->folding();
    if (!folding.canFold(block))
        return;
    const bool isFolded = folding.isFolded(block);
    const Colours colours = coloursOf(m_editor->palette());
    const double size = foldSpace() / 4.0;
    const QPointF middle(width() - foldSpace() / 2.0, top + foldSpace() / 2.0);
    QPolygonF arrow;
    if (isFolded)
        arrow << QPointF(-size / 2, -size) << QPointF(size / 2, 0) << QPointF(-size / 2, size);
    else
        arrow << QPointF(-size, -size / 2) << QPointF(0, size / 2) << QPointF(size, -size / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isFolded ? colours.text : colours.faintText, 1.4));
    painter.drawPolyline(arrow.translated(middle));
    painter.restore();
}

void EditorGutter::mousePressEvent(QMouseEvent *event)
{
    QTextCursor cursor = m_editor->cursorForPosition({0, event->pos().y()});
    if (event->pos().x() >= width() - foldSpace() && m_editor->folding().canFold(cursor.block())) {
        m_editor->folding().toggle(cursor.block());
        return;
    }
    cursor.movePosition(QTextCursor::StartOfBlock);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->setFocus();
}

} // namespace ui
