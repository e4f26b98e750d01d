// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/streams.h"
#include "cli/verbs.h"
#include "post/post_template.h"
#include "post/slug.h"
#include "publish/atomic_file.h"
#include "publish/pictures.h"

#include <filesystem>
#include <format>

namespace cli {

namespace {

namespace fs = std::filesystem;

constexpr Option newOptions[] = {
    {.name = "title", .value = "TITLE", .help = "the post's title"},
    {.name = "date", .value = "DATE", .help = "its date; without one it is a draft"},
    {.name = "tags", .value = "TAGS", .help = "tags, separated by commas, beside the template's"},
    {.name = "template",
     .value = "NAME",
     .help = "plain, election, grants, release, colleague, event or one of the blog's own (plain)"},
    {.name = "blog", .value = "FOLDER", .help = "the blog whose rules count (the current folder's)"},
    {.name = "stdout", .help = "print the text instead of writing a file"},
};

std::string namesOf(const std::vector<post::PostTemplate> &templates)
{
    std::string names;
    for (const post::PostTemplate &one : templates)
        names += (names.empty() ? "" : ", ") + one.name;
    return names;
}

ExitCode runNew(const Arguments &arguments)
{
    if (!arguments.has("title") || arguments.value("title").empty())
        return wrongUse("“new” needs a --title.");
    const auto config = post::findBlogConfig(fs::path(arguments.value("blog", ".")));
    if (!config)
        return wrongUse(config.error());
    const std::vector<post::PostTemplate> templates = post::postTemplates(*config);
    const post::PostTemplate *chosen = post::findPostTemplate(templates, arguments.value("template", "plain"));
    if (chosen == nullptr)
        return wrongUse(
            std::format("there is no template “{}”, only {}.", arguments.value("template"), namesOf(templates)));
    post::NewPost wishes = {.title = std::string(arguments.value("title")),
                            .tags = std::string(arguments.value("tags"))};
    const post::DateTime today = post::today();
    if (arguments.has("date")) {
        const post::ParsedDate date = post::parseDate(arguments.value("date"), config->dateFormat, today);
        if (date.outcome != post::DateOutcome::Exact)
            return wrongUse(std::format("“{}” is no full date.", arguments.value("date")));
        wishes.date = date.value;
    }
    const std::string text = post::newPostText(*chosen, wishes, *config);
    if (arguments.has("stdout")) {
        writeOut(text);
        return ExitCode::Done;
    }
    const std::string name =
        post::pathByRule(config->pathRule, wishes.date.value_or(today), post::slugOf(wishes.title, config->slugLength));
    const fs::path folder = config->root.empty() ? fs::path(arguments.value("blog", ".")) : config->postsFolder();
    const fs::path path = (folder / name).lexically_normal();
    std::error_code error;
    if (!publish::isInside(path, folder))
        return wrongUse(std::format("{} lies outside {}.", path.string(), folder.string()));
    if (fs::exists(path, error))
        return wrongUse(std::format("{} exists already.", path.string()));
    if (const auto written = publish::writeFileAtomically(path, text); !written)
        return wrongUse(written.error());
    writeOut(path.string() + '\n');
    return ExitCode::Done;
}

} // namespace

const Verb newVerb = {
    .name = "new",
    .summary = "Starts a post from a template, at the place that the blog's rules say, and prints its path.",
    .options = newOptions,
    .run = runNew,
};

} // namespace cli
