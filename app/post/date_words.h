// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string_view>

/// The English words of a date, whatever their letters' case (dateutil's `parserinfo`).
/// https://dateutil.readthedocs.io/en/stable/parser.html
namespace post::dateutil {

/// 0 to 11; the full name, its first three letters, or Sept.
[[nodiscard]] std::optional<int> monthOf(std::string_view word);
/// 0 to 6, Monday first; the full name or its first three letters.
[[nodiscard]] std::optional<int> weekdayOf(std::string_view word);
/// Words and signs that say nothing (`JUMP`).
[[nodiscard]] bool isFiller(std::string_view word);

enum class Unit { Hour, Minute, Second, None };
/// What a word such as `h` or `minutes` counts (`HMS`).
[[nodiscard]] std::optional<Unit> unitOf(std::string_view word);
/// Whether a word says that it is afternoon; nothing where it is neither AM nor PM.
[[nodiscard]] std::optional<bool> afternoon(std::string_view word);
/// Whether a word is a name of the zone without an offset (`UTCZONE`).
[[nodiscard]] bool isUtc(std::string_view word);

} // namespace post::dateutil
