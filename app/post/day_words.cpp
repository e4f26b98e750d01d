// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/day_words.h"

#include "post/date_words.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace post {

namespace {

constexpr int daysInWeek = 7;
constexpr int mostSteps = 1000; // days, weeks or months; more is no date that anybody means

using Words = std::vector<std::string>;

Words dayWordsOf(std::string_view text)
{
    Words words;
    std::string word;
    for (const char letter : rst::toLowerAscii(text) + ' ') {
        if (letter != ' ' && letter != ',') {
            word += letter;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::optional<int> numberOf(std::string_view word)
{
    static constexpr std::string_view names[] = {"a",   "one",   "two",   "three", "four", "five",
                                                 "six", "seven", "eight", "nine",  "ten"};
    if (const auto *named = std::ranges::find(names, word); named != std::end(names))
        return std::max(1, int(named - std::begin(names)));
    if (word == "an")
        return 1;
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number < 0 || number > mostSteps)
        return std::nullopt;
    return number;
}

/// The same day of a later month, or that month's last one.
DateTime monthsLater(const DateTime &date, int count)
{
    DateTime later = date;
    const int month = date.month - 1 + count;
    later.year += month / 12;
    later.month = month % 12 + 1;
    later.day = std::min(date.day, daysInMonth(later.year, later.month));
    return later;
}

std::optional<DateTime> stepped(const DateTime &today, int count, std::string_view unit)
{
    if (unit == "day" || unit == "days")
        return daysLater(today, count);
    if (unit == "week" || unit == "weeks")
        return daysLater(today, count * daysInWeek);
    if (unit == "month" || unit == "months")
        return monthsLater(today, count);
    return std::nullopt;
}

std::optional<DateTime> dayOfOneWord(std::string_view word, const DateTime &today)
{
    if (word == "today" || word == "now")
        return today;
    if (word == "tomorrow")
        return daysLater(today, 1);
    if (word == "yesterday")
        return daysLater(today, -1);
    if (const auto weekday = dateutil::weekdayOf(word)) // as dateutil: today, where today is one
        return daysLater(today, (*weekday - weekdayOf(today) + daysInWeek) % daysInWeek);
    return std::nullopt;
}

std::optional<DateTime> dayOfTwoWords(std::string_view first, std::string_view second, const DateTime &today)
{
    if (first == "on" || first == "this" || first == "coming")
        return dateutil::weekdayOf(second) ? dayOfOneWord(second, today) : std::nullopt;
    if (first == "next" || first == "last") {
        if (const auto weekday = dateutil::weekdayOf(second)) { // never today
            const int ahead = (*weekday - weekdayOf(today) + daysInWeek) % daysInWeek;
            const int later = ahead == 0 ? daysInWeek : ahead;
            return daysLater(today, first == "next" ? later : ahead - daysInWeek);
        }
        return first == "next" ? stepped(today, 1, second) : std::nullopt;
    }
    const auto count = numberOf(first);
    return count ? stepped(today, *count, second) : std::nullopt;
}

std::optional<DateTime> dayOf(const Words &words, const DateTime &today)
{
    if (words == Words{"the", "day", "after", "tomorrow"} || words == Words{"day", "after", "tomorrow"})
        return daysLater(today, 2);
    if (words.size() == 1)
        return dayOfOneWord(words[0], today);
    if (words.size() == 2)
        return dayOfTwoWords(words[0], words[1], today);
    if (words.size() == 3 && words[0] == "in")
        return dayOfTwoWords(words[1], words[2], today);
    return std::nullopt;
}

} // namespace

std::optional<DateTime> dayInWords(std::string_view text, const DateTime &today)
{
    const auto day = dayOf(dayWordsOf(text), today);
    return day && isValid(*day) ? day : std::nullopt;
}

std::string writtenDay(const DateTime &day, std::string_view format)
{
    std::string plain = formatDate(day, "%Y-%m-%d");
    if (format == defaultDateFormat)
        return plain; // nobody has said how
    std::string written = formatDate(day, format);
    const ParsedDate read = parseDate(written, format, day);
    const bool saysAll = read.outcome == DateOutcome::Exact && read.value.year == day.year &&
                         read.value.month == day.month && read.value.day == day.day;
    return saysAll ? written : plain;
}

} // namespace post
