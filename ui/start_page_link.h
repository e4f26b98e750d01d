// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/settings.h"

#include <QObject>

namespace ui {

class DraftRecovery;
class PostCommands;
class StartPage;

/// Fills the start page, and does what is chosen on it.
class StartPageLink : public QObject
{
    Q_OBJECT

public:
    StartPageLink(StartPage *page, PostCommands *commands, DraftRecovery *recovery, session::Settings *settings,
                  QObject *parent);

    /// Shows the templates and the recent posts as they are now.
    void refresh();
    void showDrafts();

private:
    StartPage *m_page;
    PostCommands *m_commands;
    session::Settings *m_settings;
};

} // namespace ui
