// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// Cuts a date's text into words, numbers and single characters, as dateutil does: a dot may join, a comma may be a decimal
/// point, white space becomes one space for each character. Digits of other scripts become ASCII ones.
[[nodiscard]] std::vector<std::string> dateTokens(std::string_view text);

/// A number with a fraction, exactly.
struct Decimal {
    std::int64_t whole = 0;    // stops at 10^15
    std::int64_t fraction = 0; // in units of 10^-17

    /// The fraction in sixtieths, rounded down.
    [[nodiscard]] std::int64_t sixtieths() const noexcept { return fraction * 60 / 100'000'000'000'000'000; }
};

/// A token that is a number with or without a fraction; nothing for any other.
[[nodiscard]] std::optional<Decimal> decimal(std::string_view token);

/// A text of digits alone; nothing for any other, the empty one included. Stops at 10^15.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view digits);

/// Whether Python's `float()` takes the word for something that is no number: nan, inf, infinity.
[[nodiscard]] bool isNotANumber(std::string_view word);

} // namespace post
