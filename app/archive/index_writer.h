// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/database.h"
#include "archive/indexed_file.h"

#include <cstdint>

namespace archive {

/// Writes documents into the tables of the index.
class IndexWriter
{
public:
    /// `settings` is a number for those that the documents were read with.
    [[nodiscard]] static DatabaseResult<IndexWriter> on(Database &database, std::int64_t settings);

    /// Writes a document and its posts in the place of what is known of it.
    [[nodiscard]] DatabaseResult<void> write(const ReadFile &file);
    /// Forgets a file, by its number in the index.
    [[nodiscard]] DatabaseResult<void> remove(std::int64_t id);

private:
    IndexWriter(Database &database, std::int64_t settings) : m_database(&database), m_settings(settings) {}

    [[nodiscard]] DatabaseResult<void> removePosts(std::int64_t file);
    [[nodiscard]] DatabaseResult<void> insert(std::int64_t file, const IndexedPost &indexed);

    Database *m_database;
    std::int64_t m_settings;
    Statement m_insertFile, m_updateFile, m_touchFile, m_removeFile, m_removeTexts, m_removePosts, m_insertPost,
        m_insertText;
};

} // namespace archive
