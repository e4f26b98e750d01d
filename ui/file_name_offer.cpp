// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/file_name_offer.h"

#include "ui/editor/rst_editor.h"
#include "ui/outside_changes.h"
#include "ui/panels/message_bar.h"
#include "ui/post_commands.h"

#include "session/committed_post.h"
#include "session/post_export.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

FileNameOffer::FileNameOffer(session::PostSession *session, RstEditor *editor, PostCommands *commands,
                             MessageBar *messages, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_editor(editor)
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
    if (m_session->path() != from)
        return;
    const session::PostMove move{.text = m_editor->text(), .from = from, .to = to, .blog = m_session->sharedBlog()};
    QtConcurrent::run(&session::copyPicturesAlong, move).then(this, [this, move](const session::MovedPictures &moved) {
        QMetaObject::invokeMethod(this, [this, move, moved] { finish(move, moved); }, Qt::QueuedConnection);
    });
}

void FileNameOffer::finish(const session::PostMove &move, session::MovedPictures moved)
{
    const auto &[text, from, to, blog] = move;
    const bool isSameText = m_editor->text() == text;
    if (m_session->path() != from || !isSameText || !m_commands->outside()->settle()) {
        moved.changes.takeBack();
        if (!isSameText) // somebody has gone on writing
            rename(from, to);
        return;
    }
    QDir().mkpath(QFileInfo(to).path());
    if (QFile file(from); !file.rename(to)) { // never over another file
        moved.changes.takeBack();
        m_messages->tell(MessageBar::Kind::Error, tr("The file keeps its name: %1.").arg(file.errorString()));
        return;
    }
    const bool wasSaved = !m_editor->document()->isModified();
    if (const auto renamed = session::loadPost(to))
        m_session->adopt(*renamed);
    if (moved.text != text) {
        m_editor->change(moved.text);
        if (wasSaved)
            m_commands->saveAction()->trigger();
    }
    tell(QFileInfo(to).fileName(), moved);
}

void FileNameOffer::tell(const QString &name, const session::MovedPictures &moved)
{
    if (moved.copied.isEmpty() && moved.left.isEmpty())
        return;
    constexpr qsizetype mostTold = 3;
    QStringList sentences = {tr("The file is called %1 now.").arg(name)};
    sentences += moved.left;
    if (moved.copied.size() <= mostTold)
        sentences += moved.copied;
    else
        sentences.append(tr("%n picture(s) that it shows are taken along.", nullptr, int(moved.copied.size())));
    if (!moved.copied.isEmpty())
        sentences.append(tr("What was copied stays where it was, too: another post may show it."));
    m_messages->tell(moved.left.isEmpty() ? MessageBar::Kind::Note : MessageBar::Kind::Warning, sentences.join(u' '));
}

} // namespace ui
