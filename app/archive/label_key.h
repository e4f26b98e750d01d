// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace archive {

/// The same for names that people take for one: they differ by case, by hyphens, blanks and underscores, or by a plural's
/// ending alone (`grant`, `grants`; `Open Source`, `open-source`).
[[nodiscard]] std::string labelKey(std::string_view label);

} // namespace archive
