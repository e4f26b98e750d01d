// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/blog_archive.h"

#include "archive/cache_folder.h"

#include <QFileInfo>
#include <QPromise>
#include <QtConcurrentRun>

namespace session {

namespace {

namespace fs = std::filesystem;

constexpr int watchDelay = 300; // milliseconds
// Systems allow a number of watches. Folders tell of new files and of those that were written anew; watches of files are for
// programs that write into a file as it stands.
constexpr std::size_t mostWatchedFiles = 5000;
constexpr qsizetype mostWatched = 20'000;

QString qtText(const std::string &text)
{
    return QString::fromStdString(text);
}

ArchiveSnapshot snapshotOf(archive::Archive &opened, const post::DateTime &today)
{
    ArchiveSnapshot snapshot{.folder = qtText(opened.folder().string())};
    auto posts = opened.posts(today);
    if (!posts) {
        snapshot.sentence = qtText(posts.error());
        return snapshot;
    }
    snapshot.posts = std::make_shared<const archive::KnownPosts>(std::move(*posts));
    snapshot.labels = knownLabels(opened.config(), *snapshot.posts);
    return snapshot;
}

void addWatched(ArchiveSnapshot &snapshot, const archive::UpdateResult &result)
{
    for (const std::string &folder : result.folders) {
        if (snapshot.watched.size() < mostWatched)
            snapshot.watched.append(folder.empty() ? snapshot.folder : snapshot.folder + u'/' + qtText(folder));
    }
    if (!snapshot.posts || snapshot.posts->posts().size() > mostWatchedFiles)
        return;
    for (const archive::ArchivedPost &post : snapshot.posts->posts())
        snapshot.watched.append(snapshot.folder + u'/' + qtText(post.path));
}

/// What the pages of the blog know of one another; null where the index does not say. Whoever lets go of it last, that of a
/// large blog takes too long to be taken apart while somebody types.
post::SiteIndexPtr siteOf(archive::Archive &opened, const post::DateTime &today, post::SiteKnowledge knowledge)
{
    const post::SiteIndexPtr site = opened.siteIndex(today, knowledge).value_or(nullptr);
    if (!site)
        return nullptr;
    const post::SiteIndex *const index = site.get();
    return {index, [kept = site](const post::SiteIndex *) mutable {
                QThreadPool::globalInstance()->start([last = std::move(kept)]() mutable { last.reset(); });
            }};
}

// Runs on the pool: what the index knows already comes first, what the files say follows. `before` is what is known by now.
void updateIndex(QPromise<ArchiveSnapshot> &promise, const QString &folder, const post::SiteIndexPtr &before,
                 const std::stop_token &wish)
{
    auto opened = archive::Archive::open(fs::path(folder.toStdString()), archive::cacheFolder());
    if (!opened) {
        promise.addResult(ArchiveSnapshot{.folder = folder, .sentence = qtText(opened.error())});
        return;
    }
    const post::DateTime today = post::today();
    ArchiveSnapshot known = snapshotOf(*opened, today);
    known.site = before ? before : siteOf(*opened, today, post::SiteKnowledge::Partial);
    promise.addResult(std::move(known));
    std::stop_source stop;
    const auto progress = [&](const archive::UpdateProgress &state) {
        promise.setProgressRange(0, int(state.total));
        promise.setProgressValue(int(state.done));
        if (promise.isCanceled() || wish.stop_requested())
            stop.request_stop();
    };
    const auto result = opened->update(today, progress, stop.get_token());
    ArchiveSnapshot snapshot = snapshotOf(*opened, today);
    if (result) {
        snapshot.isComplete = !result->wasStopped;
        snapshot.wasStopped = result->wasStopped;
        for (const archive::FileProblem &problem : result->problems)
            snapshot.problems.append(qtText(problem.sentence));
        addWatched(snapshot, *result);
        if (snapshot.isComplete)
            snapshot.site = before && before->isWhole() && !result->hasChanges()
                                ? before
                                : siteOf(*opened, today, post::SiteKnowledge::Whole);
        snapshot.sentence = qtText(opened->notice());
    } else {
        snapshot.sentence = qtText(result.error());
    }
    promise.addResult(std::move(snapshot));
}

SearchAnswer searchIndex(const QString &folder, const QString &text, const std::stop_token &stop)
{
    auto opened = archive::Archive::open(fs::path(folder.toStdString()), archive::cacheFolder());
    if (!opened)
        return {.sentence = qtText(opened.error())};
    auto hits = opened->search(text.toStdString(), post::today(), 100, stop);
    if (!hits)
        return {.sentence = qtText(hits.error())};
    return {.hits = std::move(*hits)};
}

} // namespace

BlogArchive::BlogArchive(QObject *parent) : QObject(parent), m_posts(std::make_shared<const archive::KnownPosts>())
{
    m_updates.setMaxThreadCount(1);
    m_searches.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(watchDelay);
    connect(&m_delay, &QTimer::timeout, this, &BlogArchive::update);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_update, &QFutureWatcherBase::resultReadyAt, this, &BlogArchive::take);
    connect(&m_update, &QFutureWatcherBase::finished, this, &BlogArchive::finish);
    connect(&m_update, &QFutureWatcherBase::progressValueChanged, this,
            [this](int done) { Q_EMIT progressed(done, m_update.progressMaximum()); });
    connect(&m_search, &QFutureWatcherBase::finished, this, &BlogArchive::takeAnswer);
}

BlogArchive::~BlogArchive()
{
    m_searchStop.request_stop();
    m_update.cancel();
    m_updates.waitForDone();
    m_searches.waitForDone();
}

QString BlogArchive::folderOf(const post::BlogConfig &blog)
{
    return blog.root.empty() ? QString() : QFileInfo(qtText(blog.root.string())).canonicalFilePath();
}

void BlogArchive::follow(const post::BlogConfig &blog)
{
    if (const QString folder = folderOf(blog); !folder.isEmpty())
        setFolder(folder);
}

void BlogArchive::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_update.cancel();
    m_folder = folder;
    m_posts = std::make_shared<const archive::KnownPosts>();
    m_labels = {};
    m_site = nullptr;
    m_problems.clear();
    m_isComplete = false;
    m_wasStopped = false;
    watch({});
    Q_EMIT changed();
    update();
}

void BlogArchive::update()
{
    if (m_folder.isEmpty())
        return;
    if (m_update.isRunning()) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    m_stop = {};
    m_update.setFuture(QtConcurrent::run(&m_updates, &updateIndex, m_folder, m_site, m_stop.get_token()));
}

void BlogArchive::take(int index)
{
    const ArchiveSnapshot snapshot = m_update.resultAt(index);
    if (m_update.isCanceled())
        return;
    const bool isFirst = posts().empty();
    m_wasStopped = snapshot.wasStopped;
    const bool isLast = snapshot.isComplete || snapshot.wasStopped || !snapshot.sentence.isEmpty();
    if (snapshot.posts && (isFirst || isLast)) {
        m_posts = snapshot.posts;
        m_labels = snapshot.labels;
    }
    if (snapshot.site)
        m_site = snapshot.site;
    if (snapshot.isComplete) {
        m_problems = snapshot.problems;
        m_isComplete = true;
        watch(snapshot.watched);
    }
    Q_EMIT changed();
    if (!snapshot.sentence.isEmpty())
        Q_EMIT failed(snapshot.sentence);
}

void BlogArchive::finish()
{
    Q_EMIT progressed(0, 0);
    // The folder that was left, or what changed meanwhile.
    if (m_isStale || (m_update.isCanceled() && !m_isComplete && posts().empty()))
        QTimer::singleShot(0, this, &BlogArchive::update);
}

void BlogArchive::watch(const QStringList &paths)
{
    const QStringList before = m_watcher.files() + m_watcher.directories();
    const QSet<QString> wanted(paths.begin(), paths.end()), known(before.begin(), before.end());
    if (const QSet<QString> gone = known - wanted; !gone.isEmpty())
        m_watcher.removePaths(gone.values());
    if (const QSet<QString> added = wanted - known; !added.isEmpty())
        m_watcher.addPaths(added.values());
}

void BlogArchive::search(const QString &text)
{
    m_searchStop.request_stop();
    m_searchStop = {};
    if (m_folder.isEmpty() || text.trimmed().isEmpty()) {
        m_search.setFuture({});
        return;
    }
    m_search.setFuture(QtConcurrent::run(&m_searches, &searchIndex, m_folder, text, m_searchStop.get_token()));
}

void BlogArchive::takeAnswer()
{
    if (m_search.future().resultCount() == 0)
        return;
    const SearchAnswer answer = m_search.result();
    if (!answer.sentence.isEmpty())
        Q_EMIT failed(answer.sentence);
    Q_EMIT searched(answer.hits);
}

} // namespace session
