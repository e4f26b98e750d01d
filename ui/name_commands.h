// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/names.h"
#include "session/post_session.h"

#include <QObject>
#include <QTextCursor>
#include <QUrl>

#include <vector>

class QAction;
class QMenu;

namespace ui {

class MessageBar;
class RstEditor;

/// What can be done with names of the text: going where a link leads, and back again; giving a target, a footnote or a
/// substitution another name everywhere.
class NameCommands : public QObject
{
    Q_OBJECT

public:
    NameCommands(session::PostSession *session, RstEditor *editor, MessageBar *messages, QWidget *window);

    [[nodiscard]] QAction *followAction() const { return m_follow; }
    [[nodiscard]] QAction *backAction() const { return m_back; }
    [[nodiscard]] QAction *renameAction() const { return m_rename; }

Q_SIGNALS:
    /// A link of the text leads out of it.
    void linkFollowed(const QUrl &link);

private:
    void follow(int position);
    void goBack();
    void askForName();
    void rename(const session::NamedThing &thing, const QString &name, int revision);
    void extend(QMenu *menu, int position);

    session::PostSession *m_session;
    RstEditor *m_editor;
    MessageBar *m_messages;
    QWidget *m_window;
    QAction *m_follow;
    QAction *m_back;
    QAction *m_rename;
    std::vector<QTextCursor> m_left; // the places that were left, the latest last
};

} // namespace ui
