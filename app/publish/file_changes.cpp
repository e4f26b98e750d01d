// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/file_changes.h"

#include "publish/atomic_file.h"

#include <algorithm>
#include <ranges>

namespace publish {

namespace {

namespace fs = std::filesystem;

/// The folders above a file that are not there yet, the outer ones first.
std::vector<fs::path> missingFolders(const fs::path &file)
{
    std::vector<fs::path> missing;
    std::error_code error;
    for (fs::path at = file.parent_path(); !at.empty() && !fs::exists(at, error); at = at.parent_path())
        missing.insert(missing.begin(), at);
    return missing;
}

} // namespace

bool isAnother(const fs::path &file, const std::string &bytes)
{
    std::error_code error;
    if (!fs::exists(fs::symlink_status(file, error)))
        return false;
    if (const auto size = fs::file_size(file, error); error || size != bytes.size())
        return true;
    const auto existing = readFile(file);
    return !existing || *existing != bytes;
}

std::expected<void, std::string> FileChanges::write(const fs::path &path, const std::string &bytes)
{
    std::error_code error;
    std::optional<std::string> before;
    if (fs::exists(path, error)) {
        auto existing = readFile(path);
        if (!existing)
            return std::unexpected(existing.error());
        if (*existing == bytes)
            return {};
        before = std::move(*existing);
    }
    const std::vector<fs::path> folders = missingFolders(path);
    m_madeFolders.insert(m_madeFolders.end(), folders.begin(), folders.end());
    if (auto written = writeFileAtomically(path, bytes); !written)
        return written;
    m_changes.push_back({path, std::move(before), bytes});
    return {};
}

void FileChanges::restore(const Change &change) const
{
    std::error_code error;
    if (change.before)
        (void)writeFileAtomically(change.path, *change.before);
    else
        fs::remove(change.path, error);
}

void FileChanges::takeBack()
{
    std::erase_if(m_changes, [](const Change &change) {
        const auto now = readFile(change.path);
        return !now || *now != change.after;
    });
    takeBackWhatever();
}

void FileChanges::takeBackWhatever()
{
    for (const Change &change : m_changes | std::views::reverse)
        restore(change);
    std::error_code error;
    for (const fs::path &folder : m_madeFolders | std::views::reverse)
        fs::remove(folder, error); // only an empty one goes
    m_changes.clear();
    m_madeFolders.clear();
}

} // namespace publish
