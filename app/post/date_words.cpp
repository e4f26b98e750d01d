// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/date_words.h"

#include "post/date.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <span>
#include <string>

namespace post::dateutil {

namespace {

std::optional<int> indexIn(std::string_view word, std::span<const std::string_view> words)
{
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt : std::optional(int(found - words.begin()));
}

} // namespace

std::optional<int> monthOf(std::string_view word)
{
    const std::string name = rst::toLowerAscii(word);
    for (int i = 0; i < 12; ++i) {
        const std::string month = rst::toLowerAscii(monthName(i));
        if (name == month || name == month.substr(0, 3) || (i == 8 && name == "sept"))
            return i;
    }
    return std::nullopt;
}

std::optional<int> weekdayOf(std::string_view word)
{
    const std::string name = rst::toLowerAscii(word);
    for (int i = 0; i < 7; ++i) {
        const std::string weekday = rst::toLowerAscii(weekdayName(i));
        if (name == weekday || name == weekday.substr(0, 3))
            return i;
    }
    return std::nullopt;
}

bool isFiller(std::string_view word)
{
    static constexpr std::string_view fillers[] = {" ",   ".",  ",", ";", "-",  "/",  "'",  "at", "on",
                                                   "and", "ad", "m", "t", "of", "st", "nd", "rd", "th"};
    return indexIn(rst::toLowerAscii(word), fillers).has_value();
}

std::optional<Unit> unitOf(std::string_view word)
{
    static constexpr std::string_view units[] = {"h",       "hour", "hours",  "m",      "minute",
                                                 "minutes", "s",    "second", "seconds"};
    const auto index = indexIn(rst::toLowerAscii(word), units);
    return index ? std::optional(Unit(*index / 3)) : std::nullopt;
}

std::optional<bool> afternoon(std::string_view word)
{
    const std::string name = rst::toLowerAscii(word);
    if (name == "am" || name == "a")
        return false;
    if (name == "pm" || name == "p")
        return true;
    return std::nullopt;
}

bool isUtc(std::string_view word)
{
    const std::string name = rst::toLowerAscii(word);
    return name == "utc" || name == "gmt" || name == "z";
}

} // namespace post::dateutil
