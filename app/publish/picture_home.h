// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace publish {

/// Where the pictures of a post are kept, and how the post writes their names.
struct PictureHome {
    std::filesystem::path folder = {};
    std::string prefix = {};         // before a file's name: "/_static/2026/", or nothing beside the post
    std::string stem = {};           // of a picture without a name of its own
    std::filesystem::path root = {}; // of the blog, canonical; empty for a post of none
};

/// The blog's folder for pictures (`pictures` in broadside.toml, `_static` without it), in one for the post's year, if the
/// blog has that folder; otherwise the post's own folder.
[[nodiscard]] PictureHome pictureHome(const std::filesystem::path &post, const post::BlogConfig &blog, int year);

/// The names that a picture may get, of which it takes the first that is free: "hall.png", "hall-2.png" ... `ending` has its
/// dot.
[[nodiscard]] std::string pictureName(std::string_view stem, int number, std::string_view ending);

} // namespace publish
