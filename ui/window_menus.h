// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

class QAction;
class QMainWindow;
class QMenu;

namespace ui {

/// The actions of the window's parts, sorted for people. An empty entry is a separator.
struct WindowActions {
    QList<QAction *> file = {};
    QList<QAction *> edit = {};
    QList<QAction *> insert = {};
    QList<QAction *> view = {};
    QList<QAction *> post = {};
    QList<QAction *> help = {};
    QMenu *templates = nullptr; // below "New"
    QMenu *recent = nullptr;    // below "Open"
    QList<QAction *> colourSchemes = {};
    QList<QAction *> files = {}; // the tool bar's three groups
    QList<QAction *> modes = {};
    QList<QAction *> exports = {};
};

/// Fills menu bar and tool bar.
void addMenus(QMainWindow *window, const WindowActions &actions);

} // namespace ui
