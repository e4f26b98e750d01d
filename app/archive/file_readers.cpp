// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/file_readers.h"

#include "archive/content_hash.h"
#include "archive/site_documents.h"

#include <algorithm>
#include <chrono>
#include <expected>
#include <format>
#include <fstream>
#include <iterator>
#include <ranges>

#include <sys/stat.h>

namespace archive {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostWaiting = 128; // documents read and not yet written
// A file changed as shortly before it was read may change again without a later time.
constexpr std::int64_t unsureNanoseconds = 2'000'000'000;

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

} // namespace

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

FileReaders::FileReaders(const post::BlogConfig &config, const fs::path &folder, std::int64_t settings,
                         const post::DateTime &today, std::vector<ReadTask> tasks)
    : m_config(config)
    , m_folder(folder)
    , m_settings(settings)
    , m_today(today)
    , m_tasks(std::move(tasks))
{
    const std::size_t count = std::min<std::size_t>(m_tasks.size(), std::max(2u, std::thread::hardware_concurrency()));
    m_running = count;
    for (std::size_t i = 0; i < count; ++i)
        m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

FileReaders::~FileReaders()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    m_changed.notify_all();
}

std::optional<ReadFile> FileReaders::next()
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

void FileReaders::work(const std::stop_token &stop)
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

ReadFile FileReaders::read(const ReadTask &task) const
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
                    task.known.day.empty() && task.known.includedState == stateOfFiles(m_folder, task.known.included);
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

} // namespace archive
