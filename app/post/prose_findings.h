// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/finding.h"
#include "post/post_metadata.h"
#include "rst/document/document.h"

#include <span>
#include <string_view>
#include <vector>

namespace post {

/// What the description of a new picture says until somebody writes it.
inline constexpr std::string_view unwrittenDescription = "describe the picture";

/// Hints about the words of a post, in its own language where that is one of those that `proseLanguage()` knows: a day that its month does not have, or a weekday that contradicts its date
/// ("prose.weekday"), doubled words ("prose.doubled"), a quarter or year of another time than the post's in its title
/// ("prose.leftover"), links that say "click here" ("prose.link"), links without encryption ("prose.http"), pictures without a
/// description ("prose.alt"). In the order of the text. Literals, code and comments are left alone. `document` is what the
/// engine made of `source`, `posts` are those in it; `blog` says the language where they do not, `today` dates a draft.
[[nodiscard]] std::vector<Finding> proseFindings(std::string_view source, const rst::Document &document,
                                                 std::span<const PostMetadata> posts, const BlogConfig &blog,
                                                 const DateTime &today);

} // namespace post
