// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace post {

/// A moment on the wall clock, without a zone, as ABlog keeps dates.
struct DateTime {
    int year = 1900;
    int month = 1; // 1 to 12
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;

    friend auto operator<=>(const DateTime &, const DateTime &) noexcept = default;
};

/// What ABlog makes of a date's text.
enum class DateOutcome : std::uint8_t {
    Absent,         // no text: a draft
    Exact,          // a date
    DependsOnToday, // a date whose missing parts are those of the day of the build
    WithZone,       // a date with a time zone, which aborts the build when dates are compared
    Rejected,       // no date, which aborts the build
};

/// A date as read. `value` has a meaning unless the outcome is Absent or Rejected.
struct ParsedDate {
    DateOutcome outcome = DateOutcome::Absent;
    DateTime value = {};
    bool matchedFormat = false; // read by the blog's own format, not by guessing
};

/// Whether the text has a date, of whatever kind.
[[nodiscard]] constexpr bool hasDate(const ParsedDate &date) noexcept
{
    return date.outcome != DateOutcome::Absent && date.outcome != DateOutcome::Rejected;
}

inline constexpr std::string_view defaultDateFormat = "%d %B %Y"; // ABlog's post_date_format

/// Reads a date as ABlog does: `strptime` with `format`, then the rules of dateutil's parser.
/// Parts that are missing, and the century of a short year, come from `today`.
[[nodiscard]] ParsedDate parseDate(std::string_view text, std::string_view format, const DateTime &today);

/// `strptime` alone (https://docs.python.org/3/library/datetime.html#format-codes) with English names; Rejected where it does
/// not match. Week-based codes (%U %W %G %V) are not supported and match nothing.
[[nodiscard]] ParsedDate parseDateByFormat(std::string_view text, std::string_view format);

/// dateutil's parser alone (https://dateutil.readthedocs.io/en/stable/parser.html).
[[nodiscard]] ParsedDate guessDate(std::string_view text, const DateTime &today);

/// `strftime` with English names; unknown codes stay as they are.
[[nodiscard]] std::string formatDate(const DateTime &date, std::string_view format);

/// `2024-01-02T00:00:00`, with microseconds where there are any.
[[nodiscard]] std::string isoDate(const DateTime &date);

/// Today by the system's clock and zone, at midnight.
[[nodiscard]] DateTime today();

[[nodiscard]] bool isLeapYear(int year) noexcept;
/// `month` from 1 to 12.
[[nodiscard]] int daysInMonth(int year, int month) noexcept;
/// Whether the parts are a date of the Gregorian calendar, years 1 to 9999, and a time of day.
[[nodiscard]] bool isValid(const DateTime &date) noexcept;
/// 0 for Monday to 6 for Sunday.
[[nodiscard]] int weekdayOf(const DateTime &date) noexcept;
/// 1 for the first of January.
[[nodiscard]] int dayOfYear(const DateTime &date) noexcept;
/// The same time of day `days` later; the date may leave the range of isValid().
[[nodiscard]] DateTime daysLater(const DateTime &date, int days) noexcept;

/// Whether ABlog's build at `clock` counts the date as come: it looks at days, so that later today is now.
[[nodiscard]] bool hasCome(const DateTime &date, const DateTime &clock) noexcept;

/// English names: `index` 0 is January or Monday.
[[nodiscard]] std::string_view monthName(int index) noexcept;
[[nodiscard]] std::string_view weekdayName(int index) noexcept;

} // namespace post
