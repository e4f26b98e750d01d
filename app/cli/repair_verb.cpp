// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/localised_post.h"
#include "cli/post_files.h"
#include "cli/repair_report.h"
#include "cli/streams.h"
#include "cli/verbs.h"
#include "post/blog_config.h"
#include "publish/atomic_file.h"
#include "publish/line_diff.h"
#include "repair/twin_files.h"

#include <format>

#include <unistd.h>

namespace cli {

namespace {

constexpr std::string_view reports[] = {"text", "json"};
constexpr Option repairOptions[] = {
    {.name = "output", .value = "FOLDER", .help = "write the posts there, each at its place below PATH"},
    {.name = "in-place", .help = "write the posts where they are"},
    {.name = "diff", .help = "show what would change"},
    {.name = "markdown", .help = "show the Markdown that was recovered"},
    {.name = "rule", .value = "NAME", .help = "apply this rule alone; may be given several times"},
    {.name = "twins",
     .value = "PATH",
     .help = "copies of the posts (a folder of Markdown, a Blogger export) that give back what the import lost"},
    {.name = "fetch-images",
     .help = "ask the servers for the pictures of repaired posts, and keep them in the blog's folder for pictures"},
    {.name = "private", .help = "with --fetch-images: also ask this machine and private networks"},
    {.name = "report", .value = "FORMAT", .help = "how to print what was done (text)", .choices = reports},
};

struct RepairJob {
    repair::RuleSet rules = repair::RuleSet::all();
    std::filesystem::path output = {};
    bool isInPlace = false;
    bool fetchesImages = false;
    network::Reach reach = network::Reach::Public;
    repair::TwinIndex twins = {};

    /// Where a post is written; empty for nowhere.
    [[nodiscard]] std::filesystem::path target(const PostFile &file) const
    {
        if (!output.empty())
            return output / file.relative;
        return isInPlace ? file.path : std::filesystem::path();
    }
};

RepairedFile repaired(const PostFile &file, const RepairJob &job, const rst::Engine &engine, std::string &source)
{
    RepairedFile result = {.path = file.path.string()};
    auto read = publish::readFile(file.path);
    if (!read) {
        result.problem = read.error();
        return result;
    }
    source = std::move(*read);
    result.repair = repair::repairPost(source, engine, job.rules, job.twins.find(source));
    const bool isChanged = result.repair.state == repair::Repair::State::Repaired;
    const std::filesystem::path target = job.target(file);
    if (!target.empty() && (isChanged || !job.isInPlace)) {
        if (const auto written = publish::writeFileAtomically(target, result.repair.text); !written)
            result.problem = written.error();
    }
    return result;
}

/// Brings the pictures of a repaired post, which is written already, into its blog.
void fetchImages(RepairedFile &result, const std::filesystem::path &target, const RepairJob &job,
                 const rst::Engine &engine)
{
    const auto text = publish::readFile(target);
    if (!text) {
        result.problem = text.error();
        return;
    }
    auto localised = writeLocalisedBelow(job.output, target, *text, engine, job.reach);
    if (!localised) {
        result.problem = localised.error();
        return;
    }
    result.fetched = std::move(localised->changes);
    result.left = std::move(localised->problems);
}

void showProgress(std::size_t done, std::size_t count)
{
    constexpr std::size_t width = 40;
    const std::size_t filled = count == 0 ? width : done * width / count;
    writeProgress(std::format("[{}{}] {} of {}{}", std::string(filled, '#'), std::string(width - filled, ' '), done,
                              count, done == count ? "\n" : ""));
}

/// One post after the other: servers are asked politely.
void fetchAllImages(std::vector<RepairedFile> &files, const PostFiles &posts, const RepairJob &job,
                    const rst::Engine &engine, bool isTerminal)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (isTerminal)
            showProgress(i, files.size());
        if (files[i].problem.empty() && files[i].repair.state == repair::Repair::State::Repaired)
            fetchImages(files[i], job.target(posts.files[i]), job, engine);
    }
    if (isTerminal)
        showProgress(files.size(), files.size());
}

ExitCode runRepair(const Arguments &arguments)
{
    RepairJob job = {.output = arguments.value("output"), .isInPlace = arguments.has("in-place")};
    const bool showsDiff = arguments.has("diff"), showsMarkdown = arguments.has("markdown");
    if (int(!job.output.empty()) + int(job.isInPlace) + int(showsDiff) + int(showsMarkdown) > 1)
        return wrongUse("“repair” takes one of --output, --in-place, --diff and --markdown.");
    if (arguments.has("rule"))
        job.rules = {};
    for (const std::string_view name : arguments.values("rule")) {
        const repair::Rule *rule = repair::findRule(name);
        if (rule == nullptr)
            return wrongUse(std::format("there is no rule “{}”; the table at the end of a run names them.", name));
        job.rules.add(rule->id);
    }
    job.fetchesImages = arguments.has("fetch-images");
    if (job.fetchesImages && job.output.empty() && !job.isInPlace)
        return wrongUse("“--fetch-images” needs --output or --in-place, since pictures are written.");
    job.reach = reachOf(arguments);
    std::string twinProblems;
    for (const std::string_view twins : arguments.values("twins")) {
        for (const std::string &problem : repair::addTwins(job.twins, twins))
            twinProblems += std::format("broadside-cli: {}\n", problem);
    }
    const PostFiles posts = postFiles(arguments.operands());
    const rst::Engine engine(rst::Dialect::Sphinx);
    std::vector<RepairedFile> files(posts.files.size());
    std::vector<std::string> shown(posts.files.size());
    const bool isTerminal = isatty(STDERR_FILENO) != 0;
    inParallel(
        files.size(),
        [&](std::size_t i) {
            std::string source;
            files[i] = repaired(posts.files[i], job, engine, source);
            if (showsDiff)
                shown[i] =
                    publish::unifiedDiff(source, files[i].repair.text, "a/" + files[i].path, "b/" + files[i].path);
            else if (showsMarkdown)
                shown[i] = files[i].repair.markdown;
            // A whole archive's texts need not stay.
            files[i].repair.text.clear();
            files[i].repair.markdown.clear();
        },
        [&](std::size_t done) {
            if (isTerminal)
                showProgress(done, files.size());
        });
    if (job.fetchesImages)
        fetchAllImages(files, posts, job, engine, isTerminal);
    for (const std::string &text : shown)
        writeOut(text);
    if (arguments.value("report") == "json")
        writeOut(repairJson(files));
    else if (showsDiff || showsMarkdown)
        writeError(repairTable(files));
    else
        writeOut(repairTable(files));
    std::string problems = twinProblems + repairProblems(files);
    for (const std::string &problem : posts.problems)
        problems += std::format("broadside-cli: {}\n", problem);
    writeError(problems);
    return problems.empty() ? ExitCode::Done : ExitCode::Findings;
}

} // namespace

const Verb repairVerb = {
    .name = "repair",
    .operands = "PATH…",
    .summary = "Repairs posts that the import from Blogger damaged, and proves that no word was lost.",
    .details = "Without --output, --in-place or --diff nothing is written. The exit status is 1 where a file could not "
               "be read or\n"
               "written, a repair was blocked, or a picture could not be fetched.",
    .options = repairOptions,
    .minOperands = 1,
    .maxOperands = 1'000'000,
    .run = runRepair,
};

} // namespace cli
