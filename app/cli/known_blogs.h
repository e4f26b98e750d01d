// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archive.h"
#include "archive/known_posts.h"
#include "post/blog_config.h"

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cli {

/// Opens the archive of a folder, or of the folder of a file, and brings its index up to date. The error is a sentence.
[[nodiscard]] std::expected<archive::Archive, std::string> updatedArchive(const std::filesystem::path &path,
                                                                          const post::DateTime &today);

/// The posts of the blogs that files belong to, each read once.
class KnownBlogs
{
public:
    /// Brings the indexes of the files' blogs up to date. The error is a sentence.
    [[nodiscard]] static std::expected<KnownBlogs, std::string> of(const std::vector<std::string> &files,
                                                                   const post::DateTime &today);

    /// Null for a file of no blog, and where nothing was read.
    [[nodiscard]] const archive::KnownPosts *at(const std::filesystem::path &root) const;

private:
    std::map<std::filesystem::path, archive::KnownPosts> m_blogs;
};

} // namespace cli
