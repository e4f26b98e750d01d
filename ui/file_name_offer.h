// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"

#include <QObject>
#include <QStringList>

namespace ui {

class MessageBar;
class PostCommands;

/// Offers another name for a post's file when the post was given another date after the file got its name from the first one.
/// Only for a file that no commit knows: its address is nobody's yet. Nothing is renamed by itself.
class FileNameOffer : public QObject
{
    Q_OBJECT

public:
    FileNameOffer(session::PostSession *session, PostCommands *commands, MessageBar *messages, QObject *parent);

private:
    void look();
    void offer(const QString &from, const QString &to);
    void rename(const QString &from, const QString &to);

    session::PostSession *m_session;
    PostCommands *m_commands;
    MessageBar *m_messages;
    QStringList m_offered;  // once is enough
    bool m_isSaved = false; // and not looked at yet
};

} // namespace ui
