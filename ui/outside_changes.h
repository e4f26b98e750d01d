// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"

#include <QObject>

namespace ui {

class MessageBar;
class RstEditor;

/// What others than the post's author do to its text: another program writes its file, a commit holds it, or holds it no
/// more. The text and its mark of being saved follow; where both sides changed the same lines, the user is asked.
class OutsideChanges : public QObject
{
    Q_OBJECT

public:
    OutsideChanges(session::PostSession *session, RstEditor *editor, MessageBar *messages, QWidget *window);

    /// Takes in what somebody else has written into the file, where that can be done by itself; otherwise asks, and is
    /// false. True, too, where nobody has.
    bool settle();
    /// What is shown is what a commit holds.
    void noteCommitted(const session::CommittedText &text);
    /// A commit is no more, and the file, where it had written that, is as before it.
    void noteTakenBack(const QString &commit, const QString &path);

Q_SIGNALS:
    /// The text gives way to one from the disk.
    void replacing();

private:
    void ask(const session::LoadedPost &outside);
    void takeIn(const session::LoadedPost &outside, const QString &text);
    void compareWith(const session::LoadedPost &outside);
    /// What is shown stands nowhere else, though nothing was typed.
    void noteUnsaved();

    session::PostSession *m_session;
    RstEditor *m_editor;
    MessageBar *m_messages;
    QWidget *m_window;
};

} // namespace ui
