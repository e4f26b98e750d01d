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

    friend bool operator==(const RecentPost &, const RecentPost &) = default;
};

inline constexpr qsizetype mostRecentPosts = 12;

/// Puts `post` first, once, and drops the oldest beyond mostRecentPosts.
void remember(QList<RecentPost> &posts, RecentPost post);

void forget(QList<RecentPost> &posts, const QString &path);

} // namespace session
