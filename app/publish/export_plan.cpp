// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_plan.h"

#include "post/metadata_findings.h"
#include "post/metadata_source.h"
#include "post/site_page.h"
#include "post/slug.h"
#include "post/sphinx_settings.h"
#include "publish/atomic_file.h"
#include "publish/companion_pictures.h"
#include "publish/export_checks.h"
#include "publish/line_diff.h"
#include "publish/pictures.h"
#include "rst/document/node_ref.h"

#include <algorithm>
#include <format>
#include <functional>

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
    const post::DateTime date = hasDate(parts.date) ? parts.date.value : wishes.today;
    const std::string slug =
        wishes.slug.empty() ? post::slugOf(parts.title, config.slugLength) : post::slugOf(wishes.slug, 200);
    return targetPath(wishes.target, config, wishes.folder, date, slug);
}

/// A post that already stands below the posts folder keeps its place: its address on the site must not change.
bool keepsItsPlace(const post::BlogConfig &config, const ExportWishes &wishes)
{
    return wishes.target == Target::Ablog && !wishes.source.empty() && wishes.folder.empty() && wishes.slug.empty() &&
           !config.root.empty() && isInside(wishes.source, config.postsFolder());
}

/// What a reader of the exported file would miss, as far as reading it again tells; and what the target cannot say.
void addProof(std::vector<Check> &checks, const ExportPlan &plan, const std::vector<std::string> &unproved)
{
    for (const std::string &loss : plan.losses)
        checks.push_back({.state = Check::State::Warning, .rule = "target", .text = loss});
    for (const std::string &problem : unproved)
        checks.push_back({.state = Check::State::Failed, .rule = "proof", .text = problem});
    if (unproved.empty())
        checks.push_back({.rule = "proof",
                          .text = plan.target == Target::Ablog
                                      ? "Read again, the file is the same document."
                                      : "Read again, the file has the same words, links and pictures."});
}

/// The pictures of the post that lie in the blog, each once, and those that are taken along.
std::vector<FileContent> localPictures(const rst::Document &document, const fs::path &postFolder, const fs::path &root,
                                       const CompanionPictures &companions)
{
    std::vector<FileContent> files = companions.files();
    for (const Picture &picture : picturesOf(document)) {
        if (picture.isRemote)
            continue;
        const auto path = pictureFile(picture.uri, postFolder, root);
        std::error_code error;
        if (path && fs::is_regular_file(*path, error) && !std::ranges::contains(files, *path, &FileContent::path))
            files.push_back({*path, std::nullopt});
    }
    return files;
}

/// Which pictures the text may name: those that are there, and those that the export takes along.
std::function<bool(std::string_view)> pictureFinder(const post::BlogConfig &config, const ExportWishes &wishes,
                                                    std::function<bool(std::string_view)> known)
{
    const fs::path folder = !config.root.empty()    ? config.root
                            : wishes.source.empty() ? fs::path()
                                                    : fs::absolute(wishes.source).parent_path();
    return [folder, known = std::move(known), &held = wishes.held](std::string_view path) {
        if (held.contains(path.substr(path.rfind('/') + 1))) // or 0
            return true;
        if (known)
            return known(path);
        const fs::path file = folder / fs::path(path).relative_path();
        std::error_code error;
        return !folder.empty() && fs::is_regular_file(file, error) && isInside(file, folder);
    };
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
    ExportPlan plan = {.target = wishes.target};
    rst::Settings settings = post::sphinxSettings(config, wishes.today, wishes.source);
    settings.sphinx.knowsSite = config.root.empty();
    settings.sphinx.hasFile = pictureFinder(config, wishes, std::move(settings.sphinx.hasFile));
    // Links to the site's other pages would lead nowhere from a page of another kind.
    const rst::Publication publication = post::publishPage(
        engine, source, settings,
        {.config = config, .clock = wishes.today, .site = wishes.target == Target::Ablog ? wishes.site : nullptr});
    std::vector<post::PostMetadata> posts = post::readPosts(publication.document, config, wishes.today);
    if (!posts.empty())
        plan.metadata = std::move(posts.front());
    const NameParts parts = namePartsOf(source, publication.document, plan.metadata, config, wishes.today);
    plan.title = parts.title;
    plan.date = parts.date;
    plan.isAhead = hasDate(parts.date) && (plan.metadata ? plan.metadata->isDraft : parts.date.value > wishes.today);
    plan.path =
        keepsItsPlace(config, wishes) ? fs::absolute(wishes.source).lexically_normal() : pathFor(parts, config, wishes);

    // Where the post's addresses begin, which for another target is where the source stays.
    const fs::path own = wishes.source.empty() ? fs::path() : fs::absolute(wishes.source).lexically_normal();
    const fs::path home = plan.target == Target::Ablog || own.empty() ? plan.path : own;
    const rst::Document pictures = documentWithPictures(source, engine, config, wishes.today, home);
    const CompanionPictures companions =
        companionPictures({.source = source,
                           .engine = engine,
                           .config = config,
                           .today = wishes.today,
                           .target = plan.target,
                           .year = hasDate(parts.date) ? parts.date.value.year : wishes.today.year,
                           .from = own,
                           .to = home,
                           .held = wishes.held});
    plan.canonical = canonicalText(companions.text, engine, config);
    std::vector<std::string> unproved;
    if (plan.target == Target::Ablog) {
        plan.bytes = plan.canonical.text;
        if (treeWithoutMessages(companions.text, engine) != treeWithoutMessages(plan.bytes, engine))
            unproved.emplace_back("The file does not parse to the same document.");
    } else {
        TargetText text = writeTarget(plan.target, {.source = companions.text,
                                                    .engine = engine,
                                                    .config = config,
                                                    .metadata = plan.metadata,
                                                    .file = home,
                                                    .postFolder = home.parent_path(),
                                                    .targetFile = plan.path,
                                                    .companions = companions,
                                                    .today = wishes.today});
        plan.bytes = std::move(text.bytes);
        plan.losses = std::move(text.losses);
        plan.pictures = std::move(text.companions);
        unproved = std::move(text.unproved);
    }
    const CheckInput input = {.source = source,
                              .publication = publication,
                              .pictures = pictures,
                              .companions = companions,
                              .config = config,
                              .wishes = wishes,
                              .plan = plan,
                              .folder = wishes.folder.empty() ? targetFolder(plan.target, config) : wishes.folder,
                              .pictureFolder = home.parent_path()};
    std::vector<Check> checks = exportChecks(input);
    addProof(checks, plan, unproved);

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
    if (plan.target == Target::Ablog && companions.text == source)
        plan.pictures = localPictures(pictures, plan.path.parent_path(), input.blogRoot(), companions);
    else if (plan.target == Target::Ablog)
        plan.pictures = localPictures(documentWithPictures(companions.text, engine, config, wishes.today, plan.path),
                                      plan.path.parent_path(), input.blogRoot(), companions);
    else if (plan.target == Target::Myst)
        plan.pictures = companions.files(); // which it only names, as the source does
    plan.difference = unifiedDiff(plan.existing.value_or(""), plan.bytes,
                                  plan.existing ? plan.path.string() : "/dev/null", plan.path.string());
    return plan;
}

std::expected<void, std::string> stillHolds(const ExportPlan &plan)
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
    for (const FileContent &picture : plan.pictures) {
        if (!picture.mayReplace && picture.bytes && isAnother(picture.path, *picture.bytes))
            return std::unexpected(
                std::format("{} is another picture meanwhile; look at the checks again.", picture.path.string()));
    }
    return {};
}

std::vector<FileContent> filesOf(const ExportPlan &plan)
{
    std::vector<FileContent> files = {{plan.path, plan.bytes}};
    files.insert(files.end(), plan.pictures.begin(), plan.pictures.end());
    return files;
}

std::expected<void, std::string> writeExport(const ExportPlan &plan)
{
    if (auto holds = stillHolds(plan); !holds)
        return holds;
    FileChanges changes;
    for (const FileContent &file : filesOf(plan)) {
        if (!file.bytes)
            continue;
        if (auto written = changes.write(file.path, *file.bytes); !written) {
            changes.takeBack();
            return written;
        }
    }
    return {};
}

} // namespace publish
