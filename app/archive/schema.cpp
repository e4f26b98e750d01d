// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/schema.h"

#include <format>

namespace archive {

namespace {

// Count up with every change of the tables, and of what readDocument() finds.
constexpr int schemaVersion = 5;
constexpr int applicationId = 0x42726f61; // "Broa"

// Lists are lines of text. `labels` has them once more, for counting.
constexpr const char *tables = R"(
CREATE TABLE files(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER, changed INTEGER, hash INTEGER,
                   settings INTEGER, day TEXT, problem TEXT, included TEXT, included_state INTEGER, title TEXT, labels TEXT);
CREATE TABLE posts(id INTEGER PRIMARY KEY, file INTEGER NOT NULL, path TEXT, slug TEXT, title TEXT, section TEXT, date TEXT,
                   date_text TEXT, is_post INTEGER, excerpt TEXT, tags TEXT, authors TEXT, categories TEXT, locations TEXT,
                   languages TEXT, redirects TEXT, series TEXT, errors INTEGER, warnings INTEGER, looks_wrong INTEGER,
                   pictures INTEGER, missing_alternatives INTEGER, links TEXT, external_link TEXT);
CREATE INDEX posts_of_file ON posts(file);
CREATE VIRTUAL TABLE texts USING fts5(title, tags, headings, text, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
INSERT INTO texts(texts, rank) VALUES('rank', 'bm25(10.0, 5.0, 3.0, 1.0)');
)";

} // namespace

DatabaseResult<bool> prepareSchema(Database &database)
{
    // A reader does not wait for a writer.
    if (auto done = database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000");
        !done)
        return std::unexpected(done.error());
    // Who only reads must not wait for a build.
    if (const auto known = database.number("PRAGMA user_version"); known && *known == schemaVersion)
        return true;
    if (auto done = database.execute("BEGIN IMMEDIATE"); !done)
        return std::unexpected(done.error());
    const auto version = database.number("PRAGMA user_version");
    const auto count = database.number("SELECT count(*) FROM sqlite_schema");
    if (!version || !count)
        return std::unexpected((version ? count : version).error());
    const bool isEmpty = *version == 0 && *count == 0;
    if (isEmpty) {
        const std::string marks =
            std::format("PRAGMA user_version={}; PRAGMA application_id={}", schemaVersion, applicationId);
        for (const char *sql : {tables, marks.c_str()}) {
            if (auto done = database.execute(sql); !done)
                return std::unexpected(done.error());
        }
    }
    if (auto done = database.execute("COMMIT"); !done)
        return std::unexpected(done.error());
    return isEmpty || *version == schemaVersion;
}

} // namespace archive
