// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/post_metadata.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// What hints about a post's words have to know of the language that they are in.
struct ProseLanguage {
    std::array<std::string, 7> weekdays = {};      // Monday first, as a date writes them
    std::array<std::string, 12> months = {};       // as a date writes them
    std::vector<std::string_view> fillers = {};    // words within a date that say nothing: "of", "de"
    std::vector<std::string_view> ordinals = {};   // behind the number of a day: "th", "er"
    std::vector<std::string_view> meantTwice = {}; // words that may well stand twice in a row
    std::vector<std::string_view> emptyLinks = {}; // a link's words that do not say where it leads, in lower case
    bool capitalNames = false;                     // names of days and months begin with a capital letter
    bool monthFirst = false;                       // "March 2" is a date, too
};

/// The language of a tag like "de" or "pt-br", or of a name like "German" or "Deutsch"; nothing for those that hints know
/// nothing about.
[[nodiscard]] const ProseLanguage *proseLanguage(std::string_view language);

/// The language that a post says it is in (`own`, which may be empty), or else its blog's, or else its site's.
[[nodiscard]] std::string languageOf(std::string_view own, const BlogConfig &blog);
/// The same for what stands in a file: the first of its posts counts.
[[nodiscard]] std::string languageOf(std::span<const PostMetadata> posts, const BlogConfig &blog);

} // namespace post
