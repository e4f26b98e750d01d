// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;
class QWidget;

namespace ui {

class ArchivePanel;
class OutlinePanel;
class ProblemsPanel;

/// The docks around the text. All but the archive belong to a post: while the start page is shown they are gone.
class WindowDocks : public QObject
{
    Q_OBJECT

public:
    WindowDocks(ArchivePanel *archive, OutlinePanel *outline, ProblemsPanel *problems, QMainWindow *window);

    /// Shows those that `state` (of QMainWindow::saveState()) says, or all.
    void show(const QByteArray &state);
    void hide();
    /// What is left to fill in is no problem, and told apart.
    void setProblemCount(std::size_t count, std::size_t unfilled);
    [[nodiscard]] QList<QAction *> actions() const;
    /// Shows or hides the archive.
    [[nodiscard]] QAction *archiveAction() const;

private:
    void makeRoom();
    [[nodiscard]] QDockWidget *add(QWidget *panel, const QString &name, const QString &title, Qt::DockWidgetArea area);

    QMainWindow *m_window;
    QDockWidget *m_archive;
    QDockWidget *m_outline;
    QDockWidget *m_problems;
};

} // namespace ui
