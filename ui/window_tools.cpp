// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/window_tools.h"

#include "ui/dialogs/command_bar.h"
#include "ui/dialogs/settings_dialog.h"
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
    , m_openSettings(new QAction(themeIcon("configure"_L1), tr("&Settings…"), window))
{
    m_find->setObjectName(u"help.findAction"_s);
    m_find->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I)});
    m_openSettings->setObjectName(u"edit.settings"_s);
    m_openSettings->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Comma), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Comma)}); // GNOME, KDE
    window->addActions({m_find, m_openSettings});
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
