// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rst {

/// The names that files of several folders get where all are copied into one: `a.png`, `a1.png`
/// (`sphinx.util.FilenameUniqDict`).
class UniqueFileNames
{
public:
    /// `before` are names given already, which stay as they are.
    explicit UniqueFileNames(std::shared_ptr<const UniqueFileNames> before = {}) : m_before(std::move(before)) {}

    /// The name of the file with this path: that which it has, or one that no other file has.
    std::string add(std::string_view path);
    /// Null for a file that is not known.
    [[nodiscard]] const std::string *find(std::string_view path) const;
    /// The paths that were added, in order.
    [[nodiscard]] const std::vector<std::string> &paths() const noexcept { return m_paths; }

private:
    [[nodiscard]] bool isTaken(const std::string &name) const;

    std::shared_ptr<const UniqueFileNames> m_before;
    std::map<std::string, std::string, std::less<>> m_byPath;
    std::unordered_set<std::string> m_names;
    // OPTIMIZATION: the last number of each name, since all before it are taken; Sphinx counts from 0 each time.
    std::unordered_map<std::string, std::size_t> m_numbers;
    std::vector<std::string> m_paths;
};

} // namespace rst
