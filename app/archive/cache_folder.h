// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <filesystem>

namespace archive {

/// Where indexes are kept: `broadside/archive` in the user's cache folder
/// (https://specifications.freedesktop.org/basedir-spec/latest/). Empty where the user has none.
[[nodiscard]] std::filesystem::path cacheFolder();

/// The index of a blog's folder in a cache folder.
[[nodiscard]] std::filesystem::path indexFile(const std::filesystem::path &cache, const std::filesystem::path &folder);

} // namespace archive
