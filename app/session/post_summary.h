// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"
#include "session/recent_posts.h"

#include <QDateTime>
#include <QFuture>
#include <QString>

namespace session {

/// What a list says of a post that is not open.
struct PostSummary {
    QString path = {};
    QString title = {};
    DateState dateState = DateState::Draft;
    QDate day = {};
    int problems = 0;
    bool isGone = false; // with the branch that held it
};

/// Reads a post and everything in it: about as long as a rendering takes. No title where there is no such post.
[[nodiscard]] PostSummary summaryOf(const RecentPost &post);

/// The summaries, in the order of the posts, made on a thread of the pool.
[[nodiscard]] QFuture<QList<PostSummary>> summariesOf(const QList<RecentPost> &posts);

/// "draft, 2 problems" or "scheduled for 3 December".
[[nodiscard]] QString stateInWords(const PostSummary &summary, QDate today);

/// How long ago something was, as people say it: "10 min ago", "yesterday", a date. In the times' own zone.
[[nodiscard]] QString ageInWords(const QDateTime &then, const QDateTime &now);

} // namespace session
