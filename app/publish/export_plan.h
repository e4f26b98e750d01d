// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/finding.h"
#include "post/post_metadata.h"
#include "publish/canonical.h"
#include "rst/engine.h"

#include <expected>
#include <filesystem>
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
    } state = State::Passed;
    std::string_view rule = {}; // "messages", "alt", "date", "path" ...
    std::string text = {};
    std::optional<post::ByteRange> range = {}; // in the source, to jump to
    bool isFinal = false;                      // cannot be overruled
};

/// All that an export would do, to be shown before it is done.
struct ExportPlan {
    std::filesystem::path path = {}; // of the file
    CanonicalText canonical = {};    // what would be written
    std::vector<Check> checks = {};
    std::optional<std::string> existing = {}; // the bytes that would be replaced
    std::string difference = {};              // unified; from nothing for a new file
    std::optional<post::PostMetadata> metadata = {};

    [[nodiscard]] bool changesNothing() const { return existing && *existing == canonical.text; }
    [[nodiscard]] bool hasFailed() const;
    [[nodiscard]] bool isBlocked() const; // a check that cannot be overruled has failed
};

struct ExportWishes {
    /// The file that the text comes from; it may be replaced without being "taken". Empty for a text that was never saved.
    std::filesystem::path source = {};
    /// Where the path rule starts instead of the blog's posts folder.
    std::filesystem::path folder = {};
    /// The file's name without the rule; empty for the title's.
    std::string slug = {};
    post::DateTime today = post::today();
};

/// Says what an export of `source` would do. `engine` must be of the sphinx dialect. Reads files, writes none.
[[nodiscard]] ExportPlan planExport(std::string_view source, const rst::Engine &engine, const post::BlogConfig &config,
                                    const ExportWishes &wishes);

/// Does what the plan says. Refuses a blocked plan, and one whose existing file has changed since it was planned.
[[nodiscard]] std::expected<void, std::string> writeExport(const ExportPlan &plan);

} // namespace publish
