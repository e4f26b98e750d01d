// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace archive {

/// A document's file, as it lies on the disk.
struct BlogFile {
    std::string path = {};    // below the blog's folder, with slashes
    std::int64_t size = 0;    // bytes
    std::int64_t changed = 0; // nanoseconds of the file system's clock
};

/// What was left out, and why, in a sentence.
struct FileProblem {
    std::string path = {};
    std::string sentence = {};
};

struct BlogFiles {
    std::vector<BlogFile> files = {}; // by path
    std::vector<FileProblem> problems = {};
    std::vector<std::string> folders = {}; // all that were looked into, below the blog's folder; the first is ""
};

/// The documents of a blog, in reStructuredText and, where MyST reads it, in Markdown: hidden folders, built sites and what
/// conf.py excludes are left out. Links to folders are not followed, which no loop survives; a link to a file counts where
/// it stays within the blog.
[[nodiscard]] BlogFiles blogFiles(const std::filesystem::path &folder, const post::BlogConfig &config);

inline constexpr std::int64_t largestDocument = 20'000'000; // bytes

} // namespace archive
