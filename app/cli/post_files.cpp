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
        const fs::path year = yearOf(path);
        const std::size_t first = found.files.size();
        fs::recursive_directory_iterator entry(path, error);
        if (error)
            found.problems.push_back(std::format("The folder {} cannot be read: {}.", path.string(), error.message()));
        while (!error && entry != fs::recursive_directory_iterator()) {
            const std::string file = entry->path().filename().string();
            std::error_code ignored;
            if (file.starts_with('.') || file == "_build" || file == "_website") {
                entry.disable_recursion_pending();
            } else if (file.ends_with(".rst") && !entry->is_directory(ignored)) {
                found.files.push_back({entry->path(), year / entry->path().lexically_relative(path)});
            }
            const fs::path here = entry->path();
            entry.increment(error);
            if (error)
                found.problems.push_back(std::format("Reading the folder {} ended at {}: {}.", path.string(),
                                                     here.string(), error.message()));
        }
        std::ranges::sort(found.files.begin() + std::ptrdiff_t(first), found.files.end(), {}, &PostFile::path);
    }
    return found;
}

} // namespace cli
