// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/engine_settings.h"

namespace cli {

rst::Settings sphinxSettings(const post::BlogConfig &config, const post::DateTime &today)
{
    rst::Settings settings;
    settings.dialect = rst::Dialect::Sphinx;
    settings.sphinx.today = post::formatDate(today, "%b %d, %Y");
    settings.sphinx.ablog.autoExcerpt = unsigned(config.autoExcerpt);
    settings.sphinx.ablog.autoImage = unsigned(config.autoImage);
    settings.sphinx.ablog.readDate = [format = config.dateFormat, today](std::string_view text) -> std::optional<rst::SiteDate> {
        const post::ParsedDate date = post::parseDate(text, format, today);
        if (date.outcome == post::DateOutcome::Absent || date.outcome == post::DateOutcome::Rejected)
            return std::nullopt;
        return rst::SiteDate{.year = date.value.year,
                             .formatted = post::formatDate(date.value, format),
                             .isPublished = date.value < post::daysLater({.year = today.year, .month = today.month, .day = today.day}, 1)};
    };
    return settings;
}

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
