// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/file_name_offer.h"

#include "ui/outside_changes.h"
#include "ui/panels/message_bar.h"
#include "ui/post_commands.h"

#include "session/committed_post.h"
#include "session/post_export.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

FileNameOffer::FileNameOffer(session::PostSession *session, PostCommands *commands, MessageBar *messages,
                             QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_commands(commands)
    , m_messages(messages)
{
    connect(commands, &PostCommands::saved, this, [this] {
        m_isSaved = true;
        look();
    });
    connect(session, &session::PostSession::rendered, this, &FileNameOffer::look);
}

void FileNameOffer::look()
{
    if (!m_isSaved || !m_session->isCurrent())
        return;
    m_isSaved = false;
    const QString from = m_session->path();
    const QString to = session::renamedPath(*m_session->rendering(), from, m_session->blog(), QDate::currentDate());
    if (to.isEmpty() || m_offered.contains(to) || QFileInfo::exists(to))
        return;
    QtConcurrent::run(session::wasEverCommitted, from).then(this, [this, from, to](bool wasCommitted) {
        if (!wasCommitted && m_session->path() == from)
            offer(from, to);
    });
}

void FileNameOffer::offer(const QString &from, const QString &to)
{
    m_offered.append(to);
    const QString name = QFileInfo(to).fileName();
    m_messages->tell(
        MessageBar::Kind::Note,
        tr("The file is called %1 still, after a date that the post has no more.").arg(QFileInfo(from).fileName()),
        {{u"rename"_s, tr("Rename it to %1").arg(name), [this, from, to] { rename(from, to); }},
         {u"keepName"_s, tr("Keep the name"), [] {}}});
}

void FileNameOffer::rename(const QString &from, const QString &to)
{
    if (m_session->path() != from || !m_commands->outside()->settle())
        return;
    QDir().mkpath(QFileInfo(to).path());
    if (QFile file(from); !file.rename(to)) { // never over another file
        m_messages->tell(MessageBar::Kind::Error, tr("The file keeps its name: %1.").arg(file.errorString()));
        return;
    }
    if (const auto moved = session::loadPost(to))
        m_session->adopt(*moved);
}

} // namespace ui
