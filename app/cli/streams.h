// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace cli {

/// Writes to standard output and flushes it.
void writeOut(std::string_view text);
void writeError(std::string_view text);

/// The bytes of a file, or of standard input for `-`. The error is a sentence that names the file.
[[nodiscard]] std::expected<std::string, std::string> readInput(std::string_view path);

} // namespace cli
