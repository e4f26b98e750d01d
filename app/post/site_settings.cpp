// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/site_settings.h"

#include "post/python_literal.h"
#include "rst/sphinx/site_words.h"

#include <algorithm>

namespace post {

namespace {

/// What a conf.py assigns, and which of the settings that were asked for it computes.
struct Values {
    PythonAssignments assigned;
    std::set<std::string, std::less<>> missed = {};
};

const PythonValue *find(Values &values, std::string_view name)
{
    if (values.assigned.computed.contains(name))
        values.missed.emplace(name);
    const auto found = values.assigned.values.find(name);
    return found == values.assigned.values.end() ? nullptr : &found->second;
}

void read(Values &values, std::string_view name, std::string &target)
{
    if (const PythonValue *value = find(values, name); value != nullptr && value->text() != nullptr)
        target = *value->text();
}

void read(Values &values, std::string_view name, bool &target)
{
    if (const PythonValue *value = find(values, name))
        target = value->isTrue();
}

void read(Values &values, std::string_view name, int &target)
{
    const PythonValue *value = find(values, name);
    if (const auto number = value == nullptr ? std::nullopt : value->number())
        target = int(std::clamp<std::int64_t>(*number, 0, 1000));
}

/// A list of texts, or one text.
void read(Values &values, std::string_view name, std::vector<std::string> &target)
{
    const PythonValue *value = find(values, name);
    if (value == nullptr)
        return;
    if (value->text() != nullptr)
        target = {*value->text()};
    if (value->list() == nullptr)
        return;
    target.clear();
    for (const PythonValue &item : *value->list()) {
        if (item.text() != nullptr)
            target.push_back(*item.text());
    }
}

/// `{"ann": ("Ann Author", "https://ann.example.org")}`
void readNames(Values &values, std::string_view name, rst::LabelKind kind, SiteSettings &settings)
{
    const PythonValue *value = find(values, name);
    const PythonValue::Dictionary *entries = value == nullptr ? nullptr : value->dictionary();
    if (entries == nullptr)
        return;
    for (const auto &[key, entry] : *entries) {
        if (key.text() == nullptr || entry.list() == nullptr || entry.list()->empty() ||
            entry.list()->front().text() == nullptr)
            continue;
        settings.namedLabels.push_back({.kind = kind, .label = *key.text(), .name = *entry.list()->front().text()});
    }
}

/// `{"issue": ("https://example.org/%s", "issue %s")}`
void readExternalLinks(Values &values, SiteSettings &settings)
{
    const PythonValue *value = find(values, "extlinks");
    const PythonValue::Dictionary *entries = value == nullptr ? nullptr : value->dictionary();
    if (entries == nullptr)
        return;
    for (const auto &[key, entry] : *entries) {
        if (key.text() == nullptr || entry.list() == nullptr || entry.list()->size() != 2 ||
            entry.list()->front().text() == nullptr)
            continue;
        const std::string *caption = entry.list()->back().text();
        settings.externalLinks.push_back({.name = *key.text(),
                                          .url = *entry.list()->front().text(),
                                          .caption = caption == nullptr ? std::string() : *caption});
    }
}

/// `{"figure": "Figure %s"}`
void readCaptionNumbers(Values &values, std::string_view language, rst::CaptionNumbers &numbers)
{
    read(values, "numfig", numbers.isOn);
    if (const PythonValue *depth = find(values, "numfig_secnum_depth"))
        numbers.sectionDepth = unsigned(std::clamp<std::int64_t>(depth->number().value_or(1), 0, 100));
    numbers.section = rst::siteWord(rst::SiteWord::Section, language);
    numbers.figure = rst::siteWord(rst::SiteWord::Figure, language);
    numbers.table = rst::siteWord(rst::SiteWord::Table, language);
    numbers.code = rst::siteWord(rst::SiteWord::Listing, language);
    const PythonValue *value = find(values, "numfig_format");
    const PythonValue::Dictionary *entries = value == nullptr ? nullptr : value->dictionary();
    if (entries == nullptr)
        return;
    for (const auto &[key, entry] : *entries) {
        if (key.text() == nullptr || entry.text() == nullptr)
            continue;
        for (const auto &[name, format] :
             {std::pair("section", &numbers.section), std::pair("figure", &numbers.figure),
              std::pair("table", &numbers.table), std::pair("code-block", &numbers.code)}) {
            if (*key.text() == name)
                *format = *entry.text();
        }
    }
}

/// Whether a set such as `[a-z]` or `[!x]` at the beginning of a pattern has a character; the set's length, 0 for none.
std::pair<bool, std::size_t> matchSet(std::string_view pattern, char c)
{
    std::size_t at = 1;
    const bool isNegative = at < pattern.size() && pattern[at] == '!';
    at += isNegative ? 1 : 0;
    const std::size_t first = at;
    bool isFound = false;
    for (; at < pattern.size() && (pattern[at] != ']' || at == first); ++at) {
        if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
            isFound = isFound || (pattern[at] <= c && c <= pattern[at + 2]);
            at += 2;
        } else {
            isFound = isFound || pattern[at] == c;
        }
    }
    return at < pattern.size() ? std::pair(isFound != isNegative, at + 1) : std::pair(false, std::size_t(0));
}

} // namespace

bool SiteSettings::hasExtension(std::string_view name) const
{
    return std::ranges::contains(extensions, name);
}

SiteSettings readSiteSettings(std::string_view confPy)
{
    Values values{.assigned = pythonAssignments(confPy)};
    SiteSettings settings;
    read(values, "project", settings.project);
    read(values, "language", settings.language);
    read(values, "version", settings.version);
    read(values, "release", settings.release);
    read(values, "today", settings.today);
    read(values, "today_fmt", settings.todayFormat);
    read(values, "highlight_language", settings.highlightLanguage);
    read(values, "rst_prolog", settings.prolog);
    read(values, "rst_epilog", settings.epilog);
    read(values, "smartquotes", settings.smartQuotes);
    read(values, "smartquotes_action", settings.smartQuotesAction);
    read(values, "default_role", settings.defaultRole);
    read(values, "trim_footnote_reference_space", settings.trimFootnoteSpace);
    read(values, "html_scaled_image_link", settings.linkScaledImages);
    std::string lineNumberStyle;
    read(values, "html_codeblock_linenos_style", lineNumberStyle);
    settings.lineNumberTables = lineNumberStyle == "table";
    read(values, "keep_warnings", settings.keepWarnings);
    read(values, "todo_include_todos", settings.showsTodos);
    read(values, "autosectionlabel_prefix_document", settings.prefixSectionLabels);
    read(values, "autosectionlabel_maxdepth", settings.sectionLabelDepth);
    read(values, "suppress_warnings", settings.suppressedWarnings);
    read(values, "extensions", settings.extensions);
    read(values, "exclude_patterns", settings.excludePatterns);
    readExternalLinks(values, settings);
    readCaptionNumbers(values, settings.language, settings.captionNumbers);
    read(values, "master_doc", settings.rootDocument);
    read(values, "root_doc", settings.rootDocument);
    read(values, "blog_path", settings.blogPath);
    read(values, "blog_title", settings.blogTitle);
    read(values, "blog_baseurl", settings.baseUrl);
    readNames(values, "blog_authors", rst::LabelKind::Author, settings);
    readNames(values, "blog_locations", rst::LabelKind::Location, settings);
    readNames(values, "blog_languages", rst::LabelKind::Language, settings);
    read(values, "blog_default_author", settings.defaultAuthor);
    read(values, "blog_default_location", settings.defaultLocation);
    read(values, "blog_default_language", settings.defaultLanguage);
    read(values, "blog_post_pattern", settings.postPatterns);
    read(values, "blog_feed_fulltext", settings.feedFulltext);
    read(values, "blog_feed_titles", settings.feedTitles);
    if (const PythonValue *length = find(values, "blog_feed_length"))
        settings.feedLength = length->number();
    read(values, "post_date_format", settings.dateFormat);
    read(values, "post_date_format_short", settings.dateFormatShort);
    read(values, "post_auto_excerpt", settings.autoExcerpt);
    read(values, "post_auto_image", settings.autoImage);
    read(values, "post_always_section", settings.alwaysSection);
    for (const std::string_view name : {"fontawesome_included", "fontawesome_link_cdn", "fontawesome_css_file"}) {
        bool isSet = false;
        read(values, name, isSet);
        settings.hasIcons = settings.hasIcons || isSet;
    }
    settings.computed.assign(values.missed.begin(), values.missed.end());
    return settings;
}

// Greedy, with one place to come back to for `*` and one for `**`: bounded by the product of the two lengths.
bool matchesPattern(std::string_view name, std::string_view pattern)
{
    struct Retry {
        std::size_t pattern = std::string_view::npos;
        std::size_t name = 0;
    };
    Retry star, doubleStar;
    std::size_t p = 0, n = 0;
    while (n < name.size() || p < pattern.size()) {
        if (pattern.substr(p).starts_with("**")) {
            p += pattern.substr(p).starts_with("**/") ? 3U : 2U;
            doubleStar = {p, n};
            star = {};
            continue;
        }
        if (p < pattern.size() && pattern[p] == '*') {
            star = {++p, n};
            continue;
        }
        if (p < pattern.size() && n < name.size()) {
            const auto [isInSet, setLength] =
                pattern[p] == '[' ? matchSet(pattern.substr(p), name[n]) : std::pair(false, std::size_t(0));
            const bool isOne = setLength > 0 ? isInSet : pattern[p] == '?' ? name[n] != '/' : pattern[p] == name[n];
            if (isOne) {
                p += std::max<std::size_t>(setLength, 1);
                ++n;
                continue;
            }
        }
        if (star.pattern != pattern.npos && star.name < name.size() && name[star.name] != '/') {
            p = star.pattern;
            n = ++star.name;
        } else if (doubleStar.pattern != pattern.npos && doubleStar.name < name.size()) {
            star = {};
            p = doubleStar.pattern;
            n = ++doubleStar.name;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace post
