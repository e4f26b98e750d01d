// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <string>

namespace rst {

/// Whose clock shows the time, where no epoch is given.
enum class TimeZone : std::uint8_t { Local, Utc };

/// `epoch` seconds since 1970, as `std::strftime()` writes it in UTC; where it is negative, the present time in `zone`.
[[nodiscard]] std::string formattedDate(const std::string &format, std::int64_t epoch, TimeZone zone);

} // namespace rst
