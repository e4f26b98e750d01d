// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/pane_cycle.h"

#include <QAction>
#include <QApplication>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

PaneCycle::PaneCycle(const QList<QWidget *> &panes, QWidget *window)
    : QObject(window)
    , m_panes(panes)
    , m_next(new QAction(tr("Next Pane"), window))
    , m_previous(new QAction(tr("Previous Pane"), window))
{
    m_next->setObjectName(u"view.nextPane"_s);
    m_next->setShortcut(QKeySequence(Qt::Key_F6));
    m_previous->setObjectName(u"view.previousPane"_s);
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    connect(m_next, &QAction::triggered, this, [this] { go(1); });
    connect(m_previous, &QAction::triggered, this, [this] { go(-1); });
    window->addActions({m_next, m_previous});
}

void PaneCycle::go(qsizetype step)
{
    const QWidget *focused = QApplication::focusWidget();
    const auto here = std::ranges::find_if(m_panes, [focused](const QWidget *pane) {
        return focused && (pane == focused || pane->isAncestorOf(focused));
    });
    qsizetype index = here == m_panes.end() ? -step : here - m_panes.begin();
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        index = (index + step + m_panes.size()) % m_panes.size();
        if (m_panes[index]->isVisible()) {
            m_panes[index]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace ui
