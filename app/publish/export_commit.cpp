// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_commit.h"

#include "publish/atomic_file.h"
#include "publish/line_diff.h"

#include <algorithm>
#include <format>
#include <ranges>

namespace publish {

namespace {

namespace fs = std::filesystem;

/// The name that a path gives a post: that of its file without the date, or of its folder for an index file.
std::string slugOfPath(const fs::path &path)
{
    std::string name = (path.stem() == "index" ? path.parent_path().filename() : path.stem()).string();
    const auto isNumber = [&](std::size_t at, std::size_t count) {
        return name.size() > at + count &&
               std::ranges::all_of(name.substr(at, count), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (isNumber(0, 4) && name[4] == '-' && isNumber(5, 2) && name[7] == '-')
        name.erase(0, 8);
    return name;
}

std::string branchFor(const ExportPlan &plan, const post::BlogConfig &config)
{
    std::string name = config.git.branch;
    const std::string slug = post::slugOf(slugOfPath(plan.path), 60);
    if (const std::size_t at = name.find("{slug}"); at != name.npos)
        name.replace(at, std::string_view("{slug}").size(), slug.empty() ? "post" : slug);
    return name;
}

/// Whether two files hold one post for two targets: one name, but two endings. A picture is no post.
bool areOfOnePost(const fs::path &left, const fs::path &right)
{
    static constexpr std::string_view endings[] = {".rst", ".md", ".html", ".txt"};
    return left.extension() != right.extension() && std::ranges::contains(endings, left.extension()) &&
           slugOfPath(left) == slugOfPath(right);
}

/// Whether a branch has work on other files, but none on this post: it was made for another one.
bool isOfAnotherPost(const GitRepository &repository, const std::string &base, const std::string &branch,
                     const std::string &path)
{
    if (base.empty() || base.starts_with('-'))
        return false;
    const auto changed = repository.read({"diff", "--name-only", "-z", "--no-ext-diff", base + "..." + branch, "--"});
    if (!changed)
        return false;
    const std::vector<std::string> files = nulSeparated(*changed);
    const auto isThisPost = [&](const std::string &file) { return file == path || areOfOnePost(file, path); };
    return !files.empty() && std::ranges::none_of(files, isThisPost);
}

} // namespace

CommitProposal proposeCommit(const GitRepository &repository, const RepositoryState &state, const ExportPlan &plan,
                             const post::BlogConfig &config)
{
    CommitProposal proposal;
    proposal.newBase = !config.git.base.empty() ? config.git.base : !state.base.empty() ? state.base : state.branch;
    if (proposal.newBase.empty() && !state.head.empty())
        proposal.newBase = "HEAD";
    const std::string name = branchFor(plan, config);
    const std::string path = repository.nameOf(plan.path);
    proposal.newBranch = name;
    for (int number = 2; std::ranges::contains(state.branches, proposal.newBranch) &&
                         isOfAnotherPost(repository, proposal.newBase, proposal.newBranch, path);
         ++number)
        proposal.newBranch = std::format("{}-{}", name, number);
    const bool isMain = !state.base.empty() && state.base == state.remote + '/' + state.branch;
    if (state.branch.empty() || isMain) {
        proposal.branch = proposal.newBranch;
        const bool isThere = std::ranges::contains(state.branches, proposal.newBranch);
        proposal.base = isThere ? "" : proposal.newBase;
    }
    const bool isNew = !changesAgainst(repository, "HEAD", plan).before;
    const PostChange change = isNew ? PostChange::New : PostChange::Edited;
    const fs::path folder = config.root.empty() ? plan.path.parent_path() : config.postsFolder();
    const std::string title = plan.title.empty() ? slugOfPath(plan.path) : plan.title;
    proposal.message = proposedMessage(habitOf(subjectsOfPosts(repository, folder, change)), title, change);
    if (plan.isAhead)
        proposal.embargo = Embargo::Holds;
    return proposal;
}

CommitChanges changesAgainst(const GitRepository &repository, const std::string &reference, const ExportPlan &plan)
{
    CommitChanges changes;
    const std::string path = repository.nameOf(plan.path);
    changes.before = repository.contentAt(reference, path);
    changes.difference =
        unifiedDiff(changes.before.value_or(""), plan.bytes, changes.before ? "a/" + path : "/dev/null", "b/" + path);
    FileChange post = {.kind = !changes.before                 ? FileChange::Kind::Added
                               : *changes.before == plan.bytes ? FileChange::Kind::Same
                                                               : FileChange::Kind::Modified,
                       .path = path,
                       .size = plan.bytes.size()};
    for (const DiffLine &line : lineDiff(changes.before.value_or(""), plan.bytes)) {
        post.addedLines += line.kind == DiffLine::Kind::Added;
        post.removedLines += line.kind == DiffLine::Kind::Removed;
    }
    changes.files.push_back(std::move(post));
    for (const FileContent &picture : plan.pictures) {
        FileChange change = {.path = repository.nameOf(picture.path)};
        const auto bytes =
            picture.bytes ? std::expected<std::string, std::string>(*picture.bytes) : readFile(picture.path);
        const auto before = repository.contentAt(reference, change.path);
        change.size = bytes ? bytes->size() : 0;
        change.kind = !before                      ? FileChange::Kind::Added
                      : bytes && *bytes == *before ? FileChange::Kind::Same
                                                   : FileChange::Kind::Modified;
        changes.files.push_back(std::move(change));
    }
    return changes;
}

std::vector<std::string> knownVersions(const GitRepository &repository, const ExportPlan &plan,
                                       const CommitChanges &changes, const std::filesystem::path &source)
{
    std::vector<std::string> known;
    if (plan.existing)
        known.push_back(*plan.existing);
    std::error_code error;
    if (!source.empty() && std::filesystem::equivalent(plan.path, source, error)) {
        if (auto here = repository.contentAt("HEAD", changes.files.front().path))
            known.push_back(std::move(*here));
    }
    return known;
}

std::optional<Check> checkVersion(const CommitChanges &changes, const std::string &branch,
                                  std::span<const std::string> known)
{
    if (!changes.before || changes.files.front().kind == FileChange::Kind::Same ||
        std::ranges::contains(known, *changes.before))
        return std::nullopt;
    const std::size_t gone = changes.files.front().removedLines;
    if (gone == 0)
        return Check{.rule = "branch",
                     .text = std::format("{} has this post already, and all of its lines stay.", branch)};
    return Check{.state = Check::State::Warning,
                 .rule = "branch",
                 .text =
                     std::format("{} has another version of this post, and {} would be replaced; see the difference.",
                                 branch, gone == 1 ? "one of its lines" : std::format("{} of its lines", gone))};
}

std::vector<Check> checkPictures(const CommitChanges &changes, const std::string &branch, const ExportPlan &plan)
{
    std::vector<Check> checks;
    for (const auto &[change, picture] : std::views::zip(changes.files | std::views::drop(1), plan.pictures)) {
        if (change.kind == FileChange::Kind::Modified && !picture.mayReplace)
            checks.push_back(
                {.state = Check::State::Warning,
                 .rule = "branch",
                 .text = std::format("{} has another picture {}, which would be replaced.", branch, change.path)});
    }
    return checks;
}

std::expected<CommitOutcome, std::string> commitExport(const CommitOrder &order)
{
    if (const auto holds = stillHolds(order.plan); !holds)
        return std::unexpected(holds.error());
    const auto state = stateOf(order.repository);
    if (!state)
        return std::unexpected(state.error());
    CommitOutcome outcome;
    if (order.fetchesBase && !order.base.empty() && order.base == state->base) {
        if (const auto fetched = fetchBase(order.repository, *state, order.stop); !fetched)
            outcome.fetchProblem = fetched.error();
    }
    if (order.stop.stop_requested())
        return std::unexpected("It was cancelled.");
    auto commit = commitFiles(order.repository, {.files = filesOf(order.plan),
                                                 .message = order.message,
                                                 .branch = order.branch,
                                                 .base = order.base,
                                                 .found = BranchVersion{order.before},
                                                 .stop = order.stop});
    if (!commit)
        return std::unexpected(commit.error());
    outcome.commit = std::move(*commit);
    outcome.said = outcome.commit.said;
    if (!order.pushes)
        return outcome;
    const auto pushed = pushBranch(
        order.repository,
        {.remote = state->remote, .branch = outcome.commit.branch, .embargo = order.embargo, .stop = order.stop});
    if (!pushed) {
        outcome.pushProblem = pushed.error();
        return outcome;
    }
    outcome.said += *pushed;
    if (state->base != state->remote + '/' + outcome.commit.branch)
        outcome.pullRequest = pullRequestAddress(order.repository, *state, outcome.commit.branch, *pushed, order.forge);
    return outcome;
}

} // namespace publish
