// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"
#include "session/settings.h"

#include <QObject>

class QAction;
class QWidget;

namespace ui {

class MessageBar;

/// Which blog new posts are for, and the archive shows: that of the open post, or else the chosen one.
class BlogChoice : public QObject
{
    Q_OBJECT

public:
    BlogChoice(session::PostSession *session, MessageBar *messages, session::Settings *settings, QWidget *window);

    [[nodiscard]] QAction *chooseAction() const { return m_choose; }
    /// The blog whose rules and templates a new post follows.
    [[nodiscard]] post::BlogConfig blogForNew() const;
    /// A text without a file that is meant for this blog.
    [[nodiscard]] session::LoadedPost newPost(const QString &text = {}) const;

Q_SIGNALS:
    /// Another blog was chosen: its folder, or one that is none.
    void chosen(const QString &folder);

private:
    void choose();
    void use(const QString &folder);

    session::PostSession *m_session;
    MessageBar *m_messages;
    session::Settings *m_settings;
    QWidget *m_window;
    QAction *m_choose;
};

} // namespace ui
