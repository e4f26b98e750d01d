// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <string>
#include <string_view>

namespace readers {

/// Which of GitHub's additions count.
struct MarkdownOptions {
    bool autolinks = true;  // addresses without marks are links
    bool footnotes = false; // [^name] leads to a note
};

/// Reads Markdown as cmark-gfm does (CommonMark with tables and strike-through), HTML and GitHub's alerts included. Never
/// fails.
/// https://github.github.com/gfm/
[[nodiscard]] rst::Document readMarkdown(std::string_view text, const MarkdownOptions &options = {});

} // namespace readers
