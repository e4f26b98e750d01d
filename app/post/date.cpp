// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/date.h"

#include <array>
#include <chrono>
#include <ctime>
#include <format>

namespace post {

namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

std::chrono::sys_days daysOf(const DateTime &date) noexcept
{
    return std::chrono::year(date.year) / std::chrono::month(unsigned(date.month)) /
           std::chrono::day(unsigned(date.day));
}

int twelveHours(int hour) noexcept
{
    return hour % 12 == 0 ? 12 : hour % 12;
}

/// The text of one code of strftime; nothing known for an unknown one.
std::string formatted(const DateTime &date, char code, bool padded)
{
    const auto number = [padded](int value, int width) {
        return padded ? std::format("{:0{}}", value, width) : std::format("{}", value);
    };
    switch (code) {
    case 'a': return std::string(weekdayName(weekdayOf(date)).substr(0, 3));
    case 'A': return std::string(weekdayName(weekdayOf(date)));
    case 'b':
    case 'h': return std::string(monthName(date.month - 1).substr(0, 3));
    case 'B': return std::string(monthName(date.month - 1));
    case 'C': return number(date.year / 100, 2);
    case 'd': return number(date.day, 2);
    case 'e': return padded ? std::format("{:2}", date.day) : std::format("{}", date.day);
    case 'f': return std::format("{:06}", date.microsecond);
    case 'H': return number(date.hour, 2);
    case 'I': return number(twelveHours(date.hour), 2);
    case 'j': return number(dayOfYear(date), 3);
    case 'm': return number(date.month, 2);
    case 'M': return number(date.minute, 2);
    case 'n': return "\n";
    case 'p': return date.hour < 12 ? "AM" : "PM";
    case 'S': return number(date.second, 2);
    case 't': return "\t";
    case 'u': return std::format("{}", weekdayOf(date) + 1);
    case 'U': return number((dayOfYear(date) + 6 - (weekdayOf(date) + 1) % 7) / 7, 2);
    case 'w': return std::format("{}", (weekdayOf(date) + 1) % 7);
    case 'W': return number((dayOfYear(date) + 6 - weekdayOf(date)) / 7, 2);
    case 'y': return number(date.year % 100, 2);
    case 'Y': return std::format("{}", date.year);
    case 'z':
    case 'Z': return {};
    case '%': return "%";
    case 'c': return formatDate(date, "%a %b %e %H:%M:%S %Y");
    case 'D':
    case 'x': return formatDate(date, "%m/%d/%y");
    case 'F': return formatDate(date, "%Y-%m-%d");
    case 'R': return formatDate(date, "%H:%M");
    case 'r': return formatDate(date, "%I:%M:%S %p");
    case 'T':
    case 'X': return formatDate(date, "%H:%M:%S");
    default: return std::string{'%', code};
    }
}

} // namespace

std::string_view monthName(int index) noexcept
{
    return months[std::size_t(index)];
}

std::string_view weekdayName(int index) noexcept
{
    return weekdays[std::size_t(index)];
}

bool isLeapYear(int year) noexcept
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month) noexcept
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[std::size_t(month - 1)];
}

bool isValid(const DateTime &date) noexcept
{
    const auto within = [](int value, int low, int high) { return low <= value && value <= high; };
    return within(date.year, 1, 9999) && within(date.month, 1, 12) &&
           within(date.day, 1, daysInMonth(date.year, date.month)) && within(date.hour, 0, 23) &&
           within(date.minute, 0, 59) && within(date.second, 0, 59) && within(date.microsecond, 0, 999'999);
}

int weekdayOf(const DateTime &date) noexcept
{
    return int(std::chrono::weekday(daysOf(date)).iso_encoding()) - 1;
}

int dayOfYear(const DateTime &date) noexcept
{
    return int((daysOf(date) - daysOf({.year = date.year})).count()) + 1;
}

bool hasCome(const DateTime &date, const DateTime &clock) noexcept
{
    return date < daysLater({.year = clock.year, .month = clock.month, .day = clock.day}, 1);
}

DateTime daysLater(const DateTime &date, int days) noexcept
{
    const std::chrono::year_month_day moved(daysOf(date) + std::chrono::days(days));
    DateTime result = date;
    result.year = int(moved.year());
    result.month = int(unsigned(moved.month()));
    result.day = int(unsigned(moved.day()));
    return result;
}

DateTime today()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts = {};
    localtime_r(&now, &parts);
    return {.year = parts.tm_year + 1900, .month = parts.tm_mon + 1, .day = parts.tm_mday};
}

std::string isoDate(const DateTime &date)
{
    std::string text = std::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", date.year, date.month, date.day, date.hour,
                                   date.minute, date.second);
    if (date.microsecond != 0)
        text += std::format(".{:06}", date.microsecond);
    return text;
}

std::string formatDate(const DateTime &date, std::string_view format)
{
    std::string text;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            text += format[i];
            continue;
        }
        ++i;
        const bool unpadded = format[i] == '-' && i + 1 < format.size(); // glibc's %-d
        if (unpadded)
            ++i;
        text += formatted(date, format[i], !unpadded);
    }
    return text;
}

ParsedDate parseDate(std::string_view text, std::string_view format, const DateTime &today)
{
    if (text.empty())
        return {};
    const ParsedDate matched = parseDateByFormat(text, format);
    return matched.outcome == DateOutcome::Rejected ? guessDate(text, today) : matched;
}

} // namespace post
