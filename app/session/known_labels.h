// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/known_posts.h"
#include "post/blog_config.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace session {

/// A tag, an author or the like, and how many posts of the archive have it.
struct KnownLabel {
    QString label = {};
    int posts = 0;

    friend bool operator==(const KnownLabel &, const KnownLabel &) = default;
};

/// What can be put into a post's metadata, the most used first.
struct KnownLabels {
    std::vector<KnownLabel> tags = {};
    std::vector<KnownLabel> authors = {};
    std::vector<KnownLabel> locations = {};
    std::vector<KnownLabel> categories = {};
    std::vector<KnownLabel> languages = {};

    /// All of them, without their numbers.
    [[nodiscard]] QStringList names() const;
};

/// The labels of an archive's posts, and those that a blog's settings name besides.
[[nodiscard]] KnownLabels knownLabels(const post::BlogConfig &blog, const archive::KnownPosts &posts);

} // namespace session
