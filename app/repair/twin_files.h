// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/twin.h"

#include <filesystem>
#include <string>
#include <vector>

namespace repair {

/// Reads copies of posts: a folder's Markdown files, or one file, Markdown or a Blogger export. Returns a sentence for each
/// that could not be read.
[[nodiscard]] std::vector<std::string> addTwins(TwinIndex &twins, const std::filesystem::path &path);

} // namespace repair
