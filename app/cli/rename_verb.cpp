// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/known_posts.h"
#include "cli/known_blogs.h"
#include "cli/streams.h"
#include "cli/verbs.h"
#include "publish/label_rename.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace cli {

namespace {

constexpr auto kindNames = [] {
    std::array<std::string_view, archive::labelOptions.size()> names;
    std::ranges::transform(archive::labelOptions, names.begin(), &archive::LabelOption::option);
    return names;
}();
constexpr Option renameOptions[] = {
    {.name = "kind", .value = "OPTION", .help = "where the names stand (tags)", .choices = kindNames},
    {.name = "from", .value = "NAME", .help = "a name as it is written; may be given several times, to merge"},
    {.name = "to", .value = "NAME", .help = "what it shall be"},
    {.name = "write", .help = "write the posts; without it the difference is shown"},
};

ExitCode runRename(const Arguments &arguments)
{
    if (!arguments.has("from") || !arguments.has("to"))
        return wrongUse("“rename” needs --from and --to.");
    publish::LabelRename rename = {.option = std::string(arguments.value("kind", "tags")),
                                   .to = std::string(arguments.value("to"))};
    for (const std::string_view name : arguments.values("from"))
        rename.from.emplace_back(name);
    const post::DateTime today = post::today();
    auto archive = updatedArchive(std::string(arguments.operands().front()), today);
    if (!archive)
        return wrongUse(archive.error());
    auto posts = archive->posts(today);
    if (!posts)
        return wrongUse(posts.error());
    const archive::LabelKind kind =
        std::ranges::find(archive::labelOptions, rename.option, &archive::LabelOption::option)->kind;
    const std::vector<std::string> paths = archive::KnownPosts(std::move(*posts)).pathsWith(kind, rename.from);
    const auto plan = publish::planLabelRename(rename, archive->folder(), paths);
    if (!plan)
        return wrongUse(plan.error());
    for (const publish::RenamedFile &file : plan->files)
        writeOut(file.difference);
    for (const std::string &problem : plan->problems)
        writeError(std::format("broadside-cli: {}\n", problem));
    if (arguments.has("write")) {
        if (const auto written = publish::writeLabelRename(plan->files); !written)
            return wrongUse(written.error());
    }
    writeError(std::format("{}: {}\n", arguments.has("write") ? "posts changed" : "posts that would change",
                           plan->files.size()));
    return plan->problems.empty() && !plan->files.empty() ? ExitCode::Done : ExitCode::Findings;
}

} // namespace

const Verb renameVerb = {
    .name = "rename",
    .operands = "PATH",
    .summary = "Renames or merges tags, authors and the like in all posts of a blog, and touches nothing else.",
    .details =
        "All posts are written, or none. The exit status is 1 where no post has the name, or one cannot be changed.",
    .options = renameOptions,
    .minOperands = 1,
    .maxOperands = 1,
    .run = runRename,
};

} // namespace cli
