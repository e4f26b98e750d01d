// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_checks.h"

#include "network/embedded_image.h"
#include "post/excerpt_words.h"
#include "post/legacy_findings.h"
#include "post/metadata_findings.h"
#include "post/prose_findings.h"
#include "publish/companion_pictures.h"
#include "publish/link_check.h"
#include "publish/pictures.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>

namespace publish {

namespace {

namespace fs = std::filesystem;
using State = Check::State;

std::string counted(std::size_t count, std::string_view one, std::string_view several)
{
    return count == 1 ? std::format("1 {}", one) : std::format("{} {}", count, several);
}

void checkBytes(const CheckInput &input, std::vector<Check> &checks)
{
    if (const auto invalid = rst::firstInvalidUtf8(input.source))
        checks.push_back({State::Failed, "utf-8",
                          std::format("The text is not UTF-8: the first wrong byte is number {}.", *invalid),
                          post::ByteRange{*invalid, *invalid + 1}, true});
    for (const std::string &kept : input.plan.canonical.kept) {
        if (!rst::firstInvalidUtf8(input.source))
            checks.push_back({.state = State::Warning, .rule = "canonical", .text = kept});
    }
}

void checkMessages(const CheckInput &input, std::vector<Check> &checks)
{
    const std::vector<rst::Diagnostic> &diagnostics = input.publication.diagnostics;
    std::size_t errors = 0, warnings = 0;
    std::optional<post::ByteRange> first;
    for (const rst::Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.level < rst::Level::Warning)
            continue;
        (diagnostic.level == rst::Level::Warning ? warnings : errors) += 1;
        if (!first && !diagnostic.span.isEmpty()) {
            const rst::SourceMap &sources = input.publication.document.sources();
            first =
                post::ByteRange{sources.locate(diagnostic.span.begin).byte, sources.locate(diagnostic.span.end).byte};
        }
    }
    if (errors + warnings == 0)
        checks.push_back(
            {.rule = "messages", .text = "The site's build will have nothing to complain about in this text."});
    if (errors > 0)
        checks.push_back(
            {State::Failed, "messages", std::format("{} in the text.", counted(errors, "error", "errors")), first});
    if (warnings > 0)
        checks.push_back({State::Warning, "messages",
                          std::format("{} in the text.", counted(warnings, "warning", "warnings")), first});
}

/// What a post without a date comes to.
std::string_view draftMeaning(Target target)
{
    switch (target) {
    case Target::Ablog:
    case Target::Myst: return "Without a date this stays a draft: it is built, but no list shows it.";
    case Target::Astro: return "Without a date this is written as unpublished.";
    case Target::Html:
    case Target::Email: return "Without a date it says none; nothing hides it.";
    }
    return {};
}

/// What a day to come means where the post is going: who hides it until then, and by which clock.
std::string futureMeaning(Target target, const std::string &day)
{
    switch (target) {
    case Target::Ablog:
    case Target::Myst:
        return std::format(
            "The date is in the future: the post is hidden until a build on or after {}, by the clock of "
            "the machine that builds the site.",
            day);
    case Target::Astro:
        return std::format(
            "The date is in the future: the post is written as unpublished until it is exported again on "
            "or after {}.",
            day);
    case Target::Html:
    case Target::Email:
        return std::format("The date is in the future, {}, and nothing hides the text until then.", day);
    }
    return {};
}

void checkMetadata(const CheckInput &input, std::vector<Check> &checks)
{
    const std::optional<post::PostMetadata> &metadata = input.plan.metadata;
    if (!metadata) {
        checks.push_back({.state = State::Failed,
                          .rule = "post",
                          .text = "There is no “post” directive that works: the page will be in no list and no feed."});
    } else if (metadata->title.empty()) {
        checks.push_back({.state = State::Failed, .rule = "title", .text = "The post has no title."});
    } else {
        checks.push_back({.rule = "title", .text = std::format("The title is “{}”.", metadata->title)});
    }
    for (const post::Finding &finding :
         post::metadataFindings(input.source, input.publication.document, input.config, input.wishes.today)) {
        if (finding.rule != "post.title")
            checks.push_back({finding.severity == post::Severity::Error ? State::Failed : State::Warning, finding.rule,
                              finding.text, finding.range});
    }
    if (!metadata)
        return;
    if (metadata->date.outcome == post::DateOutcome::Absent)
        checks.push_back(
            {.state = State::Warning, .rule = "date", .text = std::string(draftMeaning(input.wishes.target))});
    else if (metadata->date.outcome == post::DateOutcome::Exact && metadata->isDraft)
        checks.push_back(
            {.state = State::Warning,
             .rule = "date",
             .text = futureMeaning(input.wishes.target, post::formatDate(metadata->date.value, "%-d %B %Y"))});
    else if (metadata->date.outcome == post::DateOutcome::Exact)
        checks.push_back(
            {.rule = "date", .text = std::format("Dated {}.", post::formatDate(metadata->date.value, "%-d %B %Y"))});
}

/// What lists and feeds would show instead of something about the post.
std::string_view faultInWords(post::ExcerptFault fault)
{
    switch (fault) {
    case post::ExcerptFault::None: return {};
    case post::ExcerptFault::Slot: return "The excerpt has a part of the template that is still to be filled in.";
    case post::ExcerptFault::Greeting:
        return "The excerpt is a greeting only. Let the post begin with what it is about, or show more paragraphs.";
    case post::ExcerptFault::Origin:
        return "The excerpt says only where the post came from. Show more paragraphs, or begin with what it is about.";
    }
    return {};
}

void checkExcerpt(const CheckInput &input, std::vector<Check> &checks)
{
    if (!input.plan.metadata)
        return;
    const std::string excerpt = post::excerptText(*input.plan.metadata);
    const post::ExcerptFault fault = post::excerptFault(excerpt);
    if (excerpt.empty())
        checks.push_back({.state = State::Warning,
                          .rule = "excerpt",
                          .text = "Lists and feeds will show no excerpt: there is no paragraph to take."});
    else if (fault != post::ExcerptFault::None)
        checks.push_back({.state = State::Warning, .rule = "excerpt", .text = std::string(faultInWords(fault))});
    else
        checks.push_back(
            {.rule = "excerpt", .text = std::format("The excerpt has {} characters.", rst::countCodePoints(excerpt))});
}

/// Whether links lead anywhere only their servers know.
void checkLinks(const CheckInput &input, std::vector<Check> &checks)
{
    const std::size_t links = webLinksOf(input.publication.document).size();
    if (links > 0)
        checks.push_back(
            {.state = State::Unasked,
             .rule = "links",
             .text = std::format("{} not checked yet.", counted(links, "link to the web is", "links to the web are"))});
}

void checkPictures(const CheckInput &input, std::vector<Check> &checks)
{
    const std::vector<Picture> pictures = picturesOf(input.pictures);
    const fs::path &postFolder = input.pictureFolder;
    const fs::path &root = input.blogRoot();
    std::size_t unnamed = 0;
    for (const Picture &picture : pictures) {
        const auto range = picture.range.isEmpty() ? std::nullopt : std::optional(picture.range);
        const std::string shown = network::shortAddress(picture.uri);
        if (picture.alt.empty()) {
            ++unnamed;
            checks.push_back({State::Warning, "alt",
                              std::format("The picture {} has no alternative text for those who cannot see it.", shown),
                              range});
        } else if (picture.alt == post::unwrittenDescription) {
            ++unnamed;
            checks.push_back({State::Warning, "alt",
                              std::format("What the picture {} shows is still to be written.", shown), range});
        }
        if (picture.isRemote) {
            checks.push_back({State::Warning, "picture",
                              network::isEmbeddedImage(picture.uri)
                                  ? std::format("The picture {} stands in the text itself, not in a file.", shown)
                                  : std::format("The picture {} is on another site and may vanish there.", shown),
                              range});
            continue;
        }
        const auto file = pictureFile(picture.uri, postFolder, root);
        const CompanionPicture *companion = file ? input.companions.find(*file) : nullptr;
        std::error_code error;
        if (companion != nullptr)
            checks.push_back({companion->isDone ? State::Passed : State::Failed, "picture", companion->told, range});
        else if (!file)
            checks.push_back({State::Failed, "picture", file.error(), range});
        else if (!fs::is_regular_file(*file, error))
            checks.push_back({State::Failed, "picture",
                              std::format("The picture {} is not there.", withinBlog(*file, root)), range});
    }
    if (!pictures.empty() && std::ranges::none_of(pictures, &Picture::isRemote))
        checks.push_back({.rule = "picture", .text = "Every picture is the blog's own."});
    if (!pictures.empty() && unnamed == 0)
        checks.push_back({.rule = "alt", .text = "Every picture has an alternative text."});
}

void checkLeftovers(const CheckInput &input, std::vector<Check> &checks)
{
    const std::vector<post::Finding> findings = post::legacyFindings(input.source, input.publication.document);
    if (!findings.empty())
        checks.push_back(
            {State::Warning, "legacy",
             std::format("{} from Blogger that readers would see.", counted(findings.size(), "leftover", "leftovers")),
             findings.front().range});
}

void checkPath(const CheckInput &input, std::vector<Check> &checks)
{
    const fs::path &path = input.plan.path;
    std::error_code error;
    if (!isInside(path, input.folder)) {
        checks.push_back({.state = State::Failed,
                          .rule = "path",
                          .text = std::format("{} lies outside {}.", path.string(), input.folder.string()),
                          .isFinal = true});
        return;
    }
    const bool isOwnFile = !input.wishes.source.empty() && fs::equivalent(path, input.wishes.source, error);
    if (fs::exists(path, error) && !isOwnFile)
        checks.push_back({.state = State::Warning,
                          .rule = "path",
                          .text = std::format("{} exists and would be replaced; see the difference.", path.string())});
    else
        checks.push_back(
            {.rule = "path", .text = isOwnFile ? "The file keeps its place." : "The file's name is free."});
}

} // namespace

std::vector<Check> exportChecks(const CheckInput &input)
{
    std::vector<Check> checks;
    checkBytes(input, checks);
    checkMessages(input, checks);
    checkMetadata(input, checks);
    checkExcerpt(input, checks);
    checkPictures(input, checks);
    checkLinks(input, checks);
    checkLeftovers(input, checks);
    checkPath(input, checks);
    return checks;
}

} // namespace publish
