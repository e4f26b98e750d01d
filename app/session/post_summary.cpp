// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_summary.h"

#include "session/blog.h"
#include "session/committed_post.h"
#include "session/post_file.h"
#include "session/post_renderer.h"

#include "rst/engine.h"

#include <QCoreApplication>
#include <QLocale>
#include <QtConcurrent>

#include <optional>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct SummaryWords {
    Q_DECLARE_TR_FUNCTIONS(session::PostSummary)
};

} // namespace

PostSummary summaryOf(const RecentPost &post)
{
    PostSummary summary{.path = post.path};
    std::optional<QString> text;
    if (isOnBranchOnly(post)) {
        if (const auto committed = committedPost(post.path, post.branch))
            text = committed->text;
        summary.isGone = !text;
    } else if (const auto loaded = loadPost(post.path)) {
        text = loaded->text;
    }
    if (!text || text->size() > largeTextLength)
        return summary;
    const post::BlogConfig blog = blogOf(post.path);
    const rst::Engine engine(rst::Dialect::Sphinx);
    const RenderingPtr rendering =
        renderPost({.text = *text, .path = post.path, .blog = std::make_shared<post::BlogConfig>(blog)}, engine);
    if (!rendering->outline.empty())
        summary.title = rendering->outline.front().title;
    summary.dateState = rendering->metadata.dateState;
    summary.day = rendering->metadata.day;
    summary.problems = int(rendering->problems.size());
    return summary;
}

QFuture<QList<PostSummary>> summariesOf(const QList<RecentPost> &posts)
{
    return QtConcurrent::run([posts] {
        QList<PostSummary> summaries;
        for (const RecentPost &post : posts)
            summaries.append(summaryOf(post));
        return summaries;
    });
}

QString stateInWords(const PostSummary &summary, QDate today)
{
    QString state = SummaryWords::tr("draft");
    if (summary.day.isValid()) {
        const QString day = QLocale().toString(summary.day, QLocale::ShortFormat);
        state = summary.day > today ? SummaryWords::tr("scheduled for %1").arg(day)
                                    : SummaryWords::tr("published %1").arg(day);
    }
    if (summary.problems == 0)
        return state;
    return state + u", "_s +
           (summary.problems == 1 ? SummaryWords::tr("1 problem")
                                  : SummaryWords::tr("%1 problems").arg(summary.problems));
}

QString ageInWords(const QDateTime &then, const QDateTime &now)
{
    const qint64 minutes = then.secsTo(now) / 60;
    const qint64 days = then.date().daysTo(now.date());
    if (days <= 0 && minutes < 1)
        return SummaryWords::tr("just now");
    if (days <= 0 && minutes < 60)
        return SummaryWords::tr("%1 min ago").arg(minutes);
    if (days <= 0)
        return SummaryWords::tr("%1 h ago").arg(minutes / 60);
    if (days == 1)
        return SummaryWords::tr("yesterday");
    if (days < 7)
        return SummaryWords::tr("%1 days ago").arg(days);
    return QLocale().toString(then.date(), QLocale::ShortFormat);
}

} // namespace session
