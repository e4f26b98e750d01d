// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace cli {

/// The text as a terminal may get it. Messages quote posts and files' names, and a terminal obeys control characters: those
/// other than line ends and tabs, and those that turn the direction of writing, become `\x1b` and `\u202e`; so do bytes
/// that are not UTF-8.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace cli
