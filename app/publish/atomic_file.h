// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace publish {

/// Writes a file as a whole or not at all: beside it, to the disk, then in its place. An existing file's mode is kept, and a
/// link's target is written. Missing folders are made. The error is a sentence for the user; the old file is then untouched.
[[nodiscard]] std::expected<void, std::string> writeFileAtomically(const std::filesystem::path &path,
                                                                   std::string_view bytes);

/// The bytes of a regular file. The error is a sentence for the user.
[[nodiscard]] std::expected<std::string, std::string> readFile(const std::filesystem::path &path);

/// What went wrong with a file, as a sentence: no space, no permission and so on. `number` is an errno value.
[[nodiscard]] std::string fileProblem(const std::filesystem::path &path, int number);

} // namespace publish
