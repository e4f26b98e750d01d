// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rst {

/// The differences between two files as Python's `difflib.unified_diff` words them, with three lines of context; empty for
/// equal files. Lines include their ends. Of files so alike in themselves that Python would take minutes, whole stretches
/// are given as exchanged.
[[nodiscard]] std::string unifiedDiff(std::span<const std::string> from, std::span<const std::string> to,
                                      std::string_view fromName, std::string_view toName);

} // namespace rst
