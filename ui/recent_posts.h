// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"
#include "session/settings.h"

#include <QObject>

class QMenu;
class QWidget;

namespace ui {

/// The posts that were open not long ago: their menu, and what becomes of them while the open one gets a title, another name
/// or a branch.
class RecentPosts : public QObject
{
    Q_OBJECT

public:
    RecentPosts(session::PostSession *session, session::Settings *settings, QWidget *window);

    [[nodiscard]] QMenu *menu() const { return m_menu; }

    /// Lists a post that only a branch holds, and no more once its commit is taken back.
    void rememberCommitted(const session::CommittedText &text);
    void forgetCommitted(const QString &place);

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void follow(const QString &from, const QString &to);
    void rememberTitle();
    void fillMenu();

    session::PostSession *m_session;
    session::Settings *m_settings;
    QMenu *m_menu;
};

} // namespace ui
