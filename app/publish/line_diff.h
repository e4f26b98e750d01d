// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

/// One line of a difference. Line numbers are 1-based, 0 where the side has no such line; the text is without its line end.
struct DiffLine {
    enum class Kind : std::uint8_t { Same, Removed, Added } kind = Kind::Same;
    std::size_t before = 0;
    std::size_t after = 0;
    std::string text = {};
};

/// The lines that differ, with all that are the same: a shortest edit script, or a coarser one for texts that have little in
/// common, so that the time stays in bounds.
[[nodiscard]] std::vector<DiffLine> lineDiff(std::string_view before, std::string_view after);

/// A difference in the unified format, with `context` lines around each change; empty for equal texts, and for no others: that a
/// last line lacks its end is said as git says it.
[[nodiscard]] std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view beforeName,
                                      std::string_view afterName, std::size_t context = 3);

} // namespace publish
