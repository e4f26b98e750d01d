// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace session {

/// A post that was open not long ago.
struct RecentPost {
    QString path = {};
    QString title = {};
    QDateTime opened = {};
    QString branch = {}; // of git, that alone holds it: `path` is where it would lie; empty for a file

    friend bool operator==(const RecentPost &, const RecentPost &) = default;
};

inline constexpr qsizetype mostRecentPosts = 12;

/// Puts `post` first, once, and drops the oldest beyond mostRecentPosts.
void remember(QList<RecentPost> &posts, RecentPost post);

void forget(QList<RecentPost> &posts, const QString &path);

/// The branch that a post was last committed on beside its file; empty for none.
[[nodiscard]] QString branchOf(const QList<RecentPost> &posts, const QString &path);

/// Whether the post must be taken from its branch: there is no file of it yet.
[[nodiscard]] bool isOnBranchOnly(const RecentPost &post);

} // namespace session
