// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace repair {

inline constexpr std::size_t unaligned = std::size_t(-1);

/// For each word of `left`, its place in `right` in a longest common subsequence, or `unaligned`.
/// (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986.) Texts with more than `mostDifferences` words of
/// difference are not aligned at all, so that time and memory stay bounded.
[[nodiscard]] std::vector<std::size_t> alignWords(const std::vector<std::string_view> &left,
                                                  const std::vector<std::string_view> &right,
                                                  std::size_t mostDifferences = 1'000);

} // namespace repair
