// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/recent_posts.h"

#include "ui/theme.h"

#include "session/recent_posts.h"

#include <QFileInfo>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

RecentPosts::RecentPosts(session::PostSession *session, session::Settings *settings, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_settings(settings)
    , m_menu(new QMenu(tr("Open &Recent"), window))
{
    m_menu->setObjectName(u"file.recent"_s);
    m_menu->setIcon(themeIcon("document-open-recent"_L1));
    connect(m_menu, &QMenu::aboutToShow, this, &RecentPosts::fillMenu);
    connect(session, &session::PostSession::rendered, this, &RecentPosts::rememberTitle);
    connect(session, &session::PostSession::moved, this, &RecentPosts::follow);
}

void RecentPosts::rememberCommitted(const session::CommittedText &text)
{
    const bool hasFile = !m_session->path().isEmpty() || QFileInfo::exists(text.path);
    const bool isLeftBehind = m_session->path() == text.path && m_session->committed();
    if (!hasFile || isLeftBehind)
        session::remember(m_settings->recentPosts,
                          {text.path, m_session->displayName(), QDateTime::currentDateTimeUtc(), text.branch});
}

void RecentPosts::forgetCommitted(const QString &place)
{
    m_settings->recentPosts.removeIf(
        [&place](const session::RecentPost &post) { return post.path == place && session::isOnBranchOnly(post); });
    for (session::RecentPost &post : m_settings->recentPosts) {
        if (post.path == place)
            post.branch.clear();
    }
}

/// A file that was saved under another name is still there, under its own.
void RecentPosts::follow(const QString &from, const QString &to)
{
    if (QFileInfo::exists(from))
        return;
    for (session::RecentPost &post : m_settings->recentPosts) {
        if (post.path == from)
            post.path = to;
    }
    for (session::OpenPost &post : m_settings->openPosts) { // of the last time, should this end without notice
        if (post.path == from)
            post.path = to;
    }
    m_settings->lastFolder = QFileInfo(to).absolutePath();
}

void RecentPosts::rememberTitle()
{
    for (session::RecentPost &post : m_settings->recentPosts) {
        if (post.path == m_session->path())
            post.title = m_session->displayName();
    }
}

void RecentPosts::fillMenu()
{
    m_menu->clear();
    for (const session::RecentPost &post : std::as_const(m_settings->recentPosts)) {
        const QString name = QFileInfo(post.path).fileName();
        auto *entry = m_menu->addAction(post.title.isEmpty() ? name : u"%1 — %2"_s.arg(post.title, name));
        connect(entry, &QAction::triggered, this, [this, path = post.path] { Q_EMIT chosen(path); });
    }
    if (m_menu->isEmpty())
        m_menu->addAction(tr("None yet"))->setEnabled(false);
}

} // namespace ui
