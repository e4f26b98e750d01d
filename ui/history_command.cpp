// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/history_command.h"

#include "ui/dialogs/history_dialog.h"
#include "ui/editor/rst_editor.h"
#include "ui/outside_changes.h"
#include "ui/panels/message_bar.h"
#include "ui/post_commands.h"
#include "ui/theme.h"

#include "session/text_changes.h"

#include <QAction>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto interval = 5min; // while somebody writes and does not save

} // namespace

HistoryCommand::HistoryCommand(session::PostSession *session, RstEditor *editor, PostCommands *commands,
                               MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_messages(messages)
    , m_window(window)
    , m_history(new session::PostHistory(session::historyFolder(), this))
    , m_show(new QAction(themeIcon("document-open-recent"_L1), tr("&History of This Post…"), window))
{
    using enum session::Snapshot::Occasion;
    m_show->setObjectName(u"file.history"_s);
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H));
    window->addAction(m_show);
    connect(m_show, &QAction::triggered, this, &HistoryCommand::show);
    connect(commands, &PostCommands::postStarted, this, [this] { keep(Opened); });
    connect(commands, &PostCommands::saved, this, [this] { keep(Saved); });
    connect(session, &session::PostSession::moved, m_history, &session::PostHistory::carry);
    connect(commands->outside(), &OutsideChanges::replacing, this, [this] { keep(Replaced); });
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_editor->document()->isModified())
            keep(Writing);
    });
    m_timer.start();
}

void HistoryCommand::copyTo(const QString &path)
{
    m_history->carry(m_session->path(), path);
}

void HistoryCommand::keep(session::Snapshot::Occasion occasion)
{
    m_history->keep(m_session->path(), m_editor->text(), occasion);
}

void HistoryCommand::show()
{
    m_history->flush();
    auto *dialog = new HistoryDialog(m_session->request(),
                                     session::snapshotsOf(session::historyFolder(), m_session->path()), m_window);
    connect(dialog, &HistoryDialog::restoreRequested, this, &HistoryCommand::restore);
    dialog->open();
}

/// One step, so that Undo leads back.
void HistoryCommand::restore(const QString &text, const QString &when)
{
    keep(session::Snapshot::Occasion::Replaced);
    m_editor->replace(session::textChanges(m_editor->text(), text));
    m_messages->tell(MessageBar::Kind::Note,
                     tr("The text is as it was (%1). Undo brings back what was here; nothing is saved yet.").arg(when));
}

} // namespace ui
