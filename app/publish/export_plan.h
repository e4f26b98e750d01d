// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/finding.h"
#include "post/post_metadata.h"
#include "post/site_index.h"
#include "publish/canonical.h"
#include "publish/companion_pictures.h"
#include "publish/export_target.h"
#include "publish/file_changes.h"
#include "rst/engine.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

/// One line of the checklist before an export.
struct Check {
    enum class State : std::uint8_t {
        Passed,
        Warning, // may be overruled knowingly
        Failed,  // as well, except where nothing could be written
        Unasked, // to be known when somebody asks for it; in nobody's way
    } state = State::Passed;
    std::string_view rule = {}; // "messages", "alt", "date", "path" ...
    std::string text = {};
    std::optional<post::ByteRange> range = {}; // in the source, to jump to
    bool isFinal = false;                      // cannot be overruled

    friend bool operator==(const Check &, const Check &) = default;
};

/// All that an export would do, to be shown before it is done.
struct ExportPlan {
    Target target = Target::Ablog;
    std::filesystem::path path = {};      // of the file
    CanonicalText canonical = {};         // the source in the house's form
    std::string bytes = {};               // what would be written
    std::vector<std::string> losses = {}; // what the target cannot express
    /// Local pictures that belong to the post: where they are, and bytes for those that would be written. Those that are taken
    /// along may have other names in the text that is written than in the source.
    std::vector<FileContent> pictures = {};
    std::vector<Check> checks = {};
    std::optional<std::string> existing = {}; // the bytes that would be replaced
    std::string difference = {};              // unified; from nothing for a new file
    std::optional<post::PostMetadata> metadata = {};
    /// As the directive says, or, where a mistake in it leaves no metadata, as it is meant.
    std::string title = {};
    post::ParsedDate date = {};
    bool isAhead = false; // dated after the day of the plan

    [[nodiscard]] bool changesNothing() const { return existing && *existing == bytes; }
    [[nodiscard]] bool hasFailed() const;
    [[nodiscard]] bool isBlocked() const; // a check that cannot be overruled has failed
};

struct ExportWishes {
    Target target = Target::Ablog;
    /// The file that the text comes from; it may be replaced without being "taken". Empty for a text that was never saved.
    std::filesystem::path source = {};
    /// Where the path rule starts instead of the target's folder of the blog.
    std::filesystem::path folder = {};
    /// The file's name without the rule; empty for the title's.
    std::string slug = {};
    post::DateTime today = post::today();
    /// What the blog's pages know of one another; where it is not known, no link is said to lead nowhere.
    post::SiteIndexPtr site = {};
    /// Pictures of the post that are in no file yet; the export takes those that the text names.
    HeldPictures held = {};
};

/// Says what an export of `source` would do. `engine` must be of the sphinx dialect. Reads files, writes none.
[[nodiscard]] ExportPlan planExport(std::string_view source, const rst::Engine &engine, const post::BlogConfig &config,
                                    const ExportWishes &wishes);

/// Whether the plan can be carried out as it was shown: nothing that cannot be overruled failed, and the existing file is
/// still what it was. The error is a sentence.
[[nodiscard]] std::expected<void, std::string> stillHolds(const ExportPlan &plan);

/// All files of the plan.
[[nodiscard]] std::vector<FileContent> filesOf(const ExportPlan &plan);

/// Does what the plan says, as a whole or not at all. Refuses a blocked plan, and one whose existing file has changed since it was planned.
[[nodiscard]] std::expected<void, std::string> writeExport(const ExportPlan &plan);

} // namespace publish
