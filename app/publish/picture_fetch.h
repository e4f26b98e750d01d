// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "network/http.h"
#include "post/blog_config.h"
#include "publish/file_changes.h"
#include "rst/engine.h"

namespace publish {

/// A post whose pictures are brought into the blog.
struct LocalisedPost {
    std::string text = {};                  // the source with the new addresses
    std::vector<FileContent> files = {};    // to be written, in the blog's folder for pictures
    std::vector<std::string> changes = {};  // "ADDRESS → /_static/2026/doors-open.png"
    std::vector<std::string> problems = {}; // a sentence for each picture that stays where it is
};

/// Fetches the remote pictures of a post, if any machine may be asked, and takes out those that its text holds itself in
/// "data:" addresses; writes nothing. Files get the post's name with that of the picture where it has one
/// that people can read, or with its description, and never that of a file that is there with other bytes. `name` is the
/// post's, `year` its folder's.
[[nodiscard]] LocalisedPost localisePictures(std::string_view source, const rst::Engine &engine,
                                             const post::BlogConfig &config, std::string_view name,
                                             std::string_view year, network::Reach reach = network::Reach::Public,
                                             std::stop_token stop = {});

} // namespace publish
