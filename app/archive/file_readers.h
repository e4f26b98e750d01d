// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/indexed_file.h"
#include "post/blog_config.h"
#include "post/date.h"
#include "rst/engine.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string_view>
#include <thread>
#include <vector>

namespace archive {

/// What has to be read, with what is known of it.
struct ReadTask {
    BlogFile file = {};
    KnownFile known = {};
};

/// Size and time of files in a folder, named one a line, in one number; 0 for none.
[[nodiscard]] std::int64_t stateOfFiles(const std::filesystem::path &folder, std::string_view names);

/// Reads documents on several threads and hands them over one at a time. Few of them wait, so that memory is bounded.
class FileReaders
{
public:
    /// `settings` is a number for those that documents are read with.
    FileReaders(const post::BlogConfig &config, const std::filesystem::path &folder, std::int64_t settings,
                const post::DateTime &today, std::vector<ReadTask> tasks);
    FileReaders(const FileReaders &) = delete;
    FileReaders &operator=(const FileReaders &) = delete;
    ~FileReaders();

    /// The next document; nothing after the last.
    [[nodiscard]] std::optional<ReadFile> next();

private:
    void work(const std::stop_token &stop);
    [[nodiscard]] ReadFile read(const ReadTask &task) const;

    const post::BlogConfig &m_config;
    const std::filesystem::path &m_folder;
    const std::int64_t m_settings;
    const post::DateTime m_today;
    const std::vector<ReadTask> m_tasks;
    const rst::Engine m_engine{rst::Dialect::Sphinx};
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<ReadFile> m_waiting; // guarded by m_mutex, as is m_running
    std::size_t m_running = 0;
    std::vector<std::jthread> m_threads; // last: ends before what it uses
};

} // namespace archive
