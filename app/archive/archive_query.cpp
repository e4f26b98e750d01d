// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"
#include "archive/series.h"

#include <algorithm>
#include <format>
#include <unordered_map>
#include <unordered_set>

namespace archive {

namespace {

// Ranking reads a record for each post found. Beyond that many the newest are as good.
constexpr std::size_t mostRanked = 20'000;

constexpr std::string_view postColumns =
    "id, path, slug, title, section, date, date_text, is_post, excerpt, tags, authors, categories, locations, "
    "languages, "
    "redirects, series, errors, warnings, looks_wrong, pictures, missing_alternatives";

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// ABlog takes what is dated tomorrow or later for a draft.
PostState stateOn(const std::string &day, bool isPost, const std::string &date)
{
    if (!isPost)
        return PostState::Page;
    if (date.empty())
        return PostState::Draft;
    return date.substr(0, 10) > day ? PostState::Scheduled : PostState::Published;
}

ArchivedPost postFrom(const Statement &row, const std::string &day)
{
    ArchivedPost post{.id = row.number(0),
                      .path = row.text(1),
                      .slug = row.text(2),
                      .title = row.text(3),
                      .section = row.text(4),
                      .date = row.text(5),
                      .dateText = row.text(6),
                      .excerpt = row.text(8)};
    post.state = stateOn(day, row.number(7) != 0, post.date);
    int column = 9;
    for (auto *labels :
         {&post.tags, &post.authors, &post.categories, &post.locations, &post.languages, &post.redirects})
        *labels = linesOf(row.text(column++));
    post.series = row.text(column++);
    for (int *count : {&post.errors, &post.warnings, &post.looksWrong, &post.pictures, &post.missingAlternatives})
        *count = int(row.number(column++));
    return post;
}

std::string dayOf(const post::DateTime &today)
{
    return post::isoDate(today).substr(0, 10);
}

/// Stops statements while it lives.
class StopGuard
{
public:
    StopGuard(Database &database, const std::stop_token &stop) : m_database(database)
    {
        if (stop.stop_possible())
            m_database.stopWhen([stop] { return stop.stop_requested(); });
    }
    StopGuard(const StopGuard &) = delete;
    StopGuard &operator=(const StopGuard &) = delete;
    ~StopGuard() { m_database.stopWhen({}); }

private:
    Database &m_database;
};

struct Match {
    std::int64_t id = 0;
    std::string snippet = {};
};

DatabaseResult<std::vector<Match>> matches(Database &database, const std::string &expression, std::size_t limit)
{
    auto count = database.prepare(
        std::format("SELECT count(*) FROM (SELECT 1 FROM texts WHERE texts MATCH ? LIMIT {})", mostRanked + 1));
    if (!count)
        return std::unexpected(count.error());
    if (const auto row = count->bind(1, expression).step(); !row)
        return std::unexpected(row.error());
    const bool isRanked = std::size_t(count->number(0)) <= mostRanked;
    auto statement =
        database.prepare(std::format("SELECT rowid, snippet(texts, -1, char({}), char({}), '…', 18) FROM texts WHERE "
                                     "texts MATCH ? ORDER BY {} LIMIT ?",
                                     int(snippetBegin), int(snippetEnd), isRanked ? "rank" : "rowid DESC"));
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, expression).bind(2, std::int64_t(limit));
    std::vector<Match> found;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return found;
        found.push_back({.id = statement->number(0), .snippet = statement->text(1)});
    }
}

} // namespace

std::expected<std::vector<ArchivedPost>, std::string> Archive::posts(const post::DateTime &today)
{
    auto statement = m_database.prepare(
        std::format("SELECT {} FROM posts ORDER BY is_post DESC, date<>'', date DESC, title, path", postColumns));
    if (!statement)
        return std::unexpected(statement.error().sentence);
    const std::string day = dayOf(today);
    std::vector<ArchivedPost> posts;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error().sentence);
        if (!*row)
            return posts;
        posts.push_back(postFrom(*statement, day));
    }
}

DatabaseResult<std::vector<ArchivedPost>> Archive::postsById(const std::vector<std::int64_t> &ids,
                                                             const post::DateTime &today)
{
    auto statement = m_database.prepare(std::format("SELECT {} FROM posts WHERE id=?", postColumns));
    if (!statement)
        return std::unexpected(statement.error());
    const std::string day = dayOf(today);
    std::vector<ArchivedPost> posts;
    for (const std::int64_t id : ids) {
        const auto row = statement->bind(1, id).step();
        if (!row)
            return std::unexpected(row.error());
        if (*row)
            posts.push_back(postFrom(*statement, day));
        statement->reset();
    }
    return posts;
}

std::expected<std::vector<SearchHit>, std::string> Archive::search(std::string_view text, const post::DateTime &today,
                                                                   std::size_t limit, const std::stop_token &stop)
{
    const std::string expression = matchExpression(text);
    if (expression.empty() || stop.stop_requested())
        return {};
    const StopGuard guard(m_database, stop);
    const auto found = matches(m_database, expression, limit);
    if (!found && found.error().isInterrupted())
        return {};
    if (!found)
        return std::unexpected(found.error().sentence);
    std::vector<std::int64_t> ids;
    std::unordered_map<std::int64_t, std::string> snippets;
    for (const Match &match : *found) {
        ids.push_back(match.id);
        snippets[match.id] = match.snippet;
    }
    auto posts = postsById(ids, today);
    if (!posts && posts.error().isInterrupted())
        return {};
    if (!posts)
        return std::unexpected(posts.error().sentence);
    std::vector<SearchHit> hits;
    for (ArchivedPost &post : *posts) {
        std::string snippet = std::move(snippets[post.id]);
        std::ranges::replace(snippet, '\n', ' ');
        hits.push_back({.post = std::move(post), .snippet = std::move(snippet)});
    }
    return hits;
}

std::expected<std::vector<ArchivedPost>, std::string> Archive::similarPosts(std::string_view title,
                                                                            const std::vector<std::string> &tags,
                                                                            std::string_view exceptPath,
                                                                            const post::DateTime &today,
                                                                            std::size_t limit)
{
    std::string words = foldedWords(title);
    for (const std::string &tag : tags)
        words += ' ' + foldedWords(tag);
    std::string expression;
    std::unordered_set<std::string> seen;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        const std::string word = words.substr(begin, end - begin);
        // Short words stand in every post.
        if (word.size() > 3 && seen.insert(word).second && seen.size() <= 16)
            expression += std::format("{}\"{}\"", expression.empty() ? "" : " OR ", word);
        begin = end + 1;
    }
    if (expression.empty())
        return {};
    const auto found = matches(m_database, "{title tags} : (" + expression + ')', limit + 8);
    if (!found)
        return std::unexpected(found.error().sentence);
    std::vector<std::int64_t> ids;
    for (const Match &match : *found)
        ids.push_back(match.id);
    auto posts = postsById(ids, today);
    if (!posts)
        return std::unexpected(posts.error().sentence);
    std::erase_if(*posts,
                  [&](const ArchivedPost &post) { return post.path == exceptPath || post.state == PostState::Page; });
    if (posts->size() > limit)
        posts->resize(limit);
    return std::move(*posts);
}

} // namespace archive
