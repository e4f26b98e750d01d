// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"

#include "archive/cache_folder.h"
#include "archive/content_hash.h"
#include "archive/schema.h"

#include <format>

namespace archive {

namespace {

namespace fs = std::filesystem;

/// Where a checkout keeps its site, when not at its top.
constexpr std::string_view usualSiteFolders[] = {"docs", "doc", "source", "docs/source", "src"};

void removeIndex(const fs::path &file)
{
    std::error_code error;
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        fs::remove(fs::path(file.string() + ending), error);
}

DatabaseResult<Database> opened(const std::string &name)
{
    auto database = Database::open(name);
    if (!database)
        return database;
    const auto isOurs = prepareSchema(*database);
    if (!isOurs)
        return std::unexpected(isOurs.error());
    // Any code that isCorrupt() will do: the file is of no use.
    if (!*isOurs)
        return std::unexpected(DatabaseError{.code = 11, .sentence = "The index of posts is of another version."});
    return database;
}

std::expected<post::BlogConfig, std::string> configOf(const fs::path &folder)
{
    auto config = post::findBlogConfig(folder);
    if (!config || !config->root.empty())
        return config;
    std::error_code error;
    for (const std::string_view name : usualSiteFolders) {
        if (fs::is_regular_file(folder / name / "conf.py", error))
            return post::findBlogConfig(folder / name);
    }
    return config;
}

} // namespace

std::string_view stateName(PostState state) noexcept
{
    switch (state) {
    case PostState::Draft: return "draft";
    case PostState::Scheduled: return "scheduled";
    case PostState::Published: return "published";
    case PostState::Page: return "page";
    }
    return "page";
}

int ArchivedPost::year() const noexcept
{
    int year = 0;
    for (const char c : std::string_view(date).substr(0, 4))
        year = c >= '0' && c <= '9' ? year * 10 + (c - '0') : 0;
    return year;
}

std::expected<Archive, std::string> Archive::open(const fs::path &path, const fs::path &cache)
{
    std::error_code error;
    const fs::path place = fs::canonical(path, error);
    if (error)
        return std::unexpected(std::format("{} cannot be opened: {}.", path.string(), error.message()));
    const fs::path folder = fs::is_directory(place, error) ? place : place.parent_path();
    Archive archive;
    // A blog whose settings cannot be read is still a folder with posts.
    const auto config = configOf(folder);
    if (config)
        archive.m_config = *config;
    else
        archive.m_notice = config.error();
    archive.m_folder = archive.m_config.root.empty() ? folder : fs::canonical(archive.m_config.root, error);
    if (const auto done = archive.openDatabase(cache); !done)
        return std::unexpected(done.error().sentence);
    return archive;
}

DatabaseResult<void> Archive::openDatabase(const fs::path &cache)
{
    const fs::path file = indexFile(cache, m_folder);
    std::error_code error;
    fs::create_directories(cache, error);
    auto database = opened(file.string());
    if (!database && database.error().isCorrupt()) {
        removeIndex(file);
        database = opened(file.string());
    }
    if (database) {
        m_database = std::move(*database);
        m_file = file;
        return {};
    }
    m_notice = std::format("{} It is made anew each time Broadside starts.", database.error().sentence);
    // Shared by all of this process that opens the same blog.
    auto inMemory = opened(std::format("file:/broadside-{:016x}?vfs=memdb", contentHash(m_folder.string())));
    if (!inMemory)
        return std::unexpected(inMemory.error());
    m_database = std::move(*inMemory);
    m_file.clear();
    return {};
}

std::expected<UpdateResult, std::string> Archive::update(const post::DateTime &today,
                                                         const std::function<void(const UpdateProgress &)> &progress,
                                                         const std::stop_token &stop)
{
    auto result = updated(today, progress, stop);
    if (!result && result.error().isCorrupt() && !m_file.empty()) {
        const fs::path cache = m_file.parent_path();
        m_database = {};
        removeIndex(m_file);
        if (const auto done = openDatabase(cache); !done)
            return std::unexpected(done.error().sentence);
        result = updated(today, progress, stop);
    }
    if (!result)
        return std::unexpected(result.error().sentence);
    return std::move(*result);
}

} // namespace archive
