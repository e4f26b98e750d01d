// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archived_post.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// What another post of the blog has already.
struct Collision {
    enum class Kind : std::uint8_t {
        Slug,     // both files have one name: `:ref:` finds the one that was read last
        Title,    // readers cannot tell them apart in lists
        Redirect, // a redirect leads away from the other's page, or both take the same address
    } kind = Kind::Slug;
    std::string value = {};     // what both have
    std::string otherPath = {}; // below the blog's folder
};

/// What `post` has in common with others that only one should have. `post` itself is known by its path.
[[nodiscard]] std::vector<Collision> collisionsOf(const ArchivedPost &post, std::span<const ArchivedPost> posts);

/// The posts of one series beside one of them.
struct SeriesNeighbours {
    const ArchivedPost *previous = nullptr; // the older
    const ArchivedPost *next = nullptr;
};

/// Previous and next in the series that the post's title belongs to. `posts` are newest first, as Archive::posts() has them,
/// and must outlive the result.
[[nodiscard]] SeriesNeighbours seriesNeighbours(const ArchivedPost &post, std::span<const ArchivedPost> posts);

} // namespace archive
