// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archived_post.h"

#include "post/blog_config.h"
#include "rst/engine.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// What the index keeps of one post or page.
struct IndexedPost {
    ArchivedPost post = {}; // without an id; its state is Page or not
    post::DateOutcome dateOutcome = post::DateOutcome::Absent;
    std::string text = {};               // as readers see it
    std::string headings = {};           // one a line
    std::vector<std::string> links = {}; // addresses outside of the document, each once
};

/// Reads a document as the site's build would on that day: its posts, or the one page that it is. `path` is the file below the
/// blog's folder, `folder` that folder. Never fails: what is wrong with the document is counted in the result.
[[nodiscard]] std::vector<IndexedPost> readDocument(const rst::Engine &engine, const post::BlogConfig &config,
                                                    const std::filesystem::path &folder, const std::string &path,
                                                    std::string_view source, const post::DateTime &today);

} // namespace archive
