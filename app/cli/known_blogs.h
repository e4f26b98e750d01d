// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archive.h"
#include "archive/known_posts.h"
#include "post/blog_config.h"

#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// Opens the archive of a folder, or of the folder of a file, and brings its index up to date. The error is a sentence.
[[nodiscard]] std::expected<archive::Archive, std::string> updatedArchive(const std::filesystem::path &path,
                                                                          const post::DateTime &today);

/// What the pages of a file's blog know of one another; null for a file of no blog, for "-", and where it cannot be read.
[[nodiscard]] post::SiteIndexPtr siteAround(std::string_view path, const post::BlogConfig &config,
                                            const post::DateTime &today);

/// What the archive knows of a blog.
struct KnownBlog {
    archive::KnownPosts posts = {};
    post::SiteIndexPtr site = {};
};

/// The blogs that files belong to, each read once.
class KnownBlogs
{
public:
    /// Brings the indexes of the files' blogs up to date. The error is a sentence.
    [[nodiscard]] static std::expected<KnownBlogs, std::string> of(const std::vector<std::string> &files,
                                                                   const post::DateTime &today);

    /// Null for a file of no blog, and where nothing was read.
    [[nodiscard]] const KnownBlog *at(const std::filesystem::path &root) const;

private:
    std::map<std::filesystem::path, KnownBlog> m_blogs;
};

} // namespace cli
