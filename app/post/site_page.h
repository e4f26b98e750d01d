// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/site_index.h"
#include "rst/engine.h"

#include <memory>
#include <string_view>

namespace post {

/// What a document is published with, besides the settings of its own.
struct PageSurroundings {
    const BlogConfig &config;
    DateTime clock = {};
    SiteIndexPtr site = {}; // null where nothing is known of other documents
    /// Whether the document lies where it is to be. If not, what leads nowhere from here may lead somewhere from there.
    bool isInPlace = true;
};

/// Publishes a document as its site has it: with links to other documents and lists of posts, its own as `source` has them.
/// `settings` are those of sphinxSettings(), and get what the page's HTML is to be written with, while the engine lives.
[[nodiscard]] rst::Publication publishPage(const rst::Engine &engine, std::string_view source, rst::Settings &settings,
                                           const PageSurroundings &surroundings);

} // namespace post
