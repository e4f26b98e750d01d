// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/related_posts.h"

#include <algorithm>

namespace archive {

namespace {

std::string docnameOf(const ArchivedPost &post)
{
    return post.path.substr(0, post.path.rfind('.'));
}

void compareRedirects(const ArchivedPost &post, const ArchivedPost &other, std::vector<Collision> &collisions)
{
    for (const std::string &redirect : post.redirects) {
        if (redirect == docnameOf(other) || std::ranges::contains(other.redirects, redirect))
            collisions.push_back({Collision::Kind::Redirect, redirect, other.path});
    }
    if (std::ranges::contains(other.redirects, docnameOf(post)))
        collisions.push_back({Collision::Kind::Redirect, docnameOf(post), other.path});
}

} // namespace

std::vector<Collision> collisionsOf(const ArchivedPost &post, std::span<const ArchivedPost> posts)
{
    std::vector<Collision> collisions;
    for (const ArchivedPost &other : posts) {
        if (other.path == post.path || other.state == PostState::Page)
            continue;
        if (!post.slug.empty() && other.slug == post.slug)
            collisions.push_back({Collision::Kind::Slug, post.slug, other.path});
        if (!post.title.empty() && other.title == post.title)
            collisions.push_back({Collision::Kind::Title, post.title, other.path});
        compareRedirects(post, other, collisions);
    }
    return collisions;
}

SeriesNeighbours seriesNeighbours(const ArchivedPost &post, std::span<const ArchivedPost> posts)
{
    SeriesNeighbours neighbours;
    if (post.series.empty())
        return neighbours;
    // A draft without a date is the newest of all.
    const auto isNewer = [&](const ArchivedPost &other) {
        return !post.date.empty() && (other.date.empty() || other.date > post.date);
    };
    for (const ArchivedPost &other : posts) {
        if (other.series != post.series || other.path == post.path)
            continue;
        if (isNewer(other)) {
            neighbours.next = &other; // the last of the newer ones is the nearest
        } else {
            neighbours.previous = &other;
            break;
        }
    }
    return neighbours;
}

} // namespace archive
