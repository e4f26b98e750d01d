// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/settings.h"

#include <QStringList>

class QWidget;

namespace ui {

class MainWindow;

/// Another window, which is still to be shown; it deletes itself when it is closed. Each post has one of its own.
[[nodiscard]] MainWindow *openWindow(session::Settings *settings);

/// Brings another window than `own` forward, if a post is open there already: two that write one file would undo each
/// other's work. Whether there is one.
[[nodiscard]] bool raiseWindowOf(const QString &path, const QWidget *own);

/// Opens files: the first in this window, the others in windows of their own, but for posts that are open already.
void openFiles(const QStringList &paths, MainWindow *window, session::Settings *settings);

/// Opens each of the files in a window of its own, but for posts that are open already.
void openInWindows(const QStringList &paths, session::Settings *settings);

/// Closes all windows, and remembers the posts in them for the next start. A window that may not close (its user wants to
/// go on with unsaved text) keeps those that come after it open, too.
void closeAllWindows(session::Settings *settings);

/// The program ends: what is left of windows goes.
void deleteWindows();

} // namespace ui
