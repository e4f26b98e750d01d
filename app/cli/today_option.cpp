// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/today_option.h"

namespace cli {

std::expected<post::DateTime, std::string> todayFrom(const Arguments &arguments)
{
    if (!arguments.has("today"))
        return post::today();
    const post::ParsedDate given = post::parseDateByFormat(arguments.value("today"), "%Y-%m-%d");
    if (given.outcome != post::DateOutcome::Exact)
        return std::unexpected("--today is a date such as 2024-01-02.");
    return given.value;
}

} // namespace cli
