// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/settings.h"

#include <QObject>

class QAction;
class QMainWindow;

namespace ui {

class Shortcuts;

/// What is about the window itself rather than about a post: finding an action, the settings, the keys.
class WindowTools : public QObject
{
    Q_OBJECT

public:
    WindowTools(session::Settings *settings, QMainWindow *window);

    [[nodiscard]] QAction *findAction() const { return m_find; }
    [[nodiscard]] QAction *keysAction() const { return m_keys; }
    [[nodiscard]] QAction *settingsAction() const { return m_openSettings; }

    /// The menus are filled: their actions get the user's keys.
    void takeKeys();

private:
    session::Settings *m_settings;
    QMainWindow *m_window;
    QAction *m_find;
    QAction *m_keys;
    QAction *m_openSettings;
    Shortcuts *m_shortcuts = nullptr;
};

} // namespace ui
