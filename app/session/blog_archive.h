// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archive.h"

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <vector>

namespace session {

using ArchivedPosts = std::shared_ptr<const std::vector<archive::ArchivedPost>>;

/// What a thread has found in the index.
struct ArchiveSnapshot {
    ArchivedPosts posts = {};
    QString folder = {};       // of the blog
    QString sentence = {};     // what went wrong; empty where nothing did
    QStringList problems = {}; // files that were left out, in sentences
    QStringList watched = {};  // files and folders
    bool isComplete = false;   // whether everything has been looked at
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

    /// Goes to the blog of a file, if it belongs to one and that is another.
    void followPost(const QString &path);
    /// Goes to a folder, be it a blog or not.
    void setFolder(const QString &folder);
    /// Empty: none.
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const std::vector<archive::ArchivedPost> &posts() const { return *m_posts; }
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    /// Whether the list is that of the files.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

    /// Looks for changes.
    void update();
    /// Stops an update; the rest is read at the next one.
    void stop();
    /// Answers with searched(); only the latest text matters. An empty text finds nothing.
    void search(const QString &text);

Q_SIGNALS:
    void changed();
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
    std::stop_source m_searchStop;
    QFileSystemWatcher m_watcher;
    QTimer m_delay; // one update for many changes
    QString m_folder;
    ArchivedPosts m_posts;
    QStringList m_problems;
    bool m_isComplete = false;
    bool m_isStale = false; // something changed while an update ran
};

} // namespace session
