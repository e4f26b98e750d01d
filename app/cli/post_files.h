// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// A file to work on, and where its result stands below a folder for results.
struct PostFile {
    std::filesystem::path path = {};
    std::filesystem::path relative = {};
};

struct PostFiles {
    std::vector<PostFile> files = {};
    std::vector<std::string> problems = {}; // a sentence for each place that could not be read
};

/// The files that the paths name: themselves, or every .rst file below a folder, sorted; hidden folders and those of built
/// sites are left out. A result keeps its place below the folder named, and the folder of its year.
[[nodiscard]] PostFiles postFiles(const std::vector<std::string_view> &paths);

/// Does `work(i)` for every i below `count`, on all processors; `done(n)` is told on the caller's thread from time to time.
template <class Work, class Done>
void inParallel(std::size_t count, const Work &work, const Done &done);

} // namespace cli

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace cli {

template <class Work, class Done>
void inParallel(std::size_t count, const Work &work, const Done &done)
{
    std::atomic<std::size_t> next = 0, finished = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
            ++finished;
        }
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < std::min<std::size_t>(count, std::max(2u, std::thread::hardware_concurrency())); ++i)
        threads.emplace_back(run);
    using namespace std::chrono_literals;
    std::size_t told = count;
    for (std::size_t known = finished; known < count; known = finished) {
        if (known != told) // a terminal that lags behind is not filled with what it shows already
            done(told = known);
        std::this_thread::sleep_for(2ms);
    }
    done(count);
}

} // namespace cli
