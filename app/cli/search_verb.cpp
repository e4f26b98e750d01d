// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"
#include "cli/batch.h"
#include "cli/known_blogs.h"
#include "cli/streams.h"
#include "cli/today_option.h"
#include "cli/verbs.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace cli {

namespace {

constexpr std::string_view searchFormats[] = {"text", "json"};
constexpr Option searchOptions[] = {
    {.name = "format", .value = "FORMAT", .help = "how to print what was found (text)", .choices = searchFormats},
    {.name = "limit", .value = "NUMBER", .help = "the most posts that are told (50)"},
    {.name = "today", .value = "DATE", .help = "the day of the build (today)"},
};

std::string withoutMarks(std::string snippet)
{
    std::erase_if(snippet, [](char c) { return c == archive::snippetBegin || c == archive::snippetEnd; });
    return snippet;
}

Json jsonOf(const archive::SearchHit &hit, std::size_t line)
{
    return {{"path", hit.post.path},
            {"line", line},
            {"title", hit.post.title},
            {"date", hit.post.date},
            {"state", archive::stateName(hit.post.state)},
            {"snippet", withoutMarks(hit.snippet)}};
}

ExitCode runSearch(const Arguments &arguments)
{
    const auto today = todayFrom(arguments);
    if (!today)
        return wrongUse(today.error());
    std::size_t limit = 0;
    const std::string_view number = arguments.value("limit", "50");
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), limit);
    if (error != std::errc() || end != number.data() + number.size() || limit == 0 || limit > 1'000'000)
        return wrongUse("--limit is a number from 1 on.");
    auto opened = updatedArchive(std::string(arguments.operands()[0]), *today);
    if (!opened)
        return wrongUse(opened.error());
    std::string query;
    for (const std::string_view word : std::span(arguments.operands()).subspan(1))
        query += (query.empty() ? "" : " ") + std::string(word);
    // What is typed here is complete, unlike in the window.
    const auto hits = opened->search(query + ' ', *today, limit);
    if (!hits)
        return wrongUse(hits.error());
    for (const archive::SearchHit &hit : *hits) {
        const std::string file = (opened->folder() / hit.post.path).string();
        const std::size_t line = archive::lineOf(hit.snippet, readInput(file).value_or(std::string()));
        if (arguments.value("format", "text") == "json")
            writeOut(dump(jsonOf(hit, line)) + '\n');
        else
            writeOut(std::format("{}\n  {}:{}\n  {}\n", hit.post.title.empty() ? hit.post.slug : hit.post.title, file,
                                 line, withoutMarks(hit.snippet)));
    }
    return hits->empty() ? ExitCode::Findings : ExitCode::Done;
}

} // namespace

const Verb searchVerb = {
    .name = "search",
    .operands = "PATH QUERY…",
    .summary = "Finds the posts of a blog that have all the words.",
    .details = "Words in double quotes stand together. The exit status is 1 where nothing was found.",
    .options = searchOptions,
    .minOperands = 2,
    .maxOperands = 1'000,
    .run = runSearch,
};

} // namespace cli
