// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/date.h"
#include "rst/settings.h"

#include <filesystem>
#include <string>

namespace post {

/// Sphinx' name of the document in a file: `posts/2024/2024-01-news`. That of rst::SphinxSettings for a text without a file,
/// and for one of no blog.
[[nodiscard]] std::string docnameOf(const BlogConfig &config, const std::filesystem::path &file);

/// How the engine reads a post of a blog as the site's build would on that day. Files are read below the blog's folder only;
/// a post without a `file`, or in a folder that is no blog, has no other files around it.
[[nodiscard]] rst::Settings sphinxSettings(const BlogConfig &config, const DateTime &today,
                                           const std::filesystem::path &file = {});

/// Whether a file that exists lies below a folder, links followed.
[[nodiscard]] bool isBelow(const std::filesystem::path &path, const std::filesystem::path &folder);

} // namespace post
