// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/draft_journal.h"
#include "session/post_session.h"

#include <QObject>

namespace ui {

class HeldPictures;
class MessageBar;
class PostCommands;
class RstEditor;

/// Nothing typed is lost: keeps the journal of this window's unsaved text and of its pictures without files, and offers
/// what an earlier run left behind.
class DraftRecovery : public QObject
{
    Q_OBJECT

public:
    DraftRecovery(session::PostSession *session, RstEditor *editor, PostCommands *commands, HeldPictures *held,
                  MessageBar *messages, QObject *parent);

    /// The latest draft of an earlier run, if there is one: to be shown, or thrown away.
    void offer();
    /// All drafts of earlier runs that differ from what is saved, the latest first.
    [[nodiscard]] static QList<session::LeftDraft> drafts();
    /// Shows what a draft would change.
    void compare(const session::LeftDraft &left);
    /// Goes on with a draft once the user has decided about unsaved changes and, where it has pictures, those are read; the
    /// file as it is stays one undo step away.
    void show(const session::LeftDraft &left);
    /// The window closes; its user has decided about unsaved changes.
    void end();

private:
    void keep();
    void follow(const QString &from, const QString &to);
    void discard(const session::LeftDraft &left);
    void read(const session::LeftDraft &left);
    void bringBack(const session::LeftDraft &left, const session::NamedPictures &pictures);

    session::PostSession *m_session;
    RstEditor *m_editor;
    PostCommands *m_commands;
    HeldPictures *m_held;
    MessageBar *m_messages;
    session::DraftJournal *m_journal;
    bool m_isAsking = false; // about unsaved changes, before a draft comes
};

} // namespace ui
