// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_neighbours.h"

#include "archive/archive.h"
#include "archive/archive_findings.h"
#include "archive/cache_folder.h"
#include "archive/document_reader.h"
#include "archive/related_posts.h"
#include "post/post_metadata.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace session {

namespace {

constexpr auto typingRest = 400ms;
constexpr std::size_t mostSimilar = 3;

NamedPost namedPost(const archive::ArchivedPost &post, const QString &folder)
{
    return {.title = QString::fromStdString(post.title.empty() ? post.slug : post.title),
            .day = QString::fromStdString(post.date.substr(0, 10)),
            .path = folder + u'/' + QString::fromStdString(post.path)};
}

} // namespace

PostNeighbours neighboursOf(const NeighbourQuestion &question)
{
    const post::DateTime today = post::today();
    std::vector<post::PostMetadata> posts = post::readPosts(question.post->document, *question.blog, today);
    if (posts.empty() || !question.known)
        return {};
    const archive::ArchivedPost post = archive::archivedPost(
        std::move(posts.front()), archive::pathWithin(question.blog->root, question.path.toStdString()));
    PostNeighbours neighbours;
    const archive::SeriesNeighbours series = archive::seriesNeighbours(post, question.known->posts());
    if (series.previous != nullptr)
        neighbours.previous = namedPost(*series.previous, question.folder);
    if (series.next != nullptr)
        neighbours.next = namedPost(*series.next, question.folder);

    auto index = archive::Archive::open(std::filesystem::path(question.folder.toStdString()), archive::cacheFolder());
    if (!index || post.title.empty())
        return neighbours;
    const auto similar = index->similarPosts(post.title, post.tags, post.path, today, mostSimilar + 2);
    if (!similar)
        return neighbours;
    for (const archive::ArchivedPost &other : *similar) {
        NamedPost named = namedPost(other, question.folder);
        const bool isNamed = named == neighbours.previous || named == neighbours.next;
        if (!isNamed && neighbours.similar.size() < mostSimilar)
            neighbours.similar.push_back(std::move(named));
    }
    return neighbours;
}

NeighbourSearch::NeighbourSearch(QObject *parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(typingRest);
    connect(&m_rest, &QTimer::timeout, this, &NeighbourSearch::start);
    connect(&m_search, &QFutureWatcherBase::finished, this, [this] {
        if (m_search.future().resultCount() > 0)
            Q_EMIT found(m_search.result());
    });
}

NeighbourSearch::~NeighbourSearch()
{
    m_thread.waitForDone();
}

void NeighbourSearch::ask(const NeighbourQuestion &question)
{
    m_search.setFuture({}); // what still runs is of an older text
    m_question = question;
    if (question.known && question.post)
        m_rest.start();
    else
        m_rest.stop();
}

void NeighbourSearch::start()
{
    m_search.setFuture(QtConcurrent::run(&m_thread, &neighboursOf, m_question));
    m_question = {};
}

} // namespace session
