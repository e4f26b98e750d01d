// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace publish {

/// Writes a file as a whole or not at all: beside it, to the disk, read back, then in its place, and the folder to the disk.
/// Its mode and its owner are kept, and a link's target is written. A file with several names, of somebody else, or in a
/// folder that may not be written, is written in place instead, and put back where that fails.
///
/// `newMode` is what a new file gets, less the process's mask. The error is an errno value: the old file is then untouched;
/// ENODEV means that the path is a device or a pipe.
[[nodiscard]] std::expected<void, int> replaceFile(const std::filesystem::path &path, std::string_view bytes,
                                                   mode_t newMode = 0666);

/// The same with missing folders made, and the error as a sentence for the user.
[[nodiscard]] std::expected<void, std::string> writeFileAtomically(const std::filesystem::path &path,
                                                                   std::string_view bytes);

/// The bytes of a regular file. The error is a sentence for the user.
[[nodiscard]] std::expected<std::string, std::string> readFile(const std::filesystem::path &path);

/// What went wrong with a file, as a sentence: no space, no permission and so on. `number` is an errno value.
[[nodiscard]] std::string fileProblem(const std::filesystem::path &path, int number);

} // namespace publish
