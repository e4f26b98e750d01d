// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/known_blogs.h"
#include "cli/streams.h"
#include "cli/today_option.h"
#include "cli/verbs.h"
#include "publish/export_commit.h"
#include "publish/export_plan.h"

#include <algorithm>
#include <filesystem>
#include <format>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace cli {

namespace {

constexpr std::string_view targets[] = {"rst", "astro", "myst", "html", "email"};
constexpr Option exportOptions[] = {
    {.name = "target", .value = "TARGET", .help = "what the post becomes (rst)", .choices = targets},
    {.name = "output", .value = "FOLDER", .help = "where the path rule starts (the blog's posts folder)"},
    {.name = "blog", .value = "FOLDER", .help = "the blog to export into (the file's own)"},
    {.name = "slug", .value = "WORDS", .help = "the file's name without its date (from the title)"},
    {.name = "today", .value = "DATE", .help = "the day of the build (today)"},
    {.name = "dry-run", .help = "show the checks and the difference, write nothing"},
    {.name = "force", .help = "write although a check failed, or over another post"},
    {.name = "commit", .help = "commit the post and its pictures, and nothing else"},
    {.name = "branch",
     .value = "NAME",
     .help = "commit to this branch, beside the work tree (the one that is checked out)"},
    {.name = "base",
     .value = "REF",
     .help = "make the branch, from here (where it is missing: the remote's main branch)"},
    {.name = "fetch", .help = "bring the base up to date first"},
    {.name = "message", .value = "TEXT", .help = "the commit's message (by the repository's habit)"},
    {.name = "push", .help = "commit, push, and print where to open a pull request"},
    {.name = "before-its-day", .help = "push a post that is dated in the future, knowing that it can be read today"},
};

std::string_view stateName(publish::Check::State state)
{
    switch (state) {
    case publish::Check::State::Passed: return "ok     ";
    case publish::Check::State::Warning: return "warning";
    case publish::Check::State::Failed: return "FAILED ";
    case publish::Check::State::Unasked: return "-      ";
    }
    return "";
}

std::string checklist(const publish::ExportPlan &plan)
{
    std::string text;
    for (const publish::Check &check : plan.checks)
        text += std::format("{} {}: {}\n", stateName(check.state), check.rule, check.text);
    for (const std::string &change : plan.canonical.changes)
        text += std::format("changed {}\n", change);
    return text;
}

/// Whether the export would replace the bytes of a file that is not the one it comes from.
bool replacesAnother(const publish::ExportPlan &plan, const publish::ExportWishes &wishes)
{
    std::error_code error;
    const bool isOwn = !wishes.source.empty() && std::filesystem::equivalent(plan.path, wishes.source, error);
    return plan.existing && !plan.changesNothing() && !isOwn;
}

/// Commits the plan, and pushes it where that is wanted.
ExitCode commitPlan(const publish::ExportPlan &plan, const post::BlogConfig &config, const Arguments &arguments)
{
    auto repository = publish::GitRepository::open(plan.path.parent_path());
    if (!repository)
        return wrongUse(repository.error());
    const auto state = publish::stateOf(*repository);
    if (!state)
        return wrongUse(state.error());
    const publish::CommitProposal proposal = publish::proposeCommit(*repository, *state, plan, config);
    publish::CommitOrder order = {.repository = std::move(*repository),
                                  .plan = plan,
                                  .branch = std::string(arguments.value("branch")),
                                  .base = std::string(arguments.value("base")),
                                  .message = std::string(arguments.value("message", proposal.message)),
                                  .fetchesBase = arguments.has("fetch"),
                                  .pushes = arguments.has("push"),
                                  .embargo = proposal.embargo,
                                  .forge = publish::forgeNamed(config.git.forge)};
    const bool isThere = order.branch.empty() || std::ranges::contains(state->branches, order.branch);
    if (!isThere && order.base.empty())
        order.base = proposal.newBase;
    if (order.embargo == publish::Embargo::Holds && arguments.has("before-its-day"))
        order.embargo = publish::Embargo::Overruled;
    const std::string reference = isThere && !order.branch.empty() ? order.branch
                                  : !order.base.empty()            ? order.base
                                                                   : "HEAD";
    const publish::CommitChanges changes = publish::changesAgainst(order.repository, reference, plan);
    const std::vector<std::string> known =
        publish::knownVersions(order.repository, plan, changes, arguments.operands().front());
    std::vector<publish::Check> checks = publish::checkPictures(changes, reference, plan);
    if (const auto check = publish::checkVersion(changes, reference, known))
        checks.push_back(*check);
    for (const publish::Check &check : checks)
        writeError(std::format("{} {}: {}\n", stateName(check.state), check.rule, check.text));
    const bool isDoubtful = std::ranges::contains(checks, publish::Check::State::Warning, &publish::Check::state);
    if (isDoubtful && !arguments.has("force")) {
        writeOut(changes.difference);
        writeError("Nothing was committed. --force replaces it.\n");
        return ExitCode::Findings;
    }
    order.before = changes.before;
    const auto outcome = publish::commitExport(order);
    if (!outcome)
        return wrongUse(outcome.error());
    writeError(outcome->said);
    for (const std::string &problem : {outcome->fetchProblem, outcome->pushProblem}) {
        if (!problem.empty())
            writeError(std::format("broadside-cli: {}\n", problem));
    }
    writeOut(std::format("{}\n{} {}\n", plan.path.string(), outcome->commit.branch, outcome->commit.id));
    if (!outcome->pullRequest.empty())
        writeOut(outcome->pullRequest + '\n');
    return outcome->pushProblem.empty() ? ExitCode::Done : ExitCode::Findings;
}

ExitCode runExport(const Arguments &arguments)
{
    const auto today = todayFrom(arguments);
    if (!today)
        return wrongUse(today.error());
    if (arguments.has("output") && arguments.has("blog"))
        return wrongUse("“export” takes --output or --blog, not both.");
    const std::string_view path = arguments.operands().front();
    const auto source = readInput(path);
    if (!source)
        return wrongUse(source.error());
    const std::filesystem::path blog = arguments.has("blog") ? std::filesystem::path(arguments.value("blog"))
                                       : path == "-"         ? std::filesystem::path(".")
                                                             : std::filesystem::path(path);
    auto config = post::findBlogConfig(blog);
    if (!config)
        return wrongUse(config.error());
    if (arguments.has("blog") && config->root.empty())
        config->root = arguments.value("blog");
    const auto *const target = std::ranges::find(publish::targetNames, arguments.value("target", "rst"),
                                                 [](const auto &named) { return named.first; });
    const publish::ExportWishes wishes = {.target = target->second,
                                          .source = path == "-" ? std::filesystem::path() : std::filesystem::path(path),
                                          .folder = arguments.value("output"),
                                          .slug = std::string(arguments.value("slug")),
                                          .today = *today,
                                          .site = siteAround(path, *config, *today)};
    const rst::Engine engine(rst::Dialect::Sphinx);
    const publish::ExportPlan plan = publish::planExport(*source, engine, *config, wishes);
    writeError(checklist(plan));
    if (arguments.has("dry-run")) {
        writeOut(plan.path.string() + '\n' + plan.difference);
        return plan.hasFailed() ? ExitCode::Findings : ExitCode::Done;
    }
    if (plan.isBlocked() || (plan.hasFailed() && !arguments.has("force"))) {
        writeError("Nothing was written. --force overrules what can be overruled.\n");
        return ExitCode::Findings;
    }
    if (replacesAnother(plan, wishes) && !arguments.has("force")) {
        writeOut(plan.difference);
        writeError(std::format("{} is another post; nothing was written. --force replaces it.\n", plan.path.string()));
        return ExitCode::Findings;
    }
    if (arguments.has("commit") || arguments.has("push"))
        return commitPlan(plan, *config, arguments);
    if (const auto written = publish::writeExport(plan); !written)
        return wrongUse(written.error());
    writeOut(plan.path.string() + '\n');
    return ExitCode::Done;
}

} // namespace

const Verb exportVerb = {
    .name = "export",
    .operands = "FILE|-",
    .summary = "Writes a post ready to commit: canonical bytes, at the path of the blog's rule, once its checks pass.",
    .details = "The checklist goes to standard error; the path, and with --dry-run the difference, to standard output.",
    .options = exportOptions,
    .minOperands = 1,
    .maxOperands = 1,
    .run = runExport,
};

} // namespace cli
