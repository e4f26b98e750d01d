// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// What html2text's lines tell of the block that they begin or belong to.
namespace repair {

struct ItemStart {
    std::size_t indent = 0;
    bool isOrdered = false;
    std::string_view number = {};
    std::string_view text = {};
};

/// The item of a list that begins in the line. Items are indented by two at least; html2text escapes what only looks like one.
[[nodiscard]] std::optional<ItemStart> itemStart(std::string_view line);

/// `> x`, but not Python's prompt.
[[nodiscard]] bool isQuoteLine(std::string_view line);
/// Whether the line ends in a break, two blanks.
[[nodiscard]] bool isHardBreak(std::string_view line);
[[nodiscard]] bool isInParentheses(std::string_view line);
/// The line below a table's head: `---|---`.
[[nodiscard]] bool isTableRule(std::string_view line);
/// The same of a table with one column: `---`.
[[nodiscard]] bool isLayoutRule(std::string_view line);
/// A line across the page: `* * *`.
[[nodiscard]] bool isRule(std::string_view line);

} // namespace repair
