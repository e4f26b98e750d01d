// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace cli {

/// Writes to standard output and flushes it; bytes as they are, but for a terminal, which would obey some (printable.h).
void writeOut(std::string_view text);
/// Writes sentences to standard error, printable ones.
void writeError(std::string_view text);
/// Writes a line over the one that stands there on standard error.
void writeProgress(std::string_view line);

/// The bytes of a file, or of standard input for `-`. The error is a sentence that names the file.
[[nodiscard]] std::expected<std::string, std::string> readInput(std::string_view path);

} // namespace cli
