// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"
#include "archive/cache_folder.h"
#include "archive/known_posts.h"
#include "cli/streams.h"
#include "cli/verbs.h"
#include "publish/label_rename.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cli {

namespace {

constexpr std::pair<std::string_view, archive::LabelKind> kinds[] = {{"tags", archive::LabelKind::Tag},
                                                                     {"author", archive::LabelKind::Author},
                                                                     {"category", archive::LabelKind::Category},
                                                                     {"location", archive::LabelKind::Location},
                                                                     {"language", archive::LabelKind::Language}};
constexpr std::string_view kindNames[] = {"tags", "author", "category", "location", "language"};
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
    auto opened = archive::Archive::open(std::string(arguments.operands().front()), archive::cacheFolder());
    if (!opened)
        return wrongUse(opened.error());
    if (const auto updated = opened->update(post::today()); !updated)
        return wrongUse(updated.error());
    auto posts = opened->posts(post::today());
    if (!posts)
        return wrongUse(posts.error());
    const archive::LabelKind kind =
        std::ranges::find(kinds, rename.option, [](const auto &k) { return k.first; })->second;
    const std::vector<std::string> paths = archive::KnownPosts(std::move(*posts)).pathsWith(kind, rename.from);
    const auto plan = publish::planLabelRename(rename, opened->folder(), paths);
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
