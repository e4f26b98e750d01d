// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string_view>

namespace rst {

/// How many bytes the options at the line's start take, and the blanks behind them; 0 where there are none
/// (`Body.patterns['option_marker']`).
[[nodiscard]] std::size_t optionMarkerLength(std::string_view line) noexcept;

} // namespace rst
