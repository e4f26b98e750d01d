// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_history.h"
#include "session/post_session.h"

#include <QObject>
#include <QTimer>

class QAction;
class QWidget;

namespace ui {

class MessageBar;
class PostCommands;
class RstEditor;

/// Keeps former states of the open post, and shows them.
class HistoryCommand : public QObject
{
    Q_OBJECT

public:
    HistoryCommand(session::PostSession *session, RstEditor *editor, PostCommands *commands, MessageBar *messages,
                   QWidget *window);

    [[nodiscard]] QAction *historyAction() const { return m_show; }

    /// The post was written to another file, too, in which somebody may go on.
    void copyTo(const QString &path);

private:
    void keep(session::Snapshot::Occasion occasion);
    void show();
    void restore(const QString &text, const QString &when);

    session::PostSession *m_session;
    RstEditor *m_editor;
    MessageBar *m_messages;
    QWidget *m_window;
    session::PostHistory *m_history;
    QAction *m_show;
    QTimer m_timer;
};

} // namespace ui
