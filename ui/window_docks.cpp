// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/window_docks.h"

#include "ui/panels/archive_panel.h"
#include "ui/panels/outline_panel.h"
#include "ui/panels/problems_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int problemsHeight = 140; // pixels; the text needs them more on a low screen

} // namespace

WindowDocks::WindowDocks(ArchivePanel *archive, OutlinePanel *outline, ProblemsPanel *problems, QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_archive(add(archive, u"dock.archive"_s, tr("Archive"), Qt::LeftDockWidgetArea))
    , m_outline(add(outline, u"dock.outline"_s, tr("Outline"), Qt::LeftDockWidgetArea))
    , m_problems(add(problems, u"dock.problems"_s, tr("Problems"), Qt::BottomDockWidgetArea))
{
    window->resizeDocks({m_outline}, {200}, Qt::Horizontal);
    window->resizeDocks({m_archive}, {260}, Qt::Horizontal);
    window->resizeDocks({m_problems}, {problemsHeight}, Qt::Vertical);
    m_archive->toggleViewAction()->setShortcut(QKeySequence(Qt::Key_F9));
    window->addAction(m_archive->toggleViewAction());
    m_archive->hide(); // until somebody wants it
    connect(m_archive->toggleViewAction(), &QAction::triggered, archive, [this, archive](bool isShown) {
        if (isShown) {
            archive->setFocus();
            QTimer::singleShot(0, this, &WindowDocks::makeRoom); // once it has its place
        }
    });
}

/// A list of posts wants more room than the headings of one.
void WindowDocks::makeRoom()
{
    if (m_archive->height() < m_outline->height() + 100 && m_outline->isVisible())
        m_window->resizeDocks({m_archive, m_outline}, {700, 200}, Qt::Vertical);
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
    if (!m_window->restoreState(state))
        m_window->resizeDocks({m_problems}, {std::min(problemsHeight, m_window->height() / 5)}, Qt::Vertical);
}

void WindowDocks::hide()
{
    m_outline->hide();
    m_problems->hide();
}

void WindowDocks::setProblemCount(std::size_t count, std::size_t unfilled)
{
    QStringList counts;
    if (count > 0)
        counts.append(QString::number(count));
    if (unfilled > 0)
        counts.append(tr("%1 to fill in").arg(unfilled));
    m_problems->setWindowTitle(counts.isEmpty() ? tr("Problems") : tr("Problems (%1)").arg(counts.join(u", "_s)));
}

QAction *WindowDocks::archiveAction() const
{
    return m_archive->toggleViewAction();
}

QList<QAction *> WindowDocks::actions() const
{
    return {m_outline->toggleViewAction(), m_problems->toggleViewAction()};
}

} // namespace ui
