// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/twin_files.h"

#include "publish/atomic_file.h"

#include <cstdio>
#include <format>
#include <memory>

namespace cli {

namespace {

namespace fs = std::filesystem;

struct CloseTwin {
    void operator()(std::FILE *file) const noexcept { std::fclose(file); }
};

void addTwinFile(repair::TwinIndex &twins, const fs::path &path, std::vector<std::string> &problems)
{
    if (path.extension() == ".md" || path.extension() == ".markdown") {
        const auto text = publish::readFile(path);
        if (text)
            twins.addMarkdown(path.string(), *text);
        else
            problems.push_back(text.error());
        return;
    }
    const std::unique_ptr<std::FILE, CloseTwin> file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        problems.push_back(publish::fileProblem(path, errno));
        return;
    }
    const readers::BloggerSummary summary = readers::readBlogger(
        [&file](std::span<char> buffer) { return std::fread(buffer.data(), 1, buffer.size(), file.get()); },
        [&twins](readers::BloggerEntry &&entry) { twins.addBlogger(entry); });
    if (!summary.problem.empty())
        problems.push_back(std::format("{}: {}", path.string(), summary.problem));
}

} // namespace

std::vector<std::string> addTwins(repair::TwinIndex &twins, const fs::path &path)
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

} // namespace cli
