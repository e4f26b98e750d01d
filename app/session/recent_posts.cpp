// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/recent_posts.h"

#include <QFileInfo>

#include <algorithm>

namespace session {

void remember(QList<RecentPost> &posts, RecentPost post)
{
    forget(posts, post.path);
    posts.prepend(std::move(post));
    posts.resize(std::min(posts.size(), mostRecentPosts));
}

void forget(QList<RecentPost> &posts, const QString &path)
{
    posts.removeIf([&path](const RecentPost &post) { return post.path == path; });
}

QString branchOf(const QList<RecentPost> &posts, const QString &path)
{
    const auto post = std::ranges::find(posts, path, &RecentPost::path);
    return post == posts.end() ? QString() : post->branch;
}

bool isOnBranchOnly(const RecentPost &post)
{
    return !post.branch.isEmpty() && !QFileInfo::exists(post.path);
}

} // namespace session
