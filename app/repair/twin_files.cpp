// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/twin_files.h"

#include <cerrno>
#include <cstdio>
#include <format>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

namespace repair {

namespace {

namespace fs = std::filesystem;

struct CloseTwin {
    void operator()(std::FILE *file) const noexcept { std::fclose(file); }
};

std::string cannotBeRead(const fs::path &path)
{
    return std::format("{} cannot be read: {}.", path.string(), std::generic_category().message(errno));
}

void addTwinFile(TwinIndex &twins, const fs::path &path, std::vector<std::string> &problems)
{
    std::error_code error;
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) { // a pipe may never end
        problems.push_back(std::format("{} is no file.", path.string()));
        return;
    }
    if (path.extension() == ".md" || path.extension() == ".markdown") {
        std::ifstream file(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        if (file.is_open() && !file.bad())
            twins.addMarkdown(path.string(), text);
        else
            problems.push_back(cannotBeRead(path));
        return;
    }
    const std::unique_ptr<std::FILE, CloseTwin> file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        problems.push_back(cannotBeRead(path));
        return;
    }
    const readers::BloggerSummary summary = readers::readBlogger(
        [&file](std::span<char> buffer) { return std::fread(buffer.data(), 1, buffer.size(), file.get()); },
        [&twins](readers::BloggerEntry &&entry) { twins.addBlogger(entry); });
    if (!summary.problem.empty())
        problems.push_back(std::format("{}: {}", path.string(), summary.problem));
}

} // namespace

std::vector<std::string> addTwins(TwinIndex &twins, const fs::path &path)
{
    std::vector<std::string> problems;
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        addTwinFile(twins, path, problems);
        return problems;
    }
    fs::recursive_directory_iterator entry(path, error);
    while (!error && entry != fs::recursive_directory_iterator()) {
        const fs::path extension = entry->path().extension();
        if ((extension == ".md" || extension == ".markdown") && !entry->is_directory(error))
            addTwinFile(twins, entry->path(), problems);
        entry.increment(error);
    }
    if (error)
        problems.push_back(std::format("Reading the folder {} ended: {}.", path.string(), error.message()));
    return problems;
}

} // namespace repair
