// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archived_post.h"

#include "post/blog_config.h"
#include "post/post_metadata.h"
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
    std::string externalLink = {};       // where lists lead instead of to the post
};

/// What the index keeps of a document.
struct IndexedDocument {
    std::vector<IndexedPost> posts = {};    // or the one page that it is
    std::vector<std::string> included = {}; // files that it asked for, below the blog's folder, be they there or not
    std::string title = {};                 // that links to it show
    std::vector<rst::LabelledPlace> labels = {};
};

/// A post as the archive lists it, by its metadata alone; `path` is its file below the blog's folder.
[[nodiscard]] ArchivedPost archivedPost(post::PostMetadata metadata, const std::string &path);

/// Reads a document as the site's build would on that day; of Markdown, what it says of itself as a post, and its words.
/// `path` is the file below the blog's folder, `folder` that folder. Never fails: what is wrong with the document is
/// counted in the result.
[[nodiscard]] IndexedDocument readDocument(const rst::Engine &engine, const post::BlogConfig &config,
                                           const std::filesystem::path &folder, const std::string &path,
                                           std::string_view source, const post::DateTime &today);

} // namespace archive
