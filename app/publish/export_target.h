// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/post_metadata.h"
#include "publish/file_changes.h"
#include "rst/engine.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

struct CompanionPictures;

/// What a post is exported as.
enum class Target : std::uint8_t {
    Ablog, // reStructuredText, in the house's form
    Astro, // Markdown with YAML front matter, in the layout of Astro and Keystatic blogs
    Myst,  // MyST Markdown, which ABlog takes as well
    Html,  // a page that stands alone: styles and pictures are in it, and it asks the network for nothing
    Email, // plain text
};

/// All targets, by the names that the command line knows them by.
inline constexpr std::pair<std::string_view, Target> targetNames[] = {{"rst", Target::Ablog},
                                                                      {"astro", Target::Astro},
                                                                      {"myst", Target::Myst},
                                                                      {"html", Target::Html},
                                                                      {"email", Target::Email}};

/// What a target is made of.
struct TargetInput {
    std::string_view source = {};
    const rst::Engine &engine;
    const post::BlogConfig &config;
    const std::optional<post::PostMetadata> &metadata;
    std::filesystem::path file = {};       // that the source comes from; empty for none
    std::filesystem::path postFolder = {}; // that local pictures are relative to
    std::filesystem::path targetFile = {}; // that is written
    const CompanionPictures &companions;   // what is not in files yet
    post::DateTime today = {};
};

struct TargetText {
    std::string bytes = {};
    std::vector<FileContent> companions = {}; // pictures to be written with it
    std::vector<std::string> losses = {};     // what the target cannot express, in plain words
    std::vector<std::string> unproved = {};   // what is missing when the bytes are read again; empty: the proof holds
};

/// Writes a post for a target other than Ablog, and reads it again to prove that nothing is lost.
[[nodiscard]] TargetText writeTarget(Target target, const TargetInput &input);

/// The path of a target's file: by the blog's rule for Ablog, else in the folder that broadside.toml has for it.
[[nodiscard]] std::filesystem::path targetPath(Target target, const post::BlogConfig &config,
                                               const std::filesystem::path &folder, const post::DateTime &date,
                                               const std::string &slug);

/// The folder in which targetPath() starts; an exported file must lie in it.
[[nodiscard]] std::filesystem::path targetFolder(Target target, const post::BlogConfig &config);

} // namespace publish
