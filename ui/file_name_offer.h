// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/moved_pictures.h"
#include "session/post_session.h"

#include <QObject>
#include <QStringList>

namespace ui {

class MessageBar;
class PostCommands;
class RstEditor;

/// Offers another name for a post's file when the post was given another date after the file got its name from the first one.
/// Only for a file that no commit knows: its address is nobody's yet. Nothing is renamed by itself. Pictures that stand beside
/// the post are copied to where it goes.
class FileNameOffer : public QObject
{
    Q_OBJECT

public:
    FileNameOffer(session::PostSession *session, RstEditor *editor, PostCommands *commands, MessageBar *messages,
                  QObject *parent);

private:
    void look();
    void offer(const QString &from, const QString &to);
    /// Copies the pictures beside the post, and then goes on with the rest.
    void rename(const QString &from, const QString &to);
    void finish(const session::PostMove &move, session::MovedPictures moved);
    void tell(const QString &name, const session::MovedPictures &moved);

    session::PostSession *m_session;
    RstEditor *m_editor;
    PostCommands *m_commands;
    MessageBar *m_messages;
    QStringList m_offered;  // once is enough
    bool m_isSaved = false; // and not looked at yet
};

} // namespace ui
