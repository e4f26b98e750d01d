// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/index_writer.h"

#include <string_view>
#include <utility>

namespace archive {

DatabaseResult<IndexWriter> IndexWriter::on(Database &database, std::int64_t settings)
{
    IndexWriter writer(database, settings);
    const std::pair<Statement *, std::string_view> statements[] = {
        {&writer.m_insertFile,
         "INSERT INTO files(path, size, changed, hash, settings, day, problem, included, included_state, "
         "title, labels) VALUES(?,?,?,?,?,?,?,?,?,?,?)"},
        {&writer.m_updateFile,
         "UPDATE files SET path=?, size=?, changed=?, hash=?, settings=?, day=?, problem=?, included=?, "
         "included_state=?, title=?, labels=? WHERE id=?"},
        {&writer.m_touchFile, "UPDATE files SET size=?, changed=? WHERE id=?"},
        {&writer.m_removeFile, "DELETE FROM files WHERE id=?"},
        {&writer.m_removeTexts, "DELETE FROM texts WHERE rowid IN (SELECT id FROM posts WHERE file=?)"},
        {&writer.m_removePosts, "DELETE FROM posts WHERE file=?"},
        {&writer.m_insertPost, "INSERT INTO posts(file, path, slug, title, section, date, date_text, is_post, "
                               "excerpt, tags, authors, categories, "
                               "locations, languages, redirects, series, errors, warnings, looks_wrong, pictures, "
                               "missing_alternatives, links, external_link) "
                               "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
        {&writer.m_insertText, "INSERT INTO texts(rowid, title, tags, headings, text) VALUES(?,?,?,?,?)"},
    };
    for (const auto &[statement, sql] : statements) {
        auto prepared = database.prepare(sql);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return writer;
}

DatabaseResult<void> IndexWriter::write(const ReadFile &file)
{
    if (file.isSame)
        return m_touchFile.bind(1, file.file.size).bind(2, file.file.changed).bind(3, file.knownId).run();
    if (file.knownId != 0) {
        if (auto done = removePosts(file.knownId); !done)
            return done;
    }
    Statement &statement = file.knownId != 0 ? m_updateFile : m_insertFile;
    statement.bind(1, file.file.path).bind(2, file.file.size).bind(3, file.file.changed).bind(4, file.hash);
    statement.bind(5, m_settings).bind(6, file.day).bind(7, file.problem);
    statement.bind(8, file.included).bind(9, file.includedState).bind(10, file.title).bind(11, file.labels);
    if (file.knownId != 0)
        statement.bind(12, file.knownId);
    if (auto done = statement.run(); !done)
        return done;
    const std::int64_t id = file.knownId != 0 ? file.knownId : m_database->lastInsertedRow();
    for (const IndexedPost &post : file.posts) {
        if (auto done = insert(id, post); !done)
            return done;
    }
    return {};
}

DatabaseResult<void> IndexWriter::remove(std::int64_t id)
{
    if (auto done = removePosts(id); !done)
        return done;
    return m_removeFile.bind(1, id).run();
}

DatabaseResult<void> IndexWriter::removePosts(std::int64_t file)
{
    if (auto done = m_removeTexts.bind(1, file).run(); !done)
        return done;
    return m_removePosts.bind(1, file).run();
}

DatabaseResult<void> IndexWriter::insert(std::int64_t file, const IndexedPost &indexed)
{
    const ArchivedPost &post = indexed.post;
    m_insertPost.bind(1, file).bind(2, post.path).bind(3, post.slug).bind(4, post.title).bind(5, post.section);
    m_insertPost.bind(6, post.date).bind(7, post.dateText).bind(8, std::int64_t(post.state != PostState::Page));
    int column = 9;
    m_insertPost.bind(column++, post.excerpt);
    for (const auto *labels :
         {&post.tags, &post.authors, &post.categories, &post.locations, &post.languages, &post.redirects})
        m_insertPost.bind(column++, lines(*labels));
    m_insertPost.bind(column++, post.series);
    for (const int count : {post.errors, post.warnings, post.looksWrong, post.pictures, post.missingAlternatives})
        m_insertPost.bind(column++, std::int64_t(count));
    m_insertPost.bind(column++, lines(indexed.links));
    m_insertPost.bind(column, indexed.externalLink);
    if (auto done = m_insertPost.run(); !done)
        return done;
    m_insertText.bind(1, m_database->lastInsertedRow()).bind(2, post.title).bind(3, lines(post.tags));
    return m_insertText.bind(4, indexed.headings).bind(5, indexed.text).run();
}

} // namespace archive
