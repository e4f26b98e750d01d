// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "rst/engine.h"

#include <string_view>
#include <vector>

namespace post {

/// Whether a document has a list of posts, which needs to be told of them before it is published.
[[nodiscard]] bool hasPostList(const rst::Document &document);

/// The published posts of one document, newest first, as a list on its own page shows them: all that is known of a document
/// that comes without its blog. `publication` is what `engine` made of `source`; all of them must outlive the result.
[[nodiscard]] std::vector<rst::SitePost> ownPosts(const rst::Engine &engine, std::string_view source,
                                                  const rst::Settings &settings, const rst::Publication &publication,
                                                  const BlogConfig &config, const DateTime &clock);

} // namespace post
