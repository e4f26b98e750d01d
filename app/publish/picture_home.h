// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "network/embedded_image.h"
#include "post/blog_config.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace publish {

/// The largest picture that a post gets, in bytes: no more is stored, taken along or shown.
inline constexpr std::int64_t largestPicture = network::mostEmbeddedBytes;

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

// Pictures of a post that are in no file yet have names in its text that no others have, made of what is in them. What their
// files were called elsewhere is kept in those names: "hall-0a1b2c3d4e.png"; without that it is "picture-0a1b2c3d4e.png".

/// The name of a picture without a file. `own` may be empty; `sum` is the begin of a checksum, in lower case.
[[nodiscard]] std::string heldPictureName(std::string_view own, std::string_view sum, std::string_view ending);
/// How many digits of the checksum are in it.
inline constexpr std::size_t heldSumDigits = 10;
/// What the picture's file is to be called: "hall"; empty where its name says nothing, and it is called as the post is.
[[nodiscard]] std::string ownStemOfHeld(std::string_view name);

} // namespace publish
