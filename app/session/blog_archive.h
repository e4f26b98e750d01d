// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/known_labels.h"

#include "archive/archive.h"
#include "archive/known_posts.h"

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <vector>

namespace session {

using KnownPostsPtr = std::shared_ptr<const archive::KnownPosts>;

/// What a thread has found in the index.
struct ArchiveSnapshot {
    KnownPostsPtr posts = {};
    KnownLabels labels = {};
    post::SiteIndexPtr site = {}; // null where nothing is known, or no blog
    QString folder = {};          // of the blog
    QString sentence = {};        // what went wrong; empty where nothing did
    QStringList problems = {};    // files that were left out, in sentences
    QStringList watched = {};     // files and folders
    bool isComplete = false;      // whether everything has been looked at
    bool wasStopped = false;      // by the user, before that
};

/// What a search found; null posts are no answer.
struct SearchAnswer {
    std::vector<archive::SearchHit> hits = {};
    QString sentence = {};
};

/// All posts of the blog that is worked on, kept up to date: the index is opened, updated and searched on threads of its own,
/// when it begins and when files change.
class BlogArchive : public QObject
{
    Q_OBJECT

public:
    explicit BlogArchive(QObject *parent = nullptr);
    /// Waits for what runs, which stops within a document.
    ~BlogArchive() override;

    /// The folder of a blog as it is known here; empty for a post that belongs to none.
    [[nodiscard]] static QString folderOf(const post::BlogConfig &blog);
    /// Goes to a post's blog, if it belongs to one and that is another.
    void follow(const post::BlogConfig &blog);
    /// Goes to a folder, be it a blog or not.
    void setFolder(const QString &folder);
    /// Empty: none.
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const std::vector<archive::ArchivedPost> &posts() const { return m_posts->posts(); }
    /// The same, for other threads. Never null.
    [[nodiscard]] const KnownPostsPtr &known() const { return m_posts; }
    /// The names that these posts and the blog's settings know.
    [[nodiscard]] const KnownLabels &labels() const { return m_labels; }
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    /// What the blog's pages know of one another; null until something is known, and for a folder that is no blog.
    [[nodiscard]] const post::SiteIndexPtr &site() const { return m_site; }
    /// Whether the list is that of the files.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

    /// Looks for changes.
    void update();
    /// Stops an update: what was read till then is shown, the rest is read at the next one.
    void stop() { m_stop.request_stop(); }
    /// Whether the user has stopped the last update.
    [[nodiscard]] bool wasStopped() const { return m_wasStopped; }
    /// Answers with searched(); only the latest text matters. An empty text finds nothing.
    void search(const QString &text);

Q_SIGNALS:
    void changed();
    /// Of the documents that an update reads. Nothing is left when it is over.
    void progressed(int done, int total);
    void failed(const QString &sentence);
    void searched(const std::vector<archive::SearchHit> &hits);

private:
    void take(int index);
    void finish();
    void watch(const QStringList &paths);
    void takeAnswer();

    QThreadPool m_updates;
    QThreadPool m_searches;
    QFutureWatcher<ArchiveSnapshot> m_update;
    QFutureWatcher<SearchAnswer> m_search;
    std::stop_source m_stop; // of the update
    std::stop_source m_searchStop;
    QFileSystemWatcher m_watcher;
    QTimer m_delay; // one update for many changes
    QString m_folder;
    KnownPostsPtr m_posts;
    KnownLabels m_labels;
    post::SiteIndexPtr m_site;
    QStringList m_problems;
    bool m_isComplete = false;
    bool m_wasStopped = false;
    bool m_isStale = false; // something changed while an update ran
};

} // namespace session
