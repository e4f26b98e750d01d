// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"
#include "archive/content_hash.h"
#include "archive/document_reader.h"
#include "archive/site_documents.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <format>
#include <fstream>
#include <iterator>
#include <mutex>
#include <ranges>
#include <thread>
#include <unordered_map>

#include <sys/stat.h>

namespace archive {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostWaiting = 128;        // documents read and not yet written, which bounds the memory
constexpr std::size_t documentsPerCommit = 400; // a kill loses that much
// A file changed as shortly before it was read may change again without a later time.
constexpr std::int64_t unsureNanoseconds = 2'000'000'000;

struct KnownFile {
    std::int64_t id = 0;
    std::int64_t size = 0;
    std::int64_t changed = 0;
    std::int64_t hash = 0;
    std::int64_t settings = 0;
    std::string day = {};
    std::string included = {};      // files, one a line
    std::int64_t includedState = 0; // of those files, when the document was read
};

/// One document, read.
struct ReadFile {
    BlogFile file = {};
    std::int64_t knownId = 0; // 0: new
    std::int64_t hash = 0;
    bool isSame = false; // only the time has changed
    std::string problem = {};
    std::string day = {};      // the day on which a date depends; else empty
    std::string included = {}; // as in KnownFile
    std::int64_t includedState = 0;
    std::string title = {};
    std::string labels = {}; // see writtenPlaces()
    std::vector<IndexedPost> posts = {};
};

/// What has to be read, with what is known of it.
struct Task {
    BlogFile file = {};
    KnownFile known = {};
};

std::int64_t now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::expected<std::string, std::string> bytesOf(const fs::path &file, const std::string &path)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return std::unexpected(std::format("{} cannot be read.", path));
    std::string bytes(std::istreambuf_iterator<char>(stream), {});
    if (stream.bad())
        return std::unexpected(std::format("{} cannot be read.", path));
    if (bytes.contains('\0'))
        return std::unexpected(std::format("{} is no text and is left out.", path));
    return bytes;
}

std::string lines(const std::vector<std::string> &items)
{
    std::string text;
    for (const std::string &item : items)
        text += (text.empty() ? "" : "\n") + item;
    return text;
}

/// Size and time of files, named one a line, in one number; 0 for none.
std::int64_t stateOfFiles(const fs::path &folder, std::string_view names)
{
    if (names.empty())
        return 0;
    std::uint64_t hash = contentHash(names);
    for (const auto name : std::views::split(names, '\n')) {
        struct stat status = {};
        if (stat((folder / std::string_view(name)).c_str(), &status) != 0)
            status = {};
        hash =
            contentHash(std::format("{} {} {}", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec), hash);
    }
    return std::int64_t(hash);
}

/// The settings that decide how documents are read, in one number.
std::int64_t settingsHash(const post::BlogConfig &config)
{
    std::uint64_t hash = contentHash("");
    for (const char *name : {"conf.py", "broadside.toml"}) {
        std::ifstream stream(config.root / name, std::ios::binary);
        hash = contentHash(std::string(std::istreambuf_iterator<char>(stream), {}), hash);
    }
    return std::int64_t(hash);
}

/// Reads documents on several threads and hands them over one at a time.
class Readers
{
public:
    Readers(const post::BlogConfig &config, const fs::path &folder, std::int64_t settings, const post::DateTime &today,
            std::vector<Task> tasks)
        : m_config(config)
        , m_folder(folder)
        , m_settings(settings)
        , m_today(today)
        , m_tasks(std::move(tasks))
    {
        const std::size_t count =
            std::min<std::size_t>(m_tasks.size(), std::max(2u, std::thread::hardware_concurrency()));
        m_running = count;
        for (std::size_t i = 0; i < count; ++i)
            m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
    }
    Readers(const Readers &) = delete;
    Readers &operator=(const Readers &) = delete;
    ~Readers()
    {
        for (std::jthread &thread : m_threads)
            thread.request_stop();
        m_changed.notify_all();
    }

    /// The next document; nothing after the last.
    std::optional<ReadFile> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return !m_waiting.empty() || m_running == 0; });
        if (m_waiting.empty())
            return {};
        ReadFile file = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_changed.notify_all();
        return file;
    }

private:
    void work(const std::stop_token &stop)
    {
        for (std::size_t i = m_next++; i < m_tasks.size() && !stop.stop_requested(); i = m_next++) {
            ReadFile file = read(m_tasks[i]);
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [&] { return m_waiting.size() < mostWaiting; });
            m_waiting.push_back(std::move(file));
            m_changed.notify_all();
        }
        const std::lock_guard lock(m_mutex);
        --m_running;
        m_changed.notify_all();
    }

    ReadFile read(const Task &task) const
    {
        ReadFile result{.file = task.file, .knownId = task.known.id};
        const std::int64_t readAt = now();
        const auto bytes = bytesOf(m_folder / task.file.path, task.file.path);
        if (readAt - result.file.changed < unsureNanoseconds)
            result.file.changed = -1; // looked at again at the next time
        if (!bytes) {
            result.problem = bytes.error();
            return result;
        }
        result.hash = std::int64_t(contentHash(*bytes));
        result.isSame = task.known.id != 0 && task.known.hash == result.hash && task.known.settings == m_settings &&
                        task.known.day.empty() &&
                        task.known.includedState == stateOfFiles(m_folder, task.known.included);
        if (result.isSame)
            return result;
        IndexedDocument document = readDocument(m_engine, m_config, m_folder, task.file.path, *bytes, m_today);
        result.posts = std::move(document.posts);
        result.title = std::move(document.title);
        result.labels = writtenPlaces(document.labels);
        result.included = lines(document.included);
        result.includedState = stateOfFiles(m_folder, result.included);
        if (std::ranges::contains(result.posts, post::DateOutcome::DependsOnToday, &IndexedPost::dateOutcome))
            result.day = post::isoDate(m_today);
        return result;
    }

    const post::BlogConfig &m_config;
    const fs::path &m_folder;
    const std::int64_t m_settings;
    const post::DateTime m_today;
    const std::vector<Task> m_tasks;
    const rst::Engine m_engine{rst::Dialect::Sphinx};
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<ReadFile> m_waiting; // guarded by m_mutex, as is m_running
    std::size_t m_running = 0;
    std::vector<std::jthread> m_threads; // last: ends before what it uses
};

/// Writes documents into the tables.
class IndexWriter
{
public:
    static DatabaseResult<IndexWriter> on(Database &database, std::int64_t settings)
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

    DatabaseResult<void> write(const ReadFile &file)
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

    DatabaseResult<void> remove(std::int64_t id)
    {
        if (auto done = removePosts(id); !done)
            return done;
        return m_removeFile.bind(1, id).run();
    }

private:
    IndexWriter(Database &database, std::int64_t settings) : m_database(&database), m_settings(settings) {}

    DatabaseResult<void> removePosts(std::int64_t file)
    {
        if (auto done = m_removeTexts.bind(1, file).run(); !done)
            return done;
        return m_removePosts.bind(1, file).run();
    }

    DatabaseResult<void> insert(std::int64_t file, const IndexedPost &indexed)
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

    Database *m_database;
    std::int64_t m_settings;
    Statement m_insertFile, m_updateFile, m_touchFile, m_removeFile, m_removeTexts, m_removePosts, m_insertPost,
        m_insertText;
};

DatabaseResult<std::unordered_map<std::string, KnownFile>> knownFiles(Database &database)
{
    auto statement = database.prepare("SELECT path, id, size, changed, hash, settings, day, included, included_state "
                                      "FROM files");
    if (!statement)
        return std::unexpected(statement.error());
    std::unordered_map<std::string, KnownFile> files;
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

/// Takes back what an error has left half done.
class Transaction
{
public:
    explicit Transaction(Database &database) : m_database(database) {}
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction()
    {
        if (m_isOpen)
            (void)m_database.execute("ROLLBACK");
    }
    DatabaseResult<void> begin()
    {
        auto done = m_database.execute("BEGIN IMMEDIATE");
        m_isOpen = done.has_value();
        return done;
    }
    DatabaseResult<void> commit()
    {
        auto done = m_database.execute("COMMIT");
        m_isOpen = !done;
        return done;
    }

private:
    Database &m_database;
    bool m_isOpen = false;
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
    const std::string day = post::isoDate(today);
    std::vector<Task> tasks;
    UpdateResult result{.documents = found.files.size(), .folders = std::move(found.folders)};
    for (BlogFile &file : found.files) {
        KnownFile before;
        if (auto entry = known->extract(file.path))
            before = std::move(entry.mapped());
        const bool isSame = before.id != 0 && before.size == file.size && before.changed == file.changed &&
                            before.settings == settings && (before.day.empty() || before.day == day) &&
                            before.includedState == stateOfFiles(m_folder, before.included);
        if (!isSame)
            tasks.push_back({.file = std::move(file), .known = std::move(before)});
    }
    if (tasks.empty() && known->empty()) {
        result.problems = std::move(found.problems);
        if (auto done = addKnownProblems(m_database, result.problems); !done)
            return std::unexpected(done.error());
        return result;
    }

    auto writer = IndexWriter::on(m_database, settings);
    if (!writer)
        return std::unexpected(writer.error());
    Transaction transaction(m_database);
    if (auto done = transaction.begin(); !done)
        return std::unexpected(done.error());
    for (const auto &[path, file] : *known) {
        if (auto done = writer->remove(file.id); !done)
            return std::unexpected(done.error());
        ++result.removed;
    }
    UpdateProgress state{.total = tasks.size()};
    Readers readers(m_config, m_folder, settings, today, std::move(tasks));
    while (const auto file = readers.next()) {
        if (stop.stop_requested()) {
            result.wasStopped = true;
            break;
        }
        if (auto done = writer->write(*file); !done)
            return std::unexpected(done.error());
        result.read += !file->isSame;
        if (++state.done % documentsPerCommit == 0) {
            if (auto done = transaction.commit(); !done)
                return std::unexpected(done.error());
            if (auto done = transaction.begin(); !done)
                return std::unexpected(done.error());
        }
        if (progress)
            progress(state);
    }
    if (auto done = transaction.commit(); !done)
        return std::unexpected(done.error());
    result.problems = std::move(found.problems);
    if (auto done = addKnownProblems(m_database, result.problems); !done)
        return std::unexpected(done.error());
    return result;
}

} // namespace archive
