// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/rendering.h"

#include "archive/known_posts.h"
#include "post/blog_config.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace session {

/// Another post of the blog, as a line about this one names it.
struct NamedPost {
    QString title = {};
    QString day = {};  // "2026-03-02"; empty for a draft
    QString path = {}; // absolute

    friend bool operator==(const NamedPost &, const NamedPost &) = default;
};

/// The posts that stand beside one: before and after it in its series, and those that have most in common with it.
struct PostNeighbours {
    std::optional<NamedPost> previous = {};
    std::optional<NamedPost> next = {};
    std::vector<NamedPost> similar = {}; // without the two

    friend bool operator==(const PostNeighbours &, const PostNeighbours &) = default;
};

/// Whose neighbours are wanted, and among which posts.
struct NeighbourQuestion {
    RenderingPtr post = {};
    QString path = {};   // of the post; empty for a new one
    QString folder = {}; // of the blog
    std::shared_ptr<const archive::KnownPosts> known = {};
    std::shared_ptr<const post::BlogConfig> blog = std::make_shared<post::BlogConfig>();
};

/// Asks the blog's index; for a worker.
[[nodiscard]] PostNeighbours neighboursOf(const NeighbourQuestion &question);

/// Looks for the neighbours of the post as it was when typing rested, on a thread of its own.
class NeighbourSearch : public QObject
{
    Q_OBJECT

public:
    explicit NeighbourSearch(QObject *parent = nullptr);
    ~NeighbourSearch() override;

    /// Answers with found(), if this is still the latest question then. One without posts to look among forgets the others.
    void ask(const NeighbourQuestion &question);

Q_SIGNALS:
    void found(const session::PostNeighbours &neighbours);

private:
    void start();

    QThreadPool m_thread;
    QFutureWatcher<PostNeighbours> m_search;
    QTimer m_rest;
    NeighbourQuestion m_question;
};

} // namespace session
