// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/steady_view.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

SteadyView::SteadyView(QPlainTextEdit *text) : QObject(text), m_text(text)
{
    text->installEventFilter(this);
}

bool SteadyView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide) {
        m_top.reset();
    } else if ((event->type() == QEvent::Resize || event->type() == QEvent::Move) && !m_isMoving) {
        // The text's viewport has its former size until the event is through. A layout moves and resizes several times; what
        // comes of it is looked at once, before it is painted.
        m_isMoving = true;
        m_showsCursor = m_text->viewport()->rect().contains(m_text->cursorRect());
        QMetaObject::invokeMethod(this, &SteadyView::settle, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void SteadyView::settle()
{
    m_isMoving = false;
    if (!m_text->isVisible())
        return;
    const int top = m_text->mapTo(m_text->window(), QPoint()).y();
    const int moved = top - std::exchange(m_top, top).value_or(top);
    const QScopedValueRollback scrolling(m_isScrolling, true);
    QScrollBar *bar = m_text->verticalScrollBar(); // it counts lines
    bar->setValue(bar->value() + int(std::lround(double(moved) / std::max(1, m_text->cursorRect().height()))));
    if (m_showsCursor && !m_text->viewport()->rect().contains(m_text->cursorRect()))
        m_text->ensureCursorVisible();
}

} // namespace ui
