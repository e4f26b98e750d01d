// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/streams.h"
#include "cli/today_option.h"
#include "cli/verbs.h"
#include "publish/export_plan.h"

#include <filesystem>
#include <format>

namespace cli {

namespace {

constexpr Option exportOptions[] = {
    {.name = "output", .value = "FOLDER", .help = "where the path rule starts (the blog's posts folder)"},
    {.name = "blog", .value = "FOLDER", .help = "the blog to export into (the file's own)"},
    {.name = "slug", .value = "WORDS", .help = "the file's name without its date (from the title)"},
    {.name = "today", .value = "DATE", .help = "the day of the build (today)"},
    {.name = "dry-run", .help = "show the checks and the difference, write nothing"},
    {.name = "force", .help = "write although a check failed, or over another post"},
};

std::string_view stateName(publish::Check::State state)
{
    switch (state) {
    case publish::Check::State::Passed: return "ok     ";
    case publish::Check::State::Warning: return "warning";
    case publish::Check::State::Failed: return "FAILED ";
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
    const publish::ExportWishes wishes = {.source = path == "-" ? std::filesystem::path() : std::filesystem::path(path),
                                          .folder = arguments.value("output"),
                                          .slug = std::string(arguments.value("slug")),
                                          .today = *today};
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
