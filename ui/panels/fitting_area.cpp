// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/fitting_area.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace ui {

FittingArea::FittingArea(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its fields have it, and come into view with it
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FittingArea::setRoom(int height)
{
    if (std::exchange(m_room, height) != height)
        updateGeometry();
}

int FittingArea::contentHeight(int width) const
{
    return widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : widget()->sizeHint().height();
}

int FittingArea::heightForWidth(int width) const
{
    return std::min(contentHeight(width), std::max(m_room, minimumSizeHint().height()));
}

QSize FittingArea::sizeHint() const
{
    const int width = widget()->sizeHint().width();
    return {width, heightForWidth(width)};
}

/// Beside a scroll bar, the content has its least width.
QSize FittingArea::minimumSizeHint() const
{
    constexpr int leastRows = 3;
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            std::min(widget()->minimumSizeHint().height(), leastRows * fontMetrics().height() * 3 / 2)};
}

bool FittingArea::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // of the content: another height is wanted
        updateGeometry();
    return QScrollArea::event(event);
}

} // namespace ui
