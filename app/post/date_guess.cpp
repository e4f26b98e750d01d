// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// dateutil's parser, with its defaults: month first, English words, no fuzziness. The text is cut into tokens (date_tokens);
// a cursor walks over them and each token is taken for the first thing that it can be: a number, a weekday, a month, AM or PM,
// a zone, a filler word. Numbers that are neither a time nor labelled are kept aside and become year, month and day at the end.

#include "post/date.h"
#include "post/date_parts.h"
#include "post/date_tokens.h"
#include "post/date_words.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace post {

namespace dateutil {

namespace {

bool isSeparator(std::string_view token)
{
    return token == "-" || token == "/";
}

/// Walks over the tokens and collects what they say.
class Guess
{
public:
    Guess(std::string_view text, const DateTime &today) : m_today(today), m_tokens(dateTokens(text)) {}

    [[nodiscard]] Or<void> read();
    [[nodiscard]] ParsedDate result() const;

private:
    [[nodiscard]] bool has(std::size_t index) const noexcept { return index < m_tokens.size(); }
    [[nodiscard]] std::string_view token(std::size_t index) const noexcept { return m_tokens[index]; }

    // Each takes the token at m_at, and may take further ones.
    [[nodiscard]] Or<void> readToken();
    [[nodiscard]] Or<void> readMonth(int month);
    [[nodiscard]] Or<void> readZoneOffset();
    void readZoneName();
    [[nodiscard]] Or<void> readNumber(const Decimal &value);
    [[nodiscard]] Or<void> readClock(const Decimal &hours);
    [[nodiscard]] Or<void> readSeparatedDate();
    [[nodiscard]] Or<void> readDigits(std::string_view digits);

    [[nodiscard]] bool isCompactTime(std::string_view digits) const;
    [[nodiscard]] std::optional<std::size_t> unitFor(std::size_t index) const;
    [[nodiscard]] bool canBeZoneName(std::string_view word) const;
    [[nodiscard]] bool hasZone() const;
    [[nodiscard]] std::int64_t withCentury(std::int64_t year) const;

    DateTime m_today;
    std::vector<std::string> m_tokens;
    std::size_t m_at = 0;
    YearMonthDay m_date;
    YearMonthDay::Resolved m_resolved;
    std::optional<int> m_weekday;
    ClockTime m_clock;
    std::optional<std::string> m_zoneName;
    std::optional<std::int64_t> m_zoneOffset;
};

Or<void> Guess::read()
{
    for (; has(m_at); ++m_at) {
        if (const auto read = readToken(); !read)
            return read;
    }
    const auto resolved = m_date.resolved();
    if (!resolved)
        return noDate;
    m_resolved = *resolved;
    return {};
}

Or<void> Guess::readToken()
{
    const std::string_view word = token(m_at);
    if (const auto value = decimal(word))
        return readNumber(*value);
    if (isNotANumber(word))
        return noDate;
    if (const auto weekday = weekdayOf(word)) {
        m_weekday = weekday;
    } else if (const auto month = monthOf(word)) {
        return readMonth(*month);
    } else if (const auto isAfternoon = afternoon(word)) {
        if (!m_clock.hour || *m_clock.hour > 12)
            return noDate;
        m_clock.setHalf(*m_clock.hour, *isAfternoon);
    } else if (canBeZoneName(word) && !m_zoneOffset) {
        readZoneName();
    } else if (m_clock.hour && (word == "+" || word == "-")) {
        return readZoneOffset();
    } else if (!isFiller(word)) {
        return noDate;
    }
    return {};
}

Or<void> Guess::readMonth(int month)
{
    if (!m_date.addValue({.whole = month + 1}, YearMonthDay::Label::Month))
        return noDate;
    if (!has(m_at + 1))
        return {};
    if (const std::string separator(token(m_at + 1)); isSeparator(separator)) { // Jan-01[-99]
        if (!has(m_at + 2) || !m_date.addText(token(m_at + 2)))
            return noDate;
        if (has(m_at + 3) && token(m_at + 3) == separator) {
            if (!has(m_at + 4) || !m_date.addText(token(m_at + 4)))
                return noDate;
            m_at += 2;
        }
        m_at += 2;
        return {};
    }
    if (has(m_at + 4) && token(m_at + 1) == " " && token(m_at + 3) == " " &&
        rst::toLowerAscii(token(m_at + 2)) == "of") {
        // "Jan of 01": certainly a year, whatever its length.
        const std::string_view year = token(m_at + 4);
        if (std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; })) {
            if (!m_date.addText(std::to_string(withCentury(*wholeNumber(year))), YearMonthDay::Label::Year))
                return noDate;
        }
        m_at += 4;
    }
    return {};
}

bool Guess::canBeZoneName(std::string_view word) const
{
    return m_clock.hour && !m_zoneName && word.size() <= 5 &&
           (word == "z" || std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; }));
}

void Guess::readZoneName()
{
    m_zoneName = std::string(token(m_at));
    if (!has(m_at + 1) || (token(m_at + 1) != "+" && token(m_at + 1) != "-"))
        return;
    // "GMT+3" means that the clock is three hours ahead of the name's.
    m_tokens[m_at + 1] = token(m_at + 1) == "+" ? "-" : "+";
    if (isUtc(*m_zoneName))
        m_zoneName.reset();
}

Or<void> Guess::readZoneOffset()
{
    const std::int64_t sign = token(m_at) == "+" ? 1 : -1;
    if (!has(m_at + 1))
        return noDate;
    const std::string_view digits = token(m_at + 1);
    std::optional<std::int64_t> hours, minutes = 0;
    if (digits.size() == 4) { // -0300
        hours = wholeNumber(digits.substr(0, 2));
        minutes = wholeNumber(digits.substr(2));
    } else if (has(m_at + 2) && token(m_at + 2) == ":") { // -03:00
        hours = wholeNumber(digits);
        minutes = has(m_at + 3) ? wholeNumber(token(m_at + 3)) : std::nullopt;
        m_at += 2;
    } else if (digits.size() <= 2) { // -3
        hours = wholeNumber(digits);
    }
    if (!hours || !minutes)
        return noDate;
    m_zoneOffset = sign * (*hours * 3600 + *minutes * 60);
    if (has(m_at + 5) && isFiller(token(m_at + 2)) && token(m_at + 3) == "(" && token(m_at + 5) == ")" &&
        token(m_at + 4).size() >= 3 && canBeZoneName(token(m_at + 4))) { // -0300 (BRST)
        m_zoneName = std::string(token(m_at + 4));
        m_at += 4;
    }
    ++m_at;
    return {};
}

/// Whether two or four digits after a whole date are a time: 19990101T23[59].
bool Guess::isCompactTime(std::string_view digits) const
{
    return m_date.size() == 3 && (digits.size() == 2 || digits.size() == 4) && !m_clock.hour &&
           (!has(m_at + 1) || (token(m_at + 1) != ":" && !unitOf(token(m_at + 1))));
}

Or<void> Guess::readNumber(const Decimal &value)
{
    const std::string_view text = token(m_at);
    const std::size_t length = text.size();
    if (isCompactTime(text)) {
        if (!ClockTime::setPart(m_clock.hour, text.substr(0, 2)))
            return noDate;
        return length == 4 ? ClockTime::setPart(m_clock.minute, text.substr(2)) : Or<void>();
    }
    if (length == 6 || (length > 6 && text.find('.') == 6) || length == 8 || length == 12 || length == 14)
        return readDigits(text);
    if (const auto unit = unitFor(m_at)) {
        const Unit named = *unitOf(token(*unit));
        const Unit meant = *unit > m_at ? named : Unit(int(named) + 1); // "12h04": the 04 are minutes
        if (const auto set = m_clock.setUnit(value, text, meant); !set)
            return set;
        m_at = std::max(m_at, *unit);
        return {};
    }
    if (has(m_at + 2) && token(m_at + 1) == ":")
        return readClock(value);
    if (has(m_at + 1) && (isSeparator(token(m_at + 1)) || token(m_at + 1) == "."))
        return readSeparatedDate();
    if (!has(m_at + 1) || isFiller(token(m_at + 1))) {
        const auto isAfternoon = has(m_at + 2) ? afternoon(token(m_at + 2)) : std::nullopt;
        if (isAfternoon) {
            m_clock.setHalf(value.whole, *isAfternoon); // 12 am
            ++m_at;
        } else if (!m_date.addValue(value)) {
            return noDate;
        }
        ++m_at;
        return {};
    }
    if (const auto isAfternoon = afternoon(token(m_at + 1)); isAfternoon && value.whole < 24) {
        m_clock.setHalf(value.whole, *isAfternoon); // 12am
        ++m_at;
        return {};
    }
    if (m_date.canBeDay(value))
        return m_date.addValue(value);
    return noDate;
}

/// Six digits or more in a row: YYMMDD, HHMMSS, YYYYMMDD[HHMM[SS]].
Or<void> Guess::readDigits(std::string_view digits)
{
    const bool isLong = digits.size() != 6 && digits.find('.') != 6;
    if (isLong) {
        if (!m_date.addText(digits.substr(0, 4), YearMonthDay::Label::Year) || !m_date.addText(digits.substr(4, 2)) ||
            !m_date.addText(digits.substr(6, 2)))
            return noDate;
        if (digits.size() > 8 && (!ClockTime::setPart(m_clock.hour, digits.substr(8, 2)) ||
                                  !ClockTime::setPart(m_clock.minute, digits.substr(10, 2))))
            return noDate;
        return digits.size() > 12 ? ClockTime::setPart(m_clock.second, digits.substr(12)) : Or<void>();
    }
    if (m_date.size() == 0 && !digits.contains('.')) {
        for (const std::size_t at : {0u, 2u, 4u}) {
            if (!m_date.addText(digits.substr(at, 2)))
                return noDate;
        }
        return {};
    }
    if (!ClockTime::setPart(m_clock.hour, digits.substr(0, 2)) ||
        !ClockTime::setPart(m_clock.minute, digits.substr(2, 2)))
        return noDate;
    return m_clock.setSeconds(digits.substr(4));
}

/// HH:MM[:SS[.ss]]
Or<void> Guess::readClock(const Decimal &hours)
{
    m_clock.hour = hours.whole;
    const auto minutes = decimal(token(m_at + 2));
    if (!minutes)
        return noDate;
    m_clock.setMinutes(*minutes);
    if (has(m_at + 4) && token(m_at + 3) == ":") {
        if (const auto set = m_clock.setSeconds(token(m_at + 4)); !set)
            return set;
        m_at += 2;
    }
    m_at += 2;
    return {};
}

/// 01-02[-03] with -, / or . between; a month may be a name.
Or<void> Guess::readSeparatedDate()
{
    const std::string separator(token(m_at + 1));
    const auto add = [this](std::string_view text) {
        if (const auto month = monthOf(text))
            return m_date.addValue({.whole = *month + 1}, YearMonthDay::Label::Month);
        return m_date.addText(text);
    };
    if (!m_date.addText(token(m_at)))
        return noDate;
    if (has(m_at + 2) && !isFiller(token(m_at + 2))) {
        if (!add(token(m_at + 2)))
            return noDate;
        if (has(m_at + 3) && token(m_at + 3) == separator) {
            if (!has(m_at + 4) || !add(token(m_at + 4)))
                return noDate;
            m_at += 2;
        }
        ++m_at;
    }
    ++m_at;
    return {};
}

/// The index of the `h`, `min` or `s` that belongs to a number: behind it, or before it where none is behind.
std::optional<std::size_t> Guess::unitFor(std::size_t index) const
{
    if (has(index + 1) && unitOf(token(index + 1)))
        return index + 1;
    if (has(index + 2) && token(index + 1) == " " && unitOf(token(index + 2)))
        return index + 2;
    if (index > 0 && unitOf(token(index - 1)))
        return index - 1;
    if (index > 1 && index + 1 == m_tokens.size() && token(index - 1) == " " && unitOf(token(index - 2)))
        return index - 2;
    return std::nullopt;
}

/// Whether the date is one with a zone. A name that is not known (all but UTC's) is dropped by dateutil with a warning.
bool Guess::hasZone() const
{
    return m_zoneOffset.has_value() || (m_zoneName && isUtc(*m_zoneName));
}

/// A year of one or two digits is the one nearest to today's, from 50 years before to 49 after.
std::int64_t Guess::withCentury(std::int64_t year) const
{
    if (year >= 100)
        return year;
    year += m_today.year / 100 * 100;
    if (year >= m_today.year + 50)
        return year - 100;
    return year < m_today.year - 50 ? year + 100 : year;
}

ParsedDate Guess::result() const
{
    constexpr ParsedDate rejected = {.outcome = DateOutcome::Rejected};
    const auto &[givenYear, month, day] = m_resolved;
    const bool saysNothing =
        !givenYear && !month && !day && !m_weekday && m_clock.isEmpty() && !m_zoneName && !m_zoneOffset;
    if (saysNothing)
        return rejected;
    auto year = givenYear;
    if (year && !m_date.hasCentury())
        year = withCentury(*year);

    const auto fits = [](std::optional<std::int64_t> value, int otherwise) {
        return int(std::min<std::int64_t>(value.value_or(otherwise), 100'000'000)); // out of range stays out of range
    };
    DateTime date = {.year = fits(year, m_today.year),
                     .month = fits(month, m_today.month),
                     .day = fits(day, m_today.day),
                     .hour = fits(m_clock.hour, 0),
                     .minute = fits(m_clock.minute, 0),
                     .second = fits(m_clock.second, 0),
                     .microsecond = fits(m_clock.microsecond, 0)};
    if (!day && date.month >= 1 && date.month <= 12)
        date.day = std::min(date.day, daysInMonth(date.year, date.month));
    if (!isValid(date))
        return rejected;
    if (m_weekday && !day)
        date = daysLater(date, (*m_weekday - post::weekdayOf(date) + 7) % 7);
    if (!isValid(date))
        return rejected;
    const bool isWhole = year && month && day;
    return {.outcome = hasZone() ? DateOutcome::WithZone
                       : isWhole ? DateOutcome::Exact
                                 : DateOutcome::DependsOnToday,
            .value = date};
}

} // namespace

} // namespace dateutil

ParsedDate guessDate(std::string_view text, const DateTime &today)
{
    constexpr std::size_t sensible = 500;
    if (text.size() > sensible)
        return {.outcome = DateOutcome::Rejected};
    dateutil::Guess guess(text, today);
    if (!guess.read())
        return {.outcome = DateOutcome::Rejected};
    return guess.result();
}

} // namespace post
