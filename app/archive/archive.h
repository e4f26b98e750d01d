// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

// The archive: all posts of a blog, found in an index instead of read again. Start reading here.
//
// The index is a cache. It lies in the user's cache folder, never in the blog; whatever is wrong with it (damage, another
// version, a build that was killed) is answered by making it anew. What is true is in the files alone.

#include "archive/archived_post.h"
#include "archive/blog_files.h"
#include "archive/database.h"
#include "post/blog_config.h"
#include "post/site_index.h"

#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

struct IndexedPost;

/// How far an update has come.
struct UpdateProgress {
    std::size_t done = 0;  // documents
    std::size_t total = 0; // that have to be read
};

/// What an update did. Counts are of documents.
struct UpdateResult {
    std::size_t documents = 0; // in the blog
    std::size_t read = 0;
    std::size_t removed = 0;
    bool wasStopped = false; // the rest is read at the next time
    std::vector<FileProblem> problems = {};
    std::vector<std::string> folders = {}; // to be watched, below the blog's folder

    [[nodiscard]] bool hasChanges() const noexcept { return read + removed > 0; }
};

/// A post that a search found.
struct SearchHit {
    ArchivedPost post = {};
    std::string snippet = {}; // found words stand between `snippetBegin` and `snippetEnd`
};

inline constexpr char snippetBegin = '\x02';
inline constexpr char snippetEnd = '\x03';

/// A blog's index, opened. Used by one thread at a time; several threads open it several times.
class Archive
{
public:
    /// Opens the index of the blog that a file or folder belongs to; of the folder itself where that is no blog. Where `cache`
    /// cannot be written the index is kept in memory, and notice() says so. The error is a sentence.
    [[nodiscard]] static std::expected<Archive, std::string> open(const std::filesystem::path &path,
                                                                  const std::filesystem::path &cache);

    [[nodiscard]] const std::filesystem::path &folder() const noexcept { return m_folder; }
    [[nodiscard]] const post::BlogConfig &config() const noexcept { return m_config; }
    /// Why the index is not kept; empty where it is.
    [[nodiscard]] const std::string &notice() const noexcept { return m_notice; }

    /// Reads what has changed since the last time, on several threads. What was read before a stop or an error stays.
    [[nodiscard]] std::expected<UpdateResult, std::string> update(
        const post::DateTime &today, const std::function<void(const UpdateProgress &)> &progress = {},
        const std::stop_token &stop = {});

    /// All posts and pages, newest first; what has no date comes before all others.
    [[nodiscard]] std::expected<std::vector<ArchivedPost>, std::string> posts(const post::DateTime &today);

    /// What the blog's pages need to know of one another, as of the last update; null for a folder that is no blog.
    [[nodiscard]] std::expected<post::SiteIndexPtr, std::string> siteIndex(const post::DateTime &today,
                                                                           post::SiteKnowledge knowledge);

    /// The posts that have all words of a text, the best first. The last word may be the begin of one, words in double quotes
    /// stand together. Nothing for a text without words. A stop gives what is known then: nothing.
    [[nodiscard]] std::expected<std::vector<SearchHit>, std::string> search(std::string_view text,
                                                                            const post::DateTime &today,
                                                                            std::size_t limit = 50,
                                                                            const std::stop_token &stop = {});

    /// Posts that have most in common with these words: "the last posts of this kind", the best first.
    [[nodiscard]] std::expected<std::vector<ArchivedPost>, std::string> similarPosts(
        std::string_view title, const std::vector<std::string> &tags, std::string_view exceptPath,
        const post::DateTime &today, std::size_t limit = 5);

private:
    [[nodiscard]] DatabaseResult<void> openDatabase(const std::filesystem::path &cache);
    [[nodiscard]] std::expected<UpdateResult, DatabaseError> updated(
        const post::DateTime &today, const std::function<void(const UpdateProgress &)> &progress,
        const std::stop_token &stop);
    [[nodiscard]] DatabaseResult<std::vector<ArchivedPost>> postsById(const std::vector<std::int64_t> &ids,
                                                                      const post::DateTime &today);

    std::filesystem::path m_folder;
    std::filesystem::path m_file; // empty: in memory
    post::BlogConfig m_config;
    std::string m_notice;
    Database m_database;
};

/// The words of a text for SQLite's full-text search (https://www.sqlite.org/fts5.html#full_text_query_syntax); empty where
/// there are none.
[[nodiscard]] std::string matchExpression(std::string_view text);

/// The line of a source, from 1, that has most of a snippet's found words; 1 where none has any.
[[nodiscard]] std::size_t lineOf(std::string_view snippet, std::string_view source);

} // namespace archive
