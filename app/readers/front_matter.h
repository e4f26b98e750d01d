// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace readers {

/// What the YAML at a Markdown file's top says of the post.
struct FrontMatter {
    std::string title = {};
    std::string date = {}; // YYYY-MM-DD
    std::string author = {};
    std::string url = {};
    std::vector<std::string> tags = {};
    bool isDraft = false;
    std::string problem = {}; // why it could not be read
};

struct SplitMarkdown {
    FrontMatter front = {};
    std::string_view body = {}; // behind the front matter
};

/// Cuts a Markdown file into its front matter, between two lines of `---`, and the rest.
[[nodiscard]] SplitMarkdown splitFrontMatter(std::string_view markdown);

} // namespace readers
