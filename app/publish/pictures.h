// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/source_lines.h"
#include "rst/document/document.h"
#include "rst/engine.h"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

/// A picture of a post.
struct Picture {
    std::string uri = {};
    std::string alt = {};
    bool isRemote = false;
    post::ByteRange range = {}; // in the source; empty where it comes from an included file
};

[[nodiscard]] std::vector<Picture> picturesOf(const rst::Document &document);

/// The document of a post at `file` in its blog, where local pictures have addresses from the blog's folder on,
/// "/_static/a.png". Its messages are not all that the site's build has.
[[nodiscard]] rst::Document documentWithPictures(std::string_view source, const rst::Engine &engine,
                                                 const post::BlogConfig &config, const post::DateTime &today,
                                                 const std::filesystem::path &file);

/// The file that a local picture's address means: relative to the post's folder, or to the blog's root where it begins with
/// a slash. Links on the way are followed. The error is a sentence; a path that leaves the blog's folder is one.
[[nodiscard]] std::expected<std::filesystem::path, std::string> pictureFile(std::string_view uri,
                                                                            const std::filesystem::path &postFolder,
                                                                            const std::filesystem::path &blogRoot);

/// A file as people of the blog name it.
[[nodiscard]] std::string withinBlog(const std::filesystem::path &file, const std::filesystem::path &root);

/// Whether `path` is `folder` or lies below it, after links and dots are followed as far as the path exists.
[[nodiscard]] bool isInside(const std::filesystem::path &path, const std::filesystem::path &folder);

} // namespace publish
