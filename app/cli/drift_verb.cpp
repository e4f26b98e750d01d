// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/batch.h"
#include "cli/streams.h"
#include "cli/verbs.h"
#include "publish/site_drift.h"

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

void print(const std::vector<publish::Drift> &drifts, bool asJson)
{
    for (const publish::Drift &drift : drifts) {
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
    publish::DriftOptions options{.allDocuments = arguments.has("all")};
    unsigned limit = 900;
    const std::string_view given = arguments.value("timeout", "900");
    if (std::from_chars(given.data(), given.data() + given.size(), limit).ec != std::errc() || limit == 0)
        return wrongUse("--timeout takes a number of seconds.");
    options.limit = std::chrono::seconds(limit);
    if (arguments.has("built"))
        options.built = fs::path(arguments.value("built"));
    if (arguments.has("sphinx-build"))
        options.program = fs::path(arguments.value("sphinx-build"));
    const auto drifts = publish::checkDrift(fs::path(arguments.operands().front()), options);
    if (!drifts)
        return wrongUse(drifts.error());
    print(*drifts, arguments.value("format") == "json");
    const auto differing = std::ranges::count_if(*drifts, &publish::Drift::differs);
    writeError(std::format("{} of {} pages differ.\n", differing, drifts->size()));
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
