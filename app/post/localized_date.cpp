// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/localized_date.h"

#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace post {

namespace {

/// What ICU calls the names of months and days.
constexpr std::pair<char, const char *> patterns[] = {{'b', "MMM"}, {'B', "MMMM"}, {'a', "EEE"}, {'A', "EEEE"}};

/// The date by a pattern of ICU; empty where that knows no such language.
std::string byPattern(const DateTime &date, const char *pattern, std::string_view language)
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::Locale locale(std::string(language).c_str());
    const icu::SimpleDateFormat format(icu::UnicodeString(pattern), locale, error);
    icu::GregorianCalendar calendar(date.year, date.month - 1, date.day, error);
    if (U_FAILURE(error))
        return {};
    icu::UnicodeString text;
    icu::FieldPosition place;
    format.format(calendar, text, place);
    std::string result;
    return text.toUTF8String(result);
}

} // namespace

std::string localizedDate(const DateTime &date, std::string_view format, std::string_view language)
{
    std::string result;
    while (!format.empty()) {
        const std::size_t plain = std::min(format.find('%'), format.size());
        result += format.substr(0, plain);
        format.remove_prefix(plain);
        if (format.empty())
            break;
        const std::size_t size = format.starts_with("%-") ? 3 : 2;
        const char code = format.size() > 1 ? format[1] : '%';
        const auto *const name = std::ranges::find(patterns, code, &std::pair<char, const char *>::first);
        result += name != std::end(patterns) ? byPattern(date, name->second, language)
                                             : formatDate(date, format.substr(0, size));
        format.remove_prefix(std::min(size, format.size()));
    }
    return result;
}

} // namespace post
