// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/sphinx/sphinx_settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// What a Sphinx site's `conf.py` says, as far as it is written out there, with the defaults of Sphinx and ABlog
/// (https://ablog.readthedocs.io/en/stable/manual/ablog-configuration-options.html).
struct SiteSettings {
    std::string project = {};
    std::string language = "en";
    std::string version = {};
    std::string release = {};
    std::string today = {};
    std::string todayFormat = {}; // today_fmt; empty for that of the language
    std::string highlightLanguage = "default";
    std::string prolog = {};
    std::string epilog = {};
    std::string rootDocument = "index";
    rst::CaptionNumbers captionNumbers = {};
    bool smartQuotes = true;
    std::string smartQuotesAction = "qDe";
    std::string defaultRole = {};
    bool trimFootnoteSpace = false;
    bool linkScaledImages = true;
    bool lineNumberTables = false;
    bool keepWarnings = false;
    bool showsTodos = false; // todo_include_todos
    bool prefixSectionLabels = false;
    int sectionLabelDepth = 0; // autosectionlabel_maxdepth
    std::vector<std::string> suppressedWarnings = {};
    std::vector<std::string> extensions = {};
    std::vector<std::string> excludePatterns = {};
    std::vector<rst::SphinxSettings::ExternalLink> externalLinks = {};

    std::string blogPath = "blog";
    std::string blogTitle = "Blog";
    std::string baseUrl = {};
    std::vector<rst::NamedLabel> namedLabels = {};
    std::vector<std::string> defaultAuthor = {}, defaultLocation = {}, defaultLanguage = {};
    std::vector<std::string> postPatterns = {};
    bool feedFulltext = false;
    bool feedTitles = false;
    std::optional<std::int64_t> feedLength = {};
    std::string dateFormat = "%d %B %Y";
    std::string dateFormatShort = "%d %B";
    int autoExcerpt = 1;
    int autoImage = 0;
    bool alwaysSection = false;
    bool hasIcons = false; // fontawesome_included and its like
    std::vector<std::string> computed =
        {}; // names of the settings above that conf.py computes: these have their defaults

    [[nodiscard]] bool hasExtension(std::string_view name) const;
};

/// Reads a conf.py without running it. Whatever is computed there keeps its default.
[[nodiscard]] SiteSettings readSiteSettings(std::string_view confPy);

/// Whether a name matches one of Sphinx' patterns: `*` and `?` stay within a folder, `**` does not, `[abc]` is a set.
[[nodiscard]] bool matchesPattern(std::string_view name, std::string_view pattern);

} // namespace post
