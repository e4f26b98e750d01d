// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_export.h"

#include "session/post_renderer.h"

#include "archive/archive_findings.h"
#include "post/excerpt_words.h"
#include "post/slug.h"
#include "post/sphinx_settings.h"
#include "publish/export_target.h"
#include "publish/link_check.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <format>

using namespace Qt::StringLiterals;

namespace session {

QString exportFolder(const QString &postPath, const post::BlogConfig &blog)
{
    if (!blog.root.empty())
        return QString::fromStdString(blog.postsFolder().string());
    if (postPath.isEmpty())
        return QDir::homePath();
    const QDir folder = QFileInfo(postPath).absoluteDir();
    bool isYear = false;
    const int year = folder.dirName().toInt(&isYear);
    return isYear && year >= 1000 && year <= 9999 ? QFileInfo(folder.absolutePath()).absolutePath()
                                                  : folder.absolutePath();
}

namespace {

/// Whether another post of the blog has the file's name, its title or its address already.
void checkArchive(const ExportRequest &request, const rst::Engine &engine, publish::ExportPlan &plan)
{
    const std::string source = request.text.toStdString();
    const post::DateTime today = post::today();
    const rst::Publication publication = engine.publish(source, post::sphinxSettings(*request.blog, today, plan.path));
    bool isFree = true;
    for (const post::Finding &finding : archive::archiveFindings(
             source, publication.document, post::readPosts(publication.document, *request.blog, today), *request.known,
             archive::pathWithin(request.blog->root, plan.path), *request.blog, today)) {
        const bool isTaken = !finding.replacement; // else a name that is written otherwise, which the form says
        if (isTaken)
            plan.checks.push_back({.state = publish::Check::State::Warning,
                                   .rule = finding.rule,
                                   .text = finding.text,
                                   .range = finding.range});
        isFree = isFree && !isTaken;
    }
    if (isFree)
        plan.checks.push_back(
            {.rule = "archive.slug", .text = "No other post of the blog has this name, title or address."});
}

/// Whether lists would show the same words for another post.
void checkExcerpt(const ExportRequest &request, publish::ExportPlan &plan)
{
    const post::ComparedExcerpt excerpt(post::excerptText(*plan.metadata));
    const std::string own = archive::pathWithin(request.blog->root, plan.path);
    const std::string source = archive::pathWithin(request.blog->root, request.path.toStdString());
    std::string other;
    std::size_t others = 0;
    for (const archive::ArchivedPost &known : request.known->posts()) {
        if (known.state == archive::PostState::Page || known.path == own || known.path == source ||
            !excerpt.isSameAs(known.excerpt, archive::longestExcerpt))
            continue;
        if (others++ == 0)
            other = known.path;
    }
    if (others == 0)
        return;
    std::erase_if(plan.checks, [](const publish::Check &check) {
        return check.rule == "excerpt" && check.state == publish::Check::State::Passed;
    });
    plan.checks.push_back(
        {.state = publish::Check::State::Warning,
         .rule = "excerpt",
         .text = others == 1
                     ? std::format("{} has the same excerpt; readers of lists cannot tell the two apart.", other)
                     : std::format("{} other posts have the same excerpt, {} the newest of them; readers of "
                                   "lists cannot tell them apart.",
                                   others, other)});
}

/// Says what a commit would replace, if its author may not know it.
void checkBranch(const ExportRequest &request, ExportPreview &preview)
{
    publish::ExportPlan &plan = preview.plan;
    std::vector<std::string> known =
        publish::knownVersions(*preview.repository, plan, preview.changes, request.path.toStdString());
    known.push_back(request.committed.toStdString());
    if (auto check = publish::checkVersion(preview.changes, preview.referenceName.toStdString(), known))
        plan.checks.push_back(std::move(*check));
    std::ranges::move(publish::checkPictures(preview.changes, preview.referenceName.toStdString(), plan),
                      std::back_inserter(plan.checks));
}

} // namespace

QString proposedName(const Rendering &post, const post::BlogConfig &blog)
{
    if (post.outline.empty() || post.outline.front().level != 1)
        return {};
    const std::string slug = post::slugOf(post.outline.front().title.toStdString(), blog.slugLength);
    return slug.empty() ? QString() : QString::fromStdString(slug) + u".rst"_s;
}

QString proposedPath(const Rendering &post, const post::BlogConfig &blog, const QDate &today)
{
    if (blog.root.empty() || post.outline.empty() || post.outline.front().level != 1)
        return {};
    const QDate day = post.metadata.day.isValid() ? post.metadata.day : today;
    const post::DateTime date = {.year = day.year(), .month = day.month(), .day = day.day()};
    const std::string slug = post::slugOf(post.outline.front().title.toStdString(), blog.slugLength);
    return QString::fromStdString(publish::targetPath(publish::Target::Ablog, blog, {}, date, slug).string());
}

QString renamedPath(const Rendering &post, const QString &path, const post::BlogConfig &blog, const QDate &today)
{
    const QString wanted = post.metadata.day.isValid() ? proposedPath(post, blog, today) : QString();
    if (path.isEmpty() || wanted.isEmpty() || wanted == path)
        return {};
    // By the same rule, from the same title: nothing differs but the digits of the day.
    const auto isOfAnotherDay = [](QChar a, QChar b) { return a == b || (a.isDigit() && b.isDigit()); };
    const QString slug =
        QString::fromStdString(post::slugOf(post.outline.front().title.toStdString(), blog.slugLength));
    const bool isByRule =
        QFileInfo(path).completeBaseName().endsWith(slug) && std::ranges::equal(path, wanted, isOfAnotherDay);
    return isByRule ? wanted : QString();
}

publish::ExportPlan planPostExport(const ExportRequest &request)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    // In a blog the plan knows the target's folder, and that a post there keeps its place.
    const QString folder = !request.folder.isEmpty()     ? request.folder
                           : !request.blog->root.empty() ? QString()
                                                         : exportFolder(request.path, *request.blog);
    publish::HeldPictures held;
    for (const auto &[name, bytes] : request.held.asKeyValueRange())
        held.emplace(name.toStdString(), bytes.toStdString());
    publish::ExportPlan plan = publish::planExport(request.text.toStdString(), engine, *request.blog,
                                                   {.target = request.target,
                                                    .source = request.path.toStdString(),
                                                    .folder = folder.toStdString(),
                                                    .slug = request.slug.trimmed().toStdString(),
                                                    .site = request.site,
                                                    .held = std::move(held)});
    if (request.known && plan.metadata) {
        checkArchive(request, engine, plan);
        checkExcerpt(request, plan);
    }
    return plan;
}

ExportPreview previewExport(const ExportRequest &request)
{
    ExportPreview preview;
    preview.plan = planPostExport(request);
    const publish::ExportPlan &plan = preview.plan;
    auto repository = publish::GitRepository::open(plan.path.parent_path());
    if (repository) {
        auto state = publish::stateOf(*repository);
        if (state) {
            preview.repository = std::move(*repository);
            preview.state = std::move(*state);
        } else {
            preview.repositoryProblem = QString::fromStdString(state.error());
        }
    } else {
        preview.repositoryProblem = QString::fromStdString(repository.error());
    }
    if (preview.repository) {
        preview.proposal = publish::proposeCommit(*preview.repository, preview.state, plan, *request.blog);
        const publish::CommitProposal &proposal = preview.proposal;
        preview.reference = !request.reference.isEmpty() ? request.reference
                            : proposal.branch.empty()
                                ? u"HEAD"_s
                                : QString::fromStdString(proposal.base.empty() ? proposal.branch : proposal.base);
        preview.changes = publish::changesAgainst(*preview.repository, preview.reference.toStdString(), plan);
        preview.referenceName = preview.reference == "HEAD"_L1 && !preview.state.branch.empty()
                                    ? QString::fromStdString(preview.state.branch)
                                    : preview.reference;
        checkBranch(request, preview);
    } else {
        preview.changes.before = plan.existing;
        preview.changes.difference = plan.difference;
    }
    const rst::Engine engine(rst::Dialect::Sphinx);
    const QString path = QString::fromStdString(plan.path.string());
    const auto rendered = [&](const std::string &text, PreviewFace face = PreviewFace::Page) {
        return renderPost({.revision = 1,
                           .text = QString::fromStdString(text),
                           .path = path,
                           .blog = request.blog,
                           .site = request.site,
                           .face = face},
                          engine);
    };
    if (preview.changes.before)
        preview.before = rendered(*preview.changes.before);
    preview.after = rendered(plan.canonical.text);
    if (plan.target == publish::Target::Ablog || plan.target == publish::Target::Myst) {
        preview.card = rendered(plan.canonical.text, PreviewFace::Card);
        preview.feed = rendered(plan.canonical.text, PreviewFace::FeedEntry);
    }
    return preview;
}

std::vector<publish::Check> checkPostLinks(const RenderingPtr &post, network::Reach reach, const std::stop_token &stop)
{
    const std::vector<publish::WebLink> links = publish::webLinksOf(post->document);
    std::vector<std::string> urls;
    for (const publish::WebLink &link : links)
        urls.push_back(link.url);
    std::vector<publish::Check> checks;
    using State = publish::LinkResult::State;
    for (const publish::LinkResult &result :
         publish::checkLinks(urls, {.cache = publish::linkCacheFile(), .reach = reach, .stop = stop})) {
        const auto link = std::ranges::find(links, result.url, &publish::WebLink::url);
        const bool isGood = result.state == State::Good || result.state == State::Moved;
        checks.push_back({.state = isGood                          ? publish::Check::State::Passed
                                   : result.state == State::Broken ? publish::Check::State::Failed
                                                                   : publish::Check::State::Warning,
                          .rule = "links",
                          .text = result.text,
                          .range = link == links.end() ? std::nullopt : std::optional(link->range)});
    }
    if (links.empty())
        checks.push_back({.rule = "links", .text = "There are no links to the web in this post."});
    return checks;
}

QString dayOf(const publish::ExportPlan &plan)
{
    return QString::fromStdString(post::formatDate(plan.date.value, "%-d %B %Y"));
}

} // namespace session
