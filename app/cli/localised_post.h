// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/arguments.h"
#include "network/http.h"
#include "post/blog_config.h"
#include "rst/engine.h"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// Which machines may be asked where any may: with “--private” those of this network, too.
[[nodiscard]] network::Reach reachOf(const Arguments &arguments);

/// What became of the pictures of a post that was written.
struct LocalisedFile {
    std::vector<std::string> changes = {};  // "ADDRESS → /_static/2026/doors-open.png"
    std::vector<std::string> problems = {}; // a sentence for each picture that stays where it is
};

/// Brings the pictures of a post that `reach` allows into its blog, and writes both: all, or nothing. `text` is what the
/// post at `path` is to have. The error is a sentence.
[[nodiscard]] std::expected<LocalisedFile, std::string> writeLocalised(const std::filesystem::path &path,
                                                                       std::string_view text,
                                                                       const post::BlogConfig &config,
                                                                       const rst::Engine &engine, network::Reach reach);

/// The same for a post that was written below a folder for output, which is taken for a blog where it belongs to none.
[[nodiscard]] std::expected<LocalisedFile, std::string> writeLocalisedBelow(const std::filesystem::path &output,
                                                                            const std::filesystem::path &path,
                                                                            std::string_view text,
                                                                            const rst::Engine &engine,
                                                                            network::Reach reach);

} // namespace cli
