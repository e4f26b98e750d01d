// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/date.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// What a document is on the site on a day. A page is no post: it has no `post` directive that works.
enum class PostState : std::uint8_t { Draft, Scheduled, Published, Page };

/// `draft`, `scheduled`, `published` or `page`.
[[nodiscard]] std::string_view stateName(PostState state) noexcept;

/// The kinds of names that posts are listed under.
enum class LabelKind : std::uint8_t { Tag, Author, Category, Location, Language, Redirect, Series };

/// The most bytes that the archive keeps of an excerpt.
inline constexpr std::size_t longestExcerpt = 300;

/// One post, or one page, as the archive lists it.
struct ArchivedPost {
    std::int64_t id = 0;       // in the index, until the file changes
    std::string path = {};     // below the blog's folder, with slashes
    std::string slug = {};     // the file's name without its extension
    std::string title = {};    // empty: the document has none
    std::string section = {};  // of a post that is one section of its document; mostly empty
    std::string date = {};     // YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS; empty without one that can be read
    std::string dateText = {}; // as written
    PostState state = PostState::Page;
    std::string excerpt = {}; // its words, no more than longestExcerpt
    std::vector<std::string> tags = {};
    std::vector<std::string> authors = {};
    std::vector<std::string> categories = {};
    std::vector<std::string> locations = {};
    std::vector<std::string> languages = {};
    std::vector<std::string> redirects = {};
    std::string series = {}; // what its title has in common with others', see seriesOf()
    int errors = 0;          // the site's build stops, or something is missing on the page
    int warnings = 0;        // the build complains
    int looksWrong = 0;      // nothing complains, but readers stumble
    int pictures = 0;
    int missingAlternatives = 0; // pictures without a text for those who cannot see them

    /// 0 without a date.
    [[nodiscard]] int year() const noexcept;
};

/// Whether a name is in use, and how often.
struct LabelCount {
    std::string label = {};
    int posts = 0;

    friend bool operator==(const LabelCount &, const LabelCount &) = default;
};

} // namespace archive
