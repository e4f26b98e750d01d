// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace publish {

/// A file with the bytes that it shall have; without bytes, one that is taken as it stands.
struct FileContent {
    std::filesystem::path path = {};
    std::optional<std::string> bytes = {};
    bool mayReplace = true; // another file of that name; else nothing is written into a folder that has one
};

/// Whether something has the file's name that does not hold these bytes.
[[nodiscard]] bool isAnother(const std::filesystem::path &file, const std::string &bytes);

/// Several files written as one change, which can be taken back.
class FileChanges
{
public:
    /// Writes one more file, atomically; the error is a sentence, and what was written before stays to be taken back.
    [[nodiscard]] std::expected<void, std::string> write(const std::filesystem::path &path, const std::string &bytes);

    /// `whatever` every one is. Folders made for them go when they are empty.
    void takeBack();
    /// The same although something else, a hook, has changed the files meanwhile.
    void takeBackWhatever();

    [[nodiscard]] bool empty() const noexcept { return m_changes.empty(); }

private:
    struct Change {
        std::filesystem::path path = {};
        std::optional<std::string> before = {};
        std::string after = {};
    };
    void restore(const Change &change) const;

    std::vector<Change> m_changes;
    std::vector<std::filesystem::path> m_madeFolders; // the outer ones first
};

} // namespace publish
