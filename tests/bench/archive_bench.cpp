// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// How long the archive takes: archive_bench FOLDER POSTS. Makes a blog of that many posts out of the .rst files of FOLDER in a
// temporary folder, and prints what a first build, a later start and searches take, and the most memory that was used.

#include "archive/archive.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

template <class Work>
void measure(std::string_view what, Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t count = work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    std::cout << std::format("{:<28} {:>10.1f} ms  ({})\n", what, took.count(), count);
}

std::vector<std::string> sourcesOf(const fs::path &folder)
{
    std::vector<std::string> sources;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".rst") {
            std::ifstream stream(entry.path(), std::ios::binary);
            sources.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
        }
    }
    return sources;
}

} // namespace

int main(int count, char **values)
{
    std::size_t posts = 655;
    if (count < 2 ||
        (count > 2 &&
         std::from_chars(values[2], values[2] + std::string_view(values[2]).size(), posts).ec != std::errc())) {
        std::cerr << "Usage: archive_bench FOLDER [POSTS]\n";
        return 2;
    }
    const std::vector<std::string> sources = sourcesOf(values[1]);
    if (sources.empty()) {
        std::cerr << "There is no .rst file in " << values[1] << ".\n";
        return 2;
    }
    const fs::path top = fs::temp_directory_path() / std::format("archive-bench-{}", getpid());
    const fs::path blog = top / "blog", cache = top / "cache";
    for (std::size_t i = 0; i < posts; ++i) {
        const fs::path file = blog / std::format("{}/{}.rst", i / 500, i);
        fs::create_directories(file.parent_path());
        // Each a text of its own.
        std::ofstream(file, std::ios::binary)
            << sources[i % sources.size()] << std::format("\nword{} number{}\n", i, i / 7);
    }
    std::ofstream(blog / "conf.py") << "extensions = ['ablog']\n";
    const post::DateTime today = post::today();
    measure("first build", [&] { return archive::Archive::open(blog, cache)->update(today)->read; });
    (void)archive::Archive::open(blog, cache)->update(today); // settles the times of files just written
    measure("later start: list", [&] { return archive::Archive::open(blog, cache)->posts(today)->size(); });
    measure("later start: update", [&] { return archive::Archive::open(blog, cache)->update(today)->read; });
    auto opened = archive::Archive::open(blog, cache);
    for (const char *query : {"board election", "py", "python", "the", "\"python software\"", "word17", "e th"})
        measure(std::format("search {}", query), [&] { return opened->search(query, today)->size(); });
    measure("similar posts",
            [&] { return opened->similarPosts("Board election 2026", {"grants"}, "", today)->size(); });
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << std::format("most memory {} MB\n", usage.ru_maxrss / 1024);
    fs::remove_all(top);
    return 0;
}
