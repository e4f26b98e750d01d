// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What the index knows of documents for the sake of other documents.

#include "archive/site_documents.h"

#include "archive/archive.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <ranges>
#include <unordered_map>

namespace archive {

namespace {

// No text has these: they are no characters of reStructuredText's, and are taken out of what comes in all the same.
constexpr char betweenFields = '\x1f';
constexpr char betweenPlaces = '\x1e';

std::string withoutSeparators(std::string text)
{
    std::erase_if(text, [](char c) { return c == betweenFields || c == betweenPlaces; });
    return text;
}

/// `2026-03-02` or `2026-03-02T09:30:00`; nothing for another text.
std::optional<post::DateTime> dateFrom(std::string_view text)
{
    post::DateTime date;
    for (int *const part : {&date.year, &date.month, &date.day, &date.hour, &date.minute, &date.second}) {
        if (text.empty() && part == &date.hour)
            break;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *part);
        if (error != std::errc())
            return std::nullopt;
        text.remove_prefix(std::size_t(end - text.data()));
        text.remove_prefix(text.empty() ? 0 : 1); // what stands between
    }
    return date;
}

void addLabels(post::ListedPost &post, rst::LabelKind kind, const std::string &lines,
               const std::vector<std::string> &otherwise)
{
    if (lines.empty()) {
        for (const std::string &label : otherwise)
            post.labels.emplace_back(kind, label);
        return;
    }
    for (const auto line : std::views::split(lines, '\n'))
        post.labels.emplace_back(kind, std::string(std::string_view(line)));
}

/// A post of the index, by a row of the columns below; what the site fills in for published posts depends on the day.
constexpr std::string_view listedColumns =
    "file, title, date, external_link, tags, authors, categories, locations, languages";

post::ListedPost listedFrom(const Statement &row, const post::BlogConfig &config, const post::DateTime &today)
{
    post::ListedPost post{.title = row.text(1), .externalLink = row.text(3), .date = dateFrom(row.text(2))};
    post.isPublished = post.date && post::hasCome(*post.date, today);
    const std::vector<std::string> none;
    const auto otherwise = [&](const std::vector<std::string> &labels) -> const std::vector<std::string> & {
        return post.isPublished ? labels : none;
    };
    addLabels(post, rst::LabelKind::Tag, row.text(4), none);
    addLabels(post, rst::LabelKind::Author, row.text(5), otherwise(config.defaultAuthor));
    addLabels(post, rst::LabelKind::Category, row.text(6), none);
    addLabels(post, rst::LabelKind::Location, row.text(7), otherwise(config.defaultLocation));
    addLabels(post, rst::LabelKind::Language, row.text(8), otherwise(config.defaultLanguage));
    return post;
}

} // namespace

std::string writtenPlaces(const std::vector<rst::LabelledPlace> &places)
{
    std::string text;
    for (const rst::LabelledPlace &place : places) {
        if (!text.empty())
            text += betweenPlaces;
        text += withoutSeparators(place.label);
        for (const std::string &field : {place.id, place.title, place.type}) {
            text += betweenFields;
            text += withoutSeparators(field);
        }
    }
    return text;
}

std::vector<rst::LabelledPlace> readPlaces(std::string_view text)
{
    std::vector<rst::LabelledPlace> places;
    if (text.empty())
        return places;
    for (const auto written : std::views::split(text, betweenPlaces)) {
        rst::LabelledPlace &place = places.emplace_back();
        std::string *const fields[] = {&place.label, &place.id, &place.title, &place.type};
        std::size_t count = 0;
        for (const auto field : std::views::split(std::string_view(written), betweenFields)) {
            if (count < std::size(fields))
                *fields[count++] = std::string(std::string_view(field));
        }
    }
    return places;
}

std::expected<post::SiteIndexPtr, std::string> Archive::siteIndex(const post::DateTime &today,
                                                                  post::SiteKnowledge knowledge)
{
    if (m_config.root.empty())
        return nullptr;
    auto files = m_database.prepare("SELECT id, path, title, labels FROM files WHERE problem=''");
    auto posts =
        m_database.prepare(std::format("SELECT {} FROM posts WHERE is_post=1 ORDER BY file, id", listedColumns));
    if (!files || !posts)
        return std::unexpected((files ? posts : files).error().sentence);
    std::vector<post::SiteEntry> entries;
    std::unordered_map<std::int64_t, std::size_t> byFile;
    for (;;) {
        const auto row = files->step();
        if (!row)
            return std::unexpected(row.error().sentence);
        if (!*row)
            break;
        byFile[files->number(0)] = entries.size();
        const std::string path = files->text(1);
        entries.push_back({.docname = path.substr(0, path.rfind('.')),
                           .title = files->text(2),
                           .labels = readPlaces(files->text(3))});
    }
    for (;;) {
        const auto row = posts->step();
        if (!row)
            return std::unexpected(row.error().sentence);
        if (!*row)
            break;
        const auto file = byFile.find(posts->number(0));
        if (file == byFile.end())
            continue;
        post::SiteEntry &entry = entries[file->second];
        post::ListedPost post = listedFrom(*posts, m_config, today);
        post.docname = entry.docname;
        post.number = std::uint32_t(entry.posts.size());
        entry.posts.push_back(std::move(post));
    }
    std::ranges::sort(entries, {}, &post::SiteEntry::docname); // of equal labels the last one counts
    return std::make_shared<const post::SiteIndex>(m_config, today, std::move(entries), knowledge);
}

} // namespace archive
