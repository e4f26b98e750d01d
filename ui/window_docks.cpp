// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/window_docks.h"

#include "ui/panels/outline_panel.h"
#include "ui/panels/problems_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace ui {

WindowDocks::WindowDocks(OutlinePanel *outline, ProblemsPanel *problems, QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_outline(add(outline, u"dock.outline"_s, tr("Outline"), Qt::LeftDockWidgetArea))
    , m_problems(add(problems, u"dock.problems"_s, tr("Problems"), Qt::BottomDockWidgetArea))
{
    window->resizeDocks({m_outline}, {200}, Qt::Horizontal);
    window->resizeDocks({m_problems}, {140}, Qt::Vertical);
}

QDockWidget *WindowDocks::add(QWidget *panel, const QString &name, const QString &title, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, m_window);
    dock->setObjectName(name);
    dock->setWidget(panel);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    dock->toggleViewAction()->setObjectName(name + u".toggle"_s);
    m_window->addDockWidget(area, dock);
    return dock;
}

void WindowDocks::show(const QByteArray &state)
{
    m_outline->show();
    m_problems->show();
    m_window->restoreState(state);
}

void WindowDocks::hide()
{
    m_outline->hide();
    m_problems->hide();
}

void WindowDocks::setProblemCount(std::size_t count)
{
    m_problems->setWindowTitle(count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
}

QList<QAction *> WindowDocks::actions() const
{
    return {m_outline->toggleViewAction(), m_problems->toggleViewAction()};
}

} // namespace ui
