// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/batch.h"
#include "cli/streams.h"
#include "cli/verbs.h"
#include "post/site.h"
#include "publish/article_events.h"
#include "publish/line_diff.h"
#include "publish/site_build.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view driftFormats[] = {"text", "json"};
constexpr Option driftOptions[] = {
    {.name = "sphinx-build",
     .value = "PROGRAM",
     .help = "the program to run (that of the blog's environment, or on the PATH)"},
    {.name = "built", .value = "FOLDER", .help = "compare with these html pages instead of building"},
    {.name = "timeout", .value = "SECONDS", .help = "how long the build may take (900)"},
    {.name = "all", .help = "compare all documents, not posts alone"},
    {.name = "format", .value = "FORMAT", .help = "how to print what differs (text)", .choices = driftFormats},
};
constexpr std::size_t mostShown = 12; // differing elements of one post, in text

/// What differs in one document.
struct Drift {
    std::string docname = {};
    bool isMissing = false;              // the site has no such page
    std::vector<std::string> lines = {}; // "-" is the site's, "+" is ours
};

Drift driftOf(const post::Site &site, const post::Site::Document &document, const fs::path &built)
{
    Drift drift{.docname = document.docname};
    const auto page = readInput((built / (document.docname + ".html")).string());
    drift.isMissing = !page.has_value();
    if (drift.isMissing)
        return drift;
    const std::string theirs = publish::articleEvents(*page);
    const std::string ours = publish::articleEvents(site.page(document));
    if (theirs == ours)
        return drift;
    for (const publish::DiffLine &line : publish::lineDiff(theirs, ours)) {
        if (line.kind != publish::DiffLine::Kind::Same)
            drift.lines.push_back(
                std::format("{} {}", line.kind == publish::DiffLine::Kind::Removed ? '-' : '+', line.text));
    }
    return drift;
}

/// The html pages of the site: built before, or now into a temporary folder.
std::expected<fs::path, std::string> builtPages(const Arguments &arguments, const fs::path &root,
                                                const fs::path &folder)
{
    if (arguments.has("built"))
        return fs::path(arguments.value("built"));
    unsigned limit = 900;
    const std::string_view given = arguments.value("timeout", "900");
    if (std::from_chars(given.data(), given.data() + given.size(), limit).ec != std::errc() || limit == 0)
        return std::unexpected("--timeout takes a number of seconds.");
    const std::optional<fs::path> program =
        arguments.has("sphinx-build") ? fs::path(arguments.value("sphinx-build")) : publish::findSphinxBuild(root);
    if (!program)
        return std::unexpected(
            "There is no sphinx-build: neither in an environment of the blog (.venv, venv) nor on the PATH.");
    if (const auto done = publish::buildSite(*program, root, folder, std::chrono::seconds(limit)); !done)
        return std::unexpected(done.error());
    return folder / "html";
}

void print(const std::vector<Drift> &drifts, bool asJson)
{
    for (const Drift &drift : drifts) {
        if (asJson) {
            writeOut(dump({{"docname", drift.docname}, {"missing", drift.isMissing}, {"differences", drift.lines}}) +
                     '\n');
            continue;
        }
        if (drift.isMissing)
            writeOut(std::format("{}: the site has no page of it\n", drift.docname));
        if (drift.lines.empty())
            continue;
        std::string text = std::format("{}: {} differences\n", drift.docname, drift.lines.size());
        for (std::size_t i = 0; i < std::min(mostShown, drift.lines.size()); ++i)
            text += "  " + drift.lines[i] + '\n';
        writeOut(text);
    }
}

ExitCode runDrift(const Arguments &arguments)
{
    const fs::path path(arguments.operands().front());
    const auto site = post::Site::read(path, rst::UriStyle::Html, post::today());
    if (!site)
        return wrongUse(site.error());
    const auto folder = publish::TemporaryFolder::make();
    if (!folder)
        return wrongUse(folder.error());
    const auto built = builtPages(arguments, site->config().root, folder->path());
    if (!built)
        return wrongUse(built.error());

    std::error_code error;
    const bool isOneFile = fs::is_regular_file(path, error);
    std::vector<Drift> drifts;
    std::size_t compared = 0, differing = 0;
    for (std::size_t i = 0; i < site->documents().size(); ++i) {
        const post::Site::Document &document = site->documents()[i];
        const bool isPost =
            std::ranges::any_of(site->posts(), [&](const post::Site::Post &post) { return post.document == i; });
        if (isOneFile ? !fs::equivalent(document.file, path, error) : !isPost && !arguments.has("all"))
            continue;
        drifts.push_back(driftOf(*site, document, *built));
        ++compared;
        differing += std::size_t(drifts.back().isMissing || !drifts.back().lines.empty());
    }
    print(drifts, arguments.value("format") == "json");
    writeError(std::format("{} of {} pages differ.\n", differing, compared));
    return differing == 0 ? ExitCode::Done : ExitCode::Findings;
}

} // namespace

const Verb driftVerb = {
    .name = "drift",
    .operands = "PATH",
    .summary = "Builds a blog with its own Sphinx and lists the posts whose article differs from ours.",
    .details =
        "PATH is a blog, or one document of it. This runs the blog's conf.py; nothing is written into the blog.\n"
        "Lines with - are the site's elements, lines with + are ours. The exit status is 1 where anything differs.",
    .options = driftOptions,
    .minOperands = 1,
    .maxOperands = 1,
    .run = runDrift,
};

} // namespace cli
