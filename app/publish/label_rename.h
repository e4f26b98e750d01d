// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

/// Names that are to be written otherwise in many posts: a rename, or with several, or with one that is in use, a merge.
struct LabelRename {
    std::string option = "tags";        // of the `post` directive: tags, author, location, category, language
    std::vector<std::string> from = {}; // exactly as they are written
    std::string to = {};
};

/// What a rename does to one file.
struct RenamedFile {
    std::filesystem::path path = {};
    std::string before = {};
    std::string after = {};
    std::string difference = {}; // unified
};

struct LabelRenamePlan {
    std::vector<RenamedFile> files = {};    // that change, in the order asked for
    std::vector<std::string> problems = {}; // files that cannot be changed so, in sentences
};

/// What a rename would do to these files of a blog; reads, writes nothing. Only the bytes of the names themselves change: a
/// post that has the new name already loses the old one with its comma. The error is a sentence about the wish itself.
[[nodiscard]] std::expected<LabelRenamePlan, std::string> planLabelRename(const LabelRename &rename,
                                                                          const std::filesystem::path &root,
                                                                          std::span<const std::string> paths);

/// The source with the names renamed; the same where it has none of them.
[[nodiscard]] std::string withLabelsRenamed(std::string_view source, const LabelRename &rename);

/// Writes the files, all or none: one that is no longer what the plan has read stops everything. The error is a sentence.
[[nodiscard]] std::expected<void, std::string> writeLabelRename(std::span<const RenamedFile> files);

/// The change that takes a written one back.
[[nodiscard]] std::vector<RenamedFile> reversed(std::span<const RenamedFile> files);

} // namespace publish
