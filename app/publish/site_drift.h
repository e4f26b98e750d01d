// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/site.h"

#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace publish {

/// What differs between a document's article as the blog's own Sphinx makes it, and as Broadside does.
struct Drift {
    std::string docname = {};
    std::string title = {};
    std::filesystem::path file = {};
    bool isMissing = false;              // the site has no such page
    std::vector<std::string> lines = {}; // an element or text each: "-" is the site's, "+" is ours

    [[nodiscard]] bool differs() const noexcept { return isMissing || !lines.empty(); }
};

struct DriftOptions {
    std::optional<std::filesystem::path> program = {}; // sphinx-build; found by itself if not given
    std::optional<std::filesystem::path> built = {};   // html pages that are there already, instead of a build
    std::chrono::seconds limit = std::chrono::seconds(900);
    bool allDocuments = false; // and not posts alone
    std::stop_token stop = {};
    /// Called with the number of documents compared and of those to compare; on the thread that checks.
    std::function<void(std::size_t done, std::size_t all)> progress = {};
};

/// Builds the blog that `path` is (or is a document of, which is then the only one compared) with its own sphinx-build in a
/// temporary folder, and compares article by article. Runs the blog's conf.py; writes nothing into the blog. The error is a
/// sentence; stopped, it says so.
[[nodiscard]] std::expected<std::vector<Drift>, std::string> checkDrift(const std::filesystem::path &path,
                                                                        const DriftOptions &options);

} // namespace publish
