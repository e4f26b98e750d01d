// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/label_rename.h"

#include "post/label_places.h"
#include "post/metadata_edit.h"
#include "post/metadata_source.h"
#include "post/myst_metadata.h"
#include "publish/atomic_file.h"
#include "publish/file_changes.h"
#include "publish/line_diff.h"

#include <algorithm>
#include <format>

namespace publish {

namespace {

namespace fs = std::filesystem;

/// The edits in one list: the new name takes the first old one's place, the others go with the comma beside them.
void renameIn(std::string_view source, const post::SourceOption &option, const LabelRename &rename,
              std::vector<post::TextEdit> &edits)
{
    const std::vector<post::LabelPlace> places = post::labelPlaces(source, option);
    bool isThere = std::ranges::contains(places, rename.to, &post::LabelPlace::label);
    std::size_t kept = 0; // labels before this one that stay
    for (std::size_t i = 0; i < places.size(); ++i) {
        const post::LabelPlace &place = places[i];
        if (place.label == rename.to || !std::ranges::contains(rename.from, place.label)) {
            ++kept;
        } else if (!isThere) {
            edits.push_back({place.range.begin, place.range.end, rename.to});
            isThere = true;
            ++kept;
        } else if (kept > 0) {
            edits.push_back({places[i - 1].range.end, place.range.end, {}});
        } else {
            edits.push_back({place.range.begin, places[i + 1].range.begin, {}}); // the new name comes later
        }
    }
}

std::expected<void, std::string> canBeName(const std::string &name)
{
    if (name.find_first_not_of(" \t") == std::string::npos)
        return std::unexpected("Say what the name shall be.");
    if (name.find_first_of(",\n\r") != std::string::npos)
        return std::unexpected("A name has no comma: it would be two.");
    return {};
}

} // namespace

std::string withLabelsRenamed(std::string_view source, const LabelRename &rename)
{
    const post::MetadataSource metadata = post::findMetadata(source);
    std::vector<post::TextEdit> edits;
    const auto renameBlock = [&](const post::MetadataBlock &block) {
        if (const post::SourceOption *option = block.option(rename.option))
            renameIn(source, *option, rename, edits);
    };
    if (metadata.frontMatter && metadata.frontMatter->option("blogpost") != nullptr)
        renameBlock(*metadata.frontMatter);
    for (const post::MetadataBlock &block : metadata.directives)
        renameBlock(block);
    std::ranges::sort(edits, {}, &post::TextEdit::begin);
    return post::applied(source, edits);
}

std::expected<LabelRenamePlan, std::string> planLabelRename(const LabelRename &rename, const fs::path &root,
                                                            std::span<const std::string> paths)
{
    if (auto fine = canBeName(rename.to); !fine)
        return std::unexpected(fine.error());
    LabelRenamePlan plan;
    for (const std::string &path : paths) {
        const fs::path file = root / path;
        if (post::isMarkdownName(path)) {
            plan.problems.push_back(std::format("{} is Markdown; change the name there by hand.", path));
            continue;
        }
        auto source = readFile(file);
        if (!source) {
            plan.problems.push_back(source.error());
            continue;
        }
        std::string after = withLabelsRenamed(*source, rename);
        if (after == *source)
            continue;
        std::string difference = unifiedDiff(*source, after, "a/" + path, "b/" + path);
        plan.files.push_back({.path = file,
                              .before = std::move(*source),
                              .after = std::move(after),
                              .difference = std::move(difference)});
    }
    return plan;
}

std::expected<void, std::string> writeLabelRename(std::span<const RenamedFile> files)
{
    for (const RenamedFile &file : files) {
        const auto now = readFile(file.path);
        if (!now)
            return std::unexpected(now.error());
        if (*now != file.before)
            return std::unexpected(std::format(
                "{} has changed meanwhile; nothing was written. Look at the change again.", file.path.string()));
    }
    FileChanges changes;
    for (const RenamedFile &file : files) {
        if (auto written = changes.write(file.path, file.after); !written) {
            changes.takeBack();
            return std::unexpected(written.error());
        }
    }
    return {};
}

std::vector<RenamedFile> reversed(std::span<const RenamedFile> files)
{
    std::vector<RenamedFile> back;
    for (const RenamedFile &file : files)
        back.push_back({.path = file.path, .before = file.after, .after = file.before});
    return back;
}

} // namespace publish
