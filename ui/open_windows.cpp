// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/open_windows.h"

#include "ui/main_window.h"

#include "session/post_session.h"

#include <QApplication>
#include <QFileInfo>

namespace ui {

namespace {

QList<MainWindow *> mainWindows()
{
    QList<MainWindow *> windows;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            windows.append(window);
    }
    return windows;
}

QList<MainWindow *> shownWindows()
{
    QList<MainWindow *> windows = mainWindows();
    windows.removeIf([](const MainWindow *window) { return !window->isVisible(); });
    return windows;
}

} // namespace

MainWindow *openWindow(session::Settings *settings)
{
    auto *window = new MainWindow(settings);
    window->setAttribute(Qt::WA_DeleteOnClose);
    return window;
}

bool raiseWindowOf(const QString &path, const QWidget *own)
{
    const QString file = QFileInfo(path).canonicalFilePath();
    for (MainWindow *window : shownWindows()) {
        const QString other = window->postSession()->path();
        if (window == own || file.isEmpty() || other.isEmpty() || QFileInfo(other).canonicalFilePath() != file)
            continue;
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
        window->raise();
        window->activateWindow();
        return true;
    }
    return false;
}

void openFiles(const QStringList &paths, MainWindow *window, session::Settings *settings)
{
    openInWindows(paths.sliced(1), settings);
    window->openFile(paths.front()); // at last, as it may ask something
}

void openInWindows(const QStringList &paths, session::Settings *settings)
{
    for (const QString &path : paths) {
        if (raiseWindowOf(path, nullptr))
            continue;
        MainWindow *other = openWindow(settings);
        other->openFile(path);
        other->show();
    }
}

void closeAllWindows(session::Settings *settings)
{
    QList<session::OpenPost> posts;
    for (const MainWindow *window : shownWindows()) {
        if (const auto post = window->openPost())
            posts.append(*post);
    }
    for (MainWindow *window : shownWindows()) {
        if (!window->close())
            return;
    }
    settings->openPosts = posts; // each window has left its own there
}

void deleteWindows()
{
    // With a window go its menus and dialogs, which are in the list of Qt's, too: they must not be looked at afterwards.
    qDeleteAll(mainWindows());
}

} // namespace ui
