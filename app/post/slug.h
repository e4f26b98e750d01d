// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/date.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace post {

inline constexpr std::size_t defaultSlugLength = 39;

/// The part of a file name that comes from the title, as Blogger made it: lower case ASCII words joined by hyphens, without
/// punctuation and without `the`, `a` and `an`, cut at the end of a word to `maxLength` characters. Other scripts are written
/// in Latin letters. A single longer word is cut; `post` where nothing is left.
[[nodiscard]] std::string slugOf(std::string_view title, std::size_t maxLength = defaultSlugLength);

/// The path that a rule such as `{year}/{year}-{month}-{slug}.rst` gives; `{day}` is known, too. Months and days have two digits.
[[nodiscard]] std::string pathByRule(std::string_view rule, const DateTime &date, std::string_view slug);

} // namespace post
