// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/batch.h"
#include "cli/streams.h"
#include "cli/today_option.h"
#include "cli/verbs.h"
#include "post/date.h"

namespace cli {

namespace {

constexpr Option dateOptions[] = {
    {.name = "format", .value = "FORMAT", .help = "the blog's post_date_format (%d %B %Y)"},
    {.name = "today", .value = "DATE", .help = "the day that missing parts come from (today)"},
    {.name = "batch", .help = "answer {\"id\", \"format\", \"input\"} lines with {\"id\", \"date\"} lines"},
};

Json answer(const post::ParsedDate &date)
{
    switch (date.outcome) {
    case post::DateOutcome::Absent: return {{"error", "there is no date: the post is a draft"}};
    case post::DateOutcome::Rejected: return {{"error", "invalid post date"}};
    case post::DateOutcome::DependsOnToday: return {{"depends_on_today", true}, {"example", post::isoDate(date.value)}};
    case post::DateOutcome::WithZone: return {{"date", post::isoDate(date.value)}, {"zone", true}};
    case post::DateOutcome::Exact: return {{"date", post::isoDate(date.value)}};
    }
    return {};
}

ExitCode runDate(const Arguments &arguments)
{
    const auto today = todayFrom(arguments);
    if (!today)
        return wrongUse(today.error());
    const std::string defaultFormat(arguments.value("format", post::defaultDateFormat));
    if (arguments.has("batch")) {
        answerBatch([&](const Json &request) {
            const std::string format = textOf(request, "format");
            return answer(post::parseDate(textOf(request, "input"), format.empty() ? defaultFormat : format, *today));
        });
        return ExitCode::Done;
    }
    if (arguments.operands().empty())
        return wrongUse("“date” needs a TEXT.");
    const post::ParsedDate date = post::parseDate(arguments.operands().front(), defaultFormat, *today);
    writeOut(dump(answer(date)) + '\n');
    return date.outcome == post::DateOutcome::Exact ? ExitCode::Done : ExitCode::Findings;
}

} // namespace

const Verb dateVerb = {
    .name = "date",
    .operands = "TEXT",
    .summary = "Says what ABlog makes of a date.",
    .options = dateOptions,
    .maxOperands = 1,
    .run = runDate,
};

} // namespace cli
