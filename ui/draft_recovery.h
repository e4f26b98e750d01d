// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/draft_journal.h"
#include "session/post_session.h"

#include <QObject>

namespace ui {

class MessageBar;
class PostCommands;
class RstEditor;

/// Nothing typed is lost: keeps the journal of this window's unsaved text, and offers what an earlier run left behind.
class DraftRecovery : public QObject
{
    Q_OBJECT

public:
    DraftRecovery(session::PostSession *session, RstEditor *editor, PostCommands *commands, MessageBar *messages,
                  QObject *parent);

    /// The latest draft of an earlier run, if there is one: to be shown, or thrown away.
    void offer();
    /// All drafts of earlier runs that differ from what is saved, the latest first.
    [[nodiscard]] static QList<session::LeftDraft> drafts();
    /// Shows what a draft would change.
    void compare(const session::LeftDraft &left);
    /// Goes on with a draft; the file as it is stays one undo step away.
    void show(const session::LeftDraft &left);
    /// The window closes; its user has decided about unsaved changes.
    void end();

private:
    void keep();
    void follow(const QString &from, const QString &to);
    void discard(const session::LeftDraft &left);

    session::PostSession *m_session;
    RstEditor *m_editor;
    PostCommands *m_commands;
    MessageBar *m_messages;
    session::DraftJournal *m_journal;
};

} // namespace ui
