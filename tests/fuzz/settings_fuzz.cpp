// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Any bytes as broadside.toml, as conf.py, as the YAML before a Markdown post, and as a date: a blog is cloned from
// anywhere, and its settings are read before anything else.

#include "require.h"

#include "post/ablog_traps.h"
#include "post/blog_config.h"
#include "post/date.h"
#include "post/python_literal.h"
#include "post/site_settings.h"
#include "post/sphinx_settings.h"
#include "readers/front_matter.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    constexpr post::DateTime today{.year = 2026, .month = 3, .day = 1};
    if (auto config = post::parseBlogConfig(text)) {
        fuzz::require(config->posts.is_relative()); // posts are never looked for outside the blog
        (void)post::sphinxSettings(*config, today);
    }
    (void)post::pythonAssignments(text);
    post::SiteSettings site = post::readSiteSettings(text);
    (void)post::siteTraps(site);
    post::BlogConfig config;
    post::applySite(config, std::move(site));
    (void)post::sphinxSettings(config, today);
    (void)readers::splitFrontMatter("---\n" + std::string(text) + "\n---\nWords.\n");
    const std::size_t lineEnd = std::min(text.find('\n'), text.size());
    (void)post::parseDate(text.substr(0, lineEnd), config.dateFormat, today);
    (void)post::matchesPattern(text.substr(0, lineEnd), text.substr(lineEnd));
    return 0;
}
