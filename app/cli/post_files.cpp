// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/post_files.h"

#include <format>

namespace cli {

namespace {

namespace fs = std::filesystem;

bool isYear(const fs::path &name)
{
    const std::string text = name.string();
    return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The folder of the year that a path lies in, or nothing.
fs::path yearOf(const fs::path &folder)
{
    const fs::path name = folder.filename().empty() ? folder.parent_path().filename() : folder.filename();
    return isYear(name) ? name : fs::path();
}

/// A folder that cannot be read is named, and the others are read all the same. Links to folders are not followed.
void addFolder(PostFiles &found, const fs::path &top, const fs::path &year)
{
    std::vector<fs::path> folders = {top};
    while (!folders.empty()) {
        const fs::path folder = std::move(folders.back());
        folders.pop_back();
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            std::error_code ignored;
            if (name.starts_with('.') || name == "_build" || name == "_website")
                continue;
            if (fs::is_directory(entry->symlink_status(ignored)))
                folders.push_back(entry->path());
            else if (name.ends_with(".rst") && !entry->is_directory(ignored))
                found.files.push_back({entry->path(), year / entry->path().lexically_relative(top)});
        }
        if (error)
            found.problems.push_back(
                std::format("The folder {} cannot be read: {}.", folder.string(), error.message()));
    }
}

} // namespace

PostFiles postFiles(const std::vector<std::string_view> &paths)
{
    PostFiles found;
    for (const std::string_view name : paths) {
        const fs::path path(name);
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            found.files.push_back({path, yearOf(fs::absolute(path, error).parent_path()) / path.filename()});
            continue;
        }
        const std::size_t first = found.files.size();
        addFolder(found, path, yearOf(path));
        std::ranges::sort(found.files.begin() + std::ptrdiff_t(first), found.files.end(), {}, &PostFile::path);
    }
    return found;
}

} // namespace cli
