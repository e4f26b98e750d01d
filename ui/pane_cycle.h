// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace ui {

/// F6 and Shift+F6: from pane to pane with the keyboard alone. Panes that are not shown are left out.
class PaneCycle : public QObject
{
    Q_OBJECT

public:
    /// In the order of the walk; each pane has a focus proxy or takes the keyboard itself.
    PaneCycle(const QList<QWidget *> &panes, QWidget *window);

    [[nodiscard]] QAction *nextAction() const { return m_next; }
    [[nodiscard]] QAction *previousAction() const { return m_previous; }

private:
    void go(qsizetype step);

    QList<QWidget *> m_panes;
    QAction *m_next;
    QAction *m_previous;
};

} // namespace ui
