// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_plan.h"

#include "post/metadata_findings.h"
#include "post/metadata_source.h"
#include "post/slug.h"
#include "post/sphinx_settings.h"
#include "publish/atomic_file.h"
#include "publish/export_checks.h"
#include "publish/line_diff.h"
#include "publish/pictures.h"
#include "rst/document/node_ref.h"

#include <algorithm>
#include <format>

namespace publish {

namespace {

namespace fs = std::filesystem;

/// What a file's name is made of.
struct NameParts {
    post::ParsedDate date = {};
    std::string title = {};
};

/// From the post; or, where a mistake in its directive leaves none, from the text as it is meant.
NameParts namePartsOf(std::string_view source, const rst::Document &document,
                      const std::optional<post::PostMetadata> &metadata, const post::BlogConfig &config,
                      const post::DateTime &today)
{
    if (metadata)
        return {metadata->date, metadata->title};
    NameParts parts;
    const post::MetadataSource written = post::findMetadata(source);
    if (const post::MetadataBlock *block = written.block(); block != nullptr && !block->dateText.empty())
        parts.date = post::parseDate(block->dateText, config.dateFormat, today);
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (node.is(rst::NodeKind::Title)) {
            parts.title = node.asText();
            break;
        }
    }
    return parts;
}

/// The path by the blog's rule. A draft without a date takes today's year and month.
fs::path pathFor(const NameParts &parts, const post::BlogConfig &config, const ExportWishes &wishes)
{
    const bool hasDate =
        parts.date.outcome != post::DateOutcome::Absent && parts.date.outcome != post::DateOutcome::Rejected;
    const post::DateTime date = hasDate ? parts.date.value : wishes.today;
    const std::string slug =
        wishes.slug.empty() ? post::slugOf(parts.title, config.slugLength) : post::slugOf(wishes.slug, 200);
    const fs::path folder = wishes.folder.empty() ? config.postsFolder() : wishes.folder;
    return (folder / post::pathByRule(config.pathRule, date, slug)).lexically_normal();
}

/// A post that already stands below the posts folder keeps its place: its address on the site must not change.
bool keepsItsPlace(const post::BlogConfig &config, const ExportWishes &wishes)
{
    return !wishes.source.empty() && wishes.folder.empty() && wishes.slug.empty() && !config.root.empty() &&
           isInside(wishes.source, config.postsFolder());
}

} // namespace

bool ExportPlan::hasFailed() const
{
    return std::ranges::any_of(checks, [](const Check &check) { return check.state == Check::State::Failed; });
}

bool ExportPlan::isBlocked() const
{
    return std::ranges::any_of(checks,
                               [](const Check &check) { return check.state == Check::State::Failed && check.isFinal; });
}

ExportPlan planExport(std::string_view source, const rst::Engine &engine, const post::BlogConfig &config,
                      const ExportWishes &wishes)
{
    ExportPlan plan;
    plan.canonical = canonicalText(source, engine, config);
    const rst::Publication publication =
        engine.publish(source, post::sphinxSettings(config, wishes.today, wishes.source));
    std::vector<post::PostMetadata> posts = post::readPosts(publication.document, config, wishes.today);
    if (!posts.empty())
        plan.metadata = std::move(posts.front());
    const NameParts parts = namePartsOf(source, publication.document, plan.metadata, config, wishes.today);
    plan.path =
        keepsItsPlace(config, wishes) ? fs::absolute(wishes.source).lexically_normal() : pathFor(parts, config, wishes);

    const CheckInput input = {.source = source,
                              .publication = publication,
                              .config = config,
                              .wishes = wishes,
                              .plan = plan,
                              .folder = wishes.folder.empty() ? config.postsFolder() : wishes.folder};
    std::vector<Check> checks = exportChecks(input);

    std::error_code error;
    if (fs::exists(plan.path, error)) {
        if (auto existing = readFile(plan.path)) {
            plan.existing = std::move(*existing);
        } else {
            checks.push_back(
                {.state = Check::State::Failed, .rule = "path", .text = existing.error(), .isFinal = true});
        }
    }
    plan.checks = std::move(checks);
    plan.difference = unifiedDiff(plan.existing.value_or(""), plan.canonical.text,
                                  plan.existing ? plan.path.string() : "/dev/null", plan.path.string());
    return plan;
}

std::expected<void, std::string> writeExport(const ExportPlan &plan)
{
    for (const Check &check : plan.checks) {
        if (check.state == Check::State::Failed && check.isFinal)
            return std::unexpected(check.text);
    }
    std::error_code error;
    if (fs::exists(plan.path, error)) {
        const auto existing = readFile(plan.path);
        if (!existing)
            return std::unexpected(existing.error());
        if (!plan.existing || *existing != *plan.existing)
            return std::unexpected(std::format(
                "{} was changed by something else meanwhile; look at the difference again.", plan.path.string()));
    }
    return writeFileAtomically(plan.path, plan.canonical.text);
}

} // namespace publish
