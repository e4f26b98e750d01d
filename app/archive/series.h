// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace archive {

/// What remains of a title when all that changes from one post of a series to the next is taken out: numbers, years,
/// quarters, months, days, "part two". Lower case words joined by blanks. Empty where too little remains to know a series by.
[[nodiscard]] std::string seriesOf(std::string_view title);

/// The words of a text in lower case, without accents and punctuation.
[[nodiscard]] std::string foldedWords(std::string_view text);

} // namespace archive
