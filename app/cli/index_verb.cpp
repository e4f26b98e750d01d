// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"
#include "archive/cache_folder.h"
#include "cli/batch.h"
#include "cli/streams.h"
#include "cli/today_option.h"
#include "cli/verbs.h"

#include <format>

namespace cli {

namespace {

constexpr std::string_view indexFormats[] = {"text", "json"};
constexpr Option indexOptions[] = {
    {.name = "format", .value = "FORMAT", .help = "how to print the counts (text)", .choices = indexFormats},
    {.name = "today", .value = "DATE", .help = "the day of the build (today)"},
};

/// What is in the archive, by state and by what is wrong.
Json countsOf(const std::vector<archive::ArchivedPost> &posts)
{
    std::size_t states[4] = {}, errors = 0, warnings = 0, looksWrong = 0, pictures = 0, missing = 0;
    for (const archive::ArchivedPost &post : posts) {
        ++states[std::size_t(post.state)];
        errors += std::size_t(post.errors);
        warnings += std::size_t(post.warnings);
        looksWrong += std::size_t(post.looksWrong);
        pictures += std::size_t(post.pictures);
        missing += std::size_t(post.missingAlternatives);
    }
    return {{"published", states[std::size_t(archive::PostState::Published)]},
            {"scheduled", states[std::size_t(archive::PostState::Scheduled)]},
            {"drafts", states[std::size_t(archive::PostState::Draft)]},
            {"pages", states[std::size_t(archive::PostState::Page)]},
            {"errors", errors},
            {"warnings", warnings},
            {"looks wrong", looksWrong},
            {"pictures", pictures},
            {"pictures without alt text", missing}};
}

ExitCode runIndex(const Arguments &arguments)
{
    const auto today = todayFrom(arguments);
    if (!today)
        return wrongUse(today.error());
    auto opened = archive::Archive::open(std::string(arguments.operands().front()), archive::cacheFolder());
    if (!opened)
        return wrongUse(opened.error());
    if (!opened->notice().empty())
        writeError(std::format("broadside-cli: {}\n", opened->notice()));
    const auto updated = opened->update(*today);
    if (!updated)
        return wrongUse(updated.error());
    const auto posts = opened->posts(*today);
    if (!posts)
        return wrongUse(posts.error());
    Json json = {{"folder", opened->folder().string()},
                 {"documents", updated->documents},
                 {"read", updated->read},
                 {"removed", updated->removed}};
    json.update(countsOf(*posts));
    if (arguments.value("format", "text") == "json") {
        json["problems"] = Json::array();
        for (const archive::FileProblem &problem : updated->problems)
            json["problems"].push_back({{"path", problem.path}, {"text", problem.sentence}});
        writeOut(dump(json) + '\n');
        return ExitCode::Done;
    }
    for (const auto &[name, value] : json.items())
        writeOut(std::format("{}: {}\n", name, value.is_string() ? value.get<std::string>() : value.dump()));
    for (const archive::FileProblem &problem : updated->problems)
        writeError(std::format("broadside-cli: {}\n", problem.sentence));
    return ExitCode::Done;
}

} // namespace

const Verb indexVerb = {
    .name = "index",
    .operands = "PATH",
    .summary = "Makes or updates the index of a blog's posts, and counts what is in it.",
    .details = "The index lies in your cache folder and only reads again what has changed.",
    .options = indexOptions,
    .minOperands = 1,
    .maxOperands = 1,
    .run = runIndex,
};

} // namespace cli
