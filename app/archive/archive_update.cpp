// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"
#include "archive/content_hash.h"
#include "archive/file_readers.h"
#include "archive/index_writer.h"

#include <fstream>
#include <iterator>
#include <unordered_map>

namespace archive {

namespace {

constexpr std::size_t documentsPerCommit = 400; // a kill loses that much

using KnownFiles = std::unordered_map<std::string, KnownFile>; // by their paths

/// The settings that decide how documents are read, in one number.
std::int64_t settingsHash(const post::BlogConfig &config)
{
    std::uint64_t hash = contentHash("");
    for (const std::filesystem::path &path : {config.root / "conf.py", config.file}) {
        std::ifstream stream(path, std::ios::binary);
        hash = contentHash(std::string(std::istreambuf_iterator<char>(stream), {}), hash);
    }
    return std::int64_t(hash);
}

DatabaseResult<KnownFiles> knownFiles(Database &database)
{
    auto statement = database.prepare("SELECT path, id, size, changed, hash, settings, day, included, included_state "
                                      "FROM files");
    if (!statement)
        return std::unexpected(statement.error());
    KnownFiles files;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return files;
        files.emplace(statement->text(0), KnownFile{.id = statement->number(1),
                                                    .size = statement->number(2),
                                                    .changed = statement->number(3),
                                                    .hash = statement->number(4),
                                                    .settings = statement->number(5),
                                                    .day = statement->text(6),
                                                    .included = statement->text(7),
                                                    .includedState = statement->number(8)});
    }
}

DatabaseResult<void> addKnownProblems(Database &database, std::vector<FileProblem> &problems)
{
    auto statement = database.prepare("SELECT path, problem FROM files WHERE problem<>'' ORDER BY path");
    if (!statement)
        return std::unexpected(statement.error());
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        problems.push_back({.path = statement->text(0), .sentence = statement->text(1)});
    }
}

/// The files that have to be read, taken out of `found` and `known`; what is left in `known` is not there any more.
std::vector<ReadTask> changedFiles(std::vector<BlogFile> &found, KnownFiles &known, const std::filesystem::path &folder,
                                   std::int64_t settings, std::string_view day)
{
    std::vector<ReadTask> tasks;
    for (BlogFile &file : found) {
        KnownFile before;
        if (auto entry = known.extract(file.path))
            before = std::move(entry.mapped());
        const bool isSame = before.id != 0 && before.size == file.size && before.changed == file.changed &&
                            before.settings == settings && (before.day.empty() || before.day == day) &&
                            before.includedState == stateOfFiles(folder, before.included);
        if (!isSame)
            tasks.push_back({.file = std::move(file), .known = std::move(before)});
    }
    return tasks;
}

/// An update on its way into the tables.
class Changes
{
public:
    Changes(Database &database, const std::function<void(const UpdateProgress &)> &progress, UpdateResult &result)
        : m_transaction(database)
        , m_progress(progress)
        , m_result(result)
    {
    }

    /// Forgets the files that are gone, and writes what the readers find until they end or are stopped.
    [[nodiscard]] DatabaseResult<void> write(IndexWriter &writer, const KnownFiles &gone, std::size_t total,
                                             FileReaders &readers, const std::stop_token &stop)
    {
        if (auto done = m_transaction.begin(); !done)
            return done;
        for (const auto &[path, file] : gone) {
            if (auto done = writer.remove(file.id); !done)
                return done;
            ++m_result.removed;
        }
        UpdateProgress state{.total = total};
        while (const auto file = readers.next()) {
            m_result.wasStopped = stop.stop_requested();
            if (m_result.wasStopped)
                break;
            if (auto done = writer.write(*file); !done)
                return done;
            m_result.read += !file->isSame;
            if (++state.done % documentsPerCommit == 0) {
                if (auto done = m_transaction.commit().and_then([&] { return m_transaction.begin(); }); !done)
                    return done;
            }
            if (m_progress)
                m_progress(state);
        }
        return m_transaction.commit();
    }

private:
    Transaction m_transaction;
    const std::function<void(const UpdateProgress &)> &m_progress;
    UpdateResult &m_result;
};

} // namespace

std::expected<UpdateResult, DatabaseError> Archive::updated(const post::DateTime &today,
                                                            const std::function<void(const UpdateProgress &)> &progress,
                                                            const std::stop_token &stop)
{
    if (!m_config.root.empty()) {
        if (auto config = post::findBlogConfig(m_config.root))
            m_config = std::move(*config);
    }
    BlogFiles found = blogFiles(m_folder, m_config);
    auto known = knownFiles(m_database);
    if (!known)
        return std::unexpected(known.error());
    const std::int64_t settings = settingsHash(m_config);
    UpdateResult result{.documents = found.files.size(), .folders = std::move(found.folders)};
    std::vector<ReadTask> tasks = changedFiles(found.files, *known, m_folder, settings, post::isoDate(today));
    if (const std::size_t total = tasks.size(); total > 0 || !known->empty()) {
        auto writer = IndexWriter::on(m_database, settings);
        if (!writer)
            return std::unexpected(writer.error());
        FileReaders readers(m_config, m_folder, settings, today, std::move(tasks));
        if (auto done = Changes(m_database, progress, result).write(*writer, *known, total, readers, stop); !done)
            return std::unexpected(done.error());
    }
    result.problems = std::move(found.problems);
    if (auto done = addKnownProblems(m_database, result.problems); !done)
        return std::unexpected(done.error());
    return result;
}

} // namespace archive
