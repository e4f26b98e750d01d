// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/window_tools.h"

#include "ui/dialogs/command_bar.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/shortcut_overlay.h"
#include "ui/shortcuts.h"
#include "ui/theme.h"

#include <QAction>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace ui {

WindowTools::WindowTools(session::Settings *settings, QMainWindow *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
    , m_find(new QAction(themeIcon("system-search"_L1), tr("&Find Action…"), window))
    , m_keys(new QAction(themeIcon("input-keyboard"_L1), tr("&Keys of All Actions…"), window))
    , m_openSettings(new QAction(themeIcon("configure"_L1), tr("&Settings…"), window))
{
    m_find->setObjectName(u"help.findAction"_s);
    m_find->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I)});
    m_keys->setObjectName(u"help.keys"_s);
    m_keys->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Question), QKeySequence(Qt::CTRL | Qt::Key_F1)});
    m_openSettings->setObjectName(u"edit.settings"_s);
    m_openSettings->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Comma), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Comma)}); // GNOME, KDE
    window->addActions({m_find, m_keys, m_openSettings});
    connect(m_keys, &QAction::triggered, this, [this] { (new ShortcutOverlay(m_window))->open(); });
    connect(m_find, &QAction::triggered, this, [this] {
        auto *bar = new CommandBar(m_window);
        bar->show();
        bar->setFocus();
    });
    connect(m_openSettings, &QAction::triggered, this,
            [this] { (new SettingsDialog(m_settings, m_shortcuts, m_window))->open(); });
}

void WindowTools::takeKeys()
{
    m_shortcuts = new Shortcuts(m_settings, m_window);
}

} // namespace ui
