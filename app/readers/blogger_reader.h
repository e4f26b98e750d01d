// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace readers {

/// One post of a Blogger export.
struct BloggerEntry {
    std::string title = {};
    std::string published = {}; // RFC 3339, in the post's own time zone
    std::string author = {};
    std::string url = {}; // where it stood
    std::vector<std::string> labels = {};
    std::string html = {};
    bool isDraft = false;
    bool isPage = false;
};

struct BloggerSummary {
    std::size_t posts = 0, drafts = 0, pages = 0, comments = 0;
    std::string problem = {}; // why reading ended early, with what to think of it; empty when it did not
};

/// Fills the buffer from its begin and returns how many bytes came; 0 at the end.
using ByteSource = std::function<std::size_t(std::span<char>)>;

/// Reads a Blogger export (Atom) as a stream and hands every post to `take` as soon as it is complete, so that memory does
/// not grow with the export. Comments, settings and templates are left out. A file with entity definitions is refused.
[[nodiscard]] BloggerSummary readBlogger(const ByteSource &source, const std::function<void(BloggerEntry &&)> &take);

} // namespace readers
