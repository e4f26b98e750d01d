// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive_findings.h"

#include "archive/document_reader.h"

#include "post/label_places.h"
#include "post/metadata_source.h"
#include "post/post_metadata.h"
#include "post/slug.h"
#include "post/source_range.h"
#include "rst/document/node_ref.h"

#include <algorithm>
#include <filesystem>
#include <format>

namespace archive {

namespace {

namespace fs = std::filesystem;

std::string postsInWords(int count)
{
    return count == 1 ? "one other post" : std::format("{} other posts", count);
}

/// What conf.py knows a written name by; null where it does not know it, or knows it so.
const rst::NamedLabel *namedOtherwise(const post::BlogConfig &config, rst::LabelKind kind, std::string_view written)
{
    const std::string key = labelKey(written);
    const rst::NamedLabel *found = nullptr;
    for (const rst::NamedLabel &named : config.site.namedLabels) {
        if (named.kind != kind)
            continue;
        if (named.label == written)
            return nullptr;
        if (found == nullptr && (labelKey(named.name) == key || labelKey(named.label) == key))
            found = &named;
    }
    return found;
}

void checkLabels(std::string_view source, const post::MetadataBlock &block, const KnownPosts &known,
                 const std::string &path, const post::BlogConfig &config, std::vector<post::Finding> &findings)
{
    for (const LabelOption &kind : labelOptions) {
        const post::SourceOption *option = block.option(kind.option);
        if (option == nullptr)
            continue;
        for (const post::LabelPlace &place : post::labelPlaces(source, *option)) {
            const rst::NamedLabel *named = namedOtherwise(config, kind.pages, place.label);
            const LabelCount spelling = known.knownSpelling(kind.kind, place.label, path);
            if (named != nullptr)
                findings.push_back({.severity = post::Severity::Hint,
                                    .rule = "archive.name",
                                    .range = place.range,
                                    .text = std::format("conf.py knows “{}” as “{}”; written so, the two are one.",
                                                        place.label, named->label),
                                    .replacement = named->label});
            else if (spelling.posts > 0)
                findings.push_back({.severity = post::Severity::Hint,
                                    .rule = "archive.spelling",
                                    .range = place.range,
                                    .text = std::format("“{}” is written “{}” in {}.", place.label, spelling.label,
                                                        postsInWords(spelling.posts)),
                                    .replacement = spelling.label});
        }
    }
}

/// The first heading's range; empty without one.
post::ByteRange headingOf(const rst::Document &document)
{
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (node.is(rst::NodeKind::Title) && !node.span().isEmpty())
            return post::sourceRange(document, node.span()).value_or(post::ByteRange());
    }
    return {};
}

post::Finding findingOf(const Collision &collision, const post::MetadataBlock &block, post::ByteRange heading)
{
    const post::SourceOption *title = block.option("title"), *redirect = block.option("redirect");
    switch (collision.kind) {
    case Collision::Kind::Slug:
        return {.rule = "archive.slug",
                .range = block.nameRange,
                .text = std::format("{} has the same file name; links by this name lead to one of the two.",
                                    collision.otherPath)};
    case Collision::Kind::Title:
        return {.severity = post::Severity::Hint,
                .rule = "archive.title",
                .range = title != nullptr    ? title->valueRange
                         : heading.isEmpty() ? block.nameRange
                                             : heading,
                .text = std::format("{} has the same title; readers cannot tell the two apart in lists.",
                                    collision.otherPath)};
    case Collision::Kind::Redirect:
        return {.rule = "archive.redirect",
                .range = redirect != nullptr ? redirect->valueRange : block.nameRange,
                .text = std::format("The address {} is also that of {}; it can lead to one of the two.",
                                    collision.value, collision.otherPath)};
    }
    return {};
}

/// Where a post without a file would come to lie.
std::string pathByRules(const post::PostMetadata &metadata, const post::BlogConfig &config, const post::DateTime &today)
{
    const post::DateTime date = post::hasDate(metadata.date) ? metadata.date.value : today;
    const std::string slug = post::slugOf(metadata.title, config.slugLength);
    return (config.posts / post::pathByRule(config.pathRule, date, slug)).lexically_normal().generic_string();
}

} // namespace

std::string pathWithin(const fs::path &folder, const fs::path &file)
{
    if (file.empty() || folder.empty())
        return {};
    std::error_code error;
    const fs::path inner = fs::weakly_canonical(file, error).lexically_relative(fs::weakly_canonical(folder, error));
    return inner.empty() || *inner.begin() == ".." ? std::string() : inner.generic_string();
}

std::vector<post::Finding> archiveFindings(std::string_view source, const rst::Document &document,
                                           std::span<const post::PostMetadata> posts, const KnownPosts &known,
                                           const std::string &path, const post::BlogConfig &config,
                                           const post::DateTime &today)
{
    std::vector<post::Finding> findings;
    const post::MetadataSource metadata = post::findMetadata(source);
    const post::MetadataBlock *const block = metadata.block();
    if (block == nullptr)
        return findings;
    checkLabels(source, *block, known, path, config, findings);
    if (posts.empty())
        return findings;
    const std::string place = path.empty() ? pathByRules(posts.front(), config, today) : path;
    if (path.empty() && known.has(place))
        findings.push_back({.rule = "archive.slug",
                            .range = block->nameRange,
                            .text = std::format("{} is there already; this post would take its place.", place)});
    const post::ByteRange heading = headingOf(document);
    for (const Collision &collision : collisionsOf(archivedPost(posts.front(), place), known.posts()))
        findings.push_back(findingOf(collision, *block, heading));
    std::ranges::stable_sort(findings, {}, [](const post::Finding &finding) { return finding.range.begin; });
    return findings;
}

} // namespace archive
