// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/known_posts.h"

#include "post/blog_config.h"
#include "post/finding.h"
#include "post/post_metadata.h"
#include "rst/document/document.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// What the blog's other posts and its settings say about a post: names that are written otherwise there, authors that
/// conf.py knows by a key, and a file name, a title or a redirect that another post has already. `posts` are those in the
/// document; `path` is its file below the blog's folder, empty for a post without a file, which is taken for the one that the
/// blog's rules would make.
[[nodiscard]] std::vector<post::Finding> archiveFindings(std::string_view source, const rst::Document &document,
                                                         std::span<const post::PostMetadata> posts,
                                                         const KnownPosts &known, const std::string &path,
                                                         const post::BlogConfig &config, const post::DateTime &today);

/// `file` below the blog's folder, with slashes; empty for a file outside of it, and for none.
[[nodiscard]] std::string pathWithin(const std::filesystem::path &folder, const std::filesystem::path &file);

} // namespace archive
