// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/view_actions.h"

#include "ui/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QGuiApplication>
#include <QStyleHints>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

ViewActions::ViewActions(session::Settings *settings, QWidget *text, QWidget *preview, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_text(text)
    , m_preview(preview)
    , m_window(window)
    , m_fullScreen(new QAction(themeIcon("view-fullscreen"_L1), tr("&Full Screen"), window))
{
    auto *modes = new QActionGroup(this);
    m_modes = {
        choice(modes, u"view.text"_s, "document-edit"_L1, tr("&Text"), QKeySequence(Qt::CTRL | Qt::Key_1)),
        choice(modes, u"view.both"_s, "view-split-left-right"_L1, tr("&Both"), QKeySequence(Qt::CTRL | Qt::Key_2)),
        choice(modes, u"view.preview"_s, "document-preview"_L1, tr("&Preview"), QKeySequence(Qt::CTRL | Qt::Key_3))};
    connect(modes, &QActionGroup::triggered, this,
            [this](QAction *action) { setMode(session::ViewMode(m_modes.indexOf(action))); });

    auto *schemes = new QActionGroup(this);
    m_schemes = {
        choice(schemes, u"view.systemColours"_s, "preferences-desktop-theme-global"_L1, tr("As the &System"), {}),
        choice(schemes, u"view.light"_s, "weather-clear"_L1, tr("&Light"), {}),
        choice(schemes, u"view.dark"_s, "weather-clear-night"_L1, tr("&Dark"), {})};
    m_schemes[qsizetype(settings->colourScheme)]->setChecked(true);
    connect(schemes, &QActionGroup::triggered, this,
            [this](QAction *action) { setScheme(session::ColourScheme(m_schemes.indexOf(action))); });

    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { // by the desktop
        if (m_settings->colourScheme == session::ColourScheme::System)
            applyColourScheme(m_settings->colourScheme);
    });

    m_fullScreen->setObjectName(u"view.fullScreen"_s);
    m_fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    m_fullScreen->setCheckable(true);
    window->addAction(m_fullScreen);
    connect(m_fullScreen, &QAction::toggled, window,
            [window](bool full) { full ? window->showFullScreen() : window->showNormal(); });
    setMode(settings->viewMode);
}

void ViewActions::setMode(session::ViewMode mode)
{
    m_settings->viewMode = mode;
    m_modes[qsizetype(mode)]->setChecked(true);
    m_text->setVisible(mode != session::ViewMode::Preview);
    m_preview->setVisible(mode != session::ViewMode::Text);
    Q_EMIT modeChanged(mode);
}

void ViewActions::setScheme(session::ColourScheme scheme)
{
    m_settings->colourScheme = scheme;
    applyColourScheme(scheme);
}

QAction *ViewActions::choice(QActionGroup *group, const QString &name, QLatin1StringView icon, const QString &text,
                             const QKeySequence &keys)
{
    auto *action = new QAction(themeIcon(icon), text, group);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setCheckable(true);
    m_window->addAction(action);
    return action;
}

} // namespace ui
