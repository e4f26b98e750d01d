// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// dateutil's parser, with its defaults: month first, English words, no fuzziness. The text is cut into tokens (date_tokens);
// a cursor walks over them and each token is taken for the first thing that it can be: a number, a weekday, a month, AM or PM,
// a zone, a filler word. Numbers that are neither a time nor labelled are kept aside and become year, month and day at the end.

#include "post/date.h"
#include "post/date_tokens.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <array>
#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace post {

namespace {

using Tokens = std::vector<std::string>;
enum class NoDate {};
template <class T>
using Or = std::expected<T, NoDate>;
constexpr std::unexpected<NoDate> noDate{NoDate{}};

std::optional<int> indexIn(std::string_view word, std::span<const std::string_view> words)
{
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt : std::optional(int(found - words.begin()));
}

/// 0 to 11; the full name, its first three letters, or Sept.
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

enum class Unit { Hour, Minute, Second, None };

/// What a word such as `h` or `minutes` counts.
std::optional<Unit> unitOf(std::string_view word)
{
    static constexpr std::string_view units[] = {"h",       "hour", "hours",  "m",      "minute",
                                                 "minutes", "s",    "second", "seconds"};
    const auto index = indexIn(rst::toLowerAscii(word), units);
    return index ? std::optional(Unit(*index / 3)) : std::nullopt;
}

/// Whether a word says that it is afternoon; nothing where it is neither AM nor PM.
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

bool isSeparator(std::string_view token)
{
    return token == "-" || token == "/";
}

/// The unlabelled numbers of a date in the order of the text, and what is known of each.
class YearMonthDay
{
public:
    enum class Label { None, Year, Month, Day };

    [[nodiscard]] std::size_t size() const noexcept { return m_values.size(); }
    [[nodiscard]] bool hasCentury() const noexcept { return m_hasCentury; }

    /// A number as it stands in the text: three digits or more are a year.
    [[nodiscard]] Or<void> addText(std::string_view digits, Label label = Label::None)
    {
        const bool isNumber =
            !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
        if (!isNumber)
            return noDate;
        return add(*wholeNumber(digits), label, digits.size() > 2);
    }

    /// A number that was read already: more than 100 is a year.
    [[nodiscard]] Or<void> addValue(const Decimal &value, Label label = Label::None)
    {
        return add(value.whole, label, value.whole > 100 || (value.whole == 100 && value.fraction > 0));
    }

    [[nodiscard]] bool canBeDay(const Decimal &value) const
    {
        if (m_day)
            return false;
        const std::int64_t longest =
            !m_month ? 31 : daysInMonth(m_year ? int(m_values[*m_year] % 400) : 2000, int(m_values[*m_month]));
        return value.whole >= 1 && (value.whole < longest || (value.whole == longest && value.fraction == 0));
    }

    struct Resolved {
        std::optional<std::int64_t> year = {}, month = {}, day = {};
    };
    [[nodiscard]] Or<Resolved> resolved() const;

private:
    [[nodiscard]] Or<void> add(std::int64_t value, Label label, bool isYear)
    {
        if (isYear) {
            m_hasCentury = true;
            if (label != Label::None && label != Label::Year)
                return noDate;
            label = Label::Year;
        }
        m_values.push_back(value);
        if (label == Label::None)
            return {};
        auto &index = label == Label::Year ? m_year : label == Label::Month ? m_month : m_day;
        if (index)
            return noDate; // said twice
        index = m_values.size() - 1;
        return {};
    }
    [[nodiscard]] Resolved byLabels() const;
    [[nodiscard]] Resolved three() const;

    std::vector<std::int64_t> m_values;
    std::optional<std::size_t> m_year, m_month, m_day; // indices of what is known
    bool m_hasCentury = false;
};

/// All is labelled, or all but one of three.
YearMonthDay::Resolved YearMonthDay::byLabels() const
{
    std::array<std::optional<std::size_t>, 3> indices = {m_year, m_month, m_day};
    if (m_values.size() == 3) {
        for (auto &index : indices) {
            for (std::size_t i = 0; !index && i < 3; ++i) {
                if (std::ranges::find(indices, std::optional(i)) == indices.end())
                    index = i;
            }
        }
    }
    const auto at = [this](std::optional<std::size_t> index) {
        return index ? std::optional(m_values[*index]) : std::nullopt;
    };
    return {at(indices[0]), at(indices[1]), at(indices[2])};
}

/// Three numbers of which at most one is labelled.
YearMonthDay::Resolved YearMonthDay::three() const
{
    const std::int64_t first = m_values[0], second = m_values[1], third = m_values[2];
    if (m_month == 0)
        return second > 31 ? Resolved{second, first, third} : Resolved{third, first, second};
    if (m_month == 1)
        return first > 31 ? Resolved{first, second, third} : Resolved{third, second, first};
    if (m_month == 2)
        return second > 31 ? Resolved{second, third, first} : Resolved{first, third, second};
    if (first > 31 || m_year == 0)
        return {first, second, third};
    if (first > 12)
        return {third, second, first};
    return {third, first, second};
}

Or<YearMonthDay::Resolved> YearMonthDay::resolved() const
{
    const std::size_t labels =
        std::size_t(m_year.has_value()) + std::size_t(m_month.has_value()) + std::size_t(m_day.has_value());
    const std::size_t count = m_values.size();
    if ((count > 0 && count == labels) || (count == 3 && labels == 2))
        return byLabels();
    if (count > 3)
        return noDate;
    if (count == 3)
        return three();
    if (count == 0)
        return Resolved{};
    if (count == 2 && !m_month) {
        const std::int64_t first = m_values[0], second = m_values[1];
        if (first > 31)
            return Resolved{.year = first, .month = second};
        if (second > 31)
            return Resolved{.year = second, .month = first};
        return Resolved{.month = first, .day = second};
    }
    Resolved result;
    if (m_month)
        result.month = m_values[*m_month];
    if (count == 2 || !m_month) {
        const std::int64_t other = m_month ? m_values[1 - *m_month] : m_values[0];
        (other > 31 ? result.year : result.day) = other;
    }
    return result;
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
    [[nodiscard]] Or<void> setUnit(const Decimal &value, std::string_view text, Unit unit);
    [[nodiscard]] Or<void> setSeconds(std::string_view text);
    [[nodiscard]] Or<void> setPart(std::optional<std::int64_t> &part, std::string_view digits);
    void setMinutes(const Decimal &value);
    void setHalf(std::int64_t hour, bool isAfternoon);
    [[nodiscard]] bool canBeZoneName(std::string_view word) const;
    [[nodiscard]] bool hasZone() const;
    [[nodiscard]] std::int64_t withCentury(std::int64_t year) const;

    DateTime m_today;
    Tokens m_tokens;
    std::size_t m_at = 0;
    YearMonthDay m_date;
    YearMonthDay::Resolved m_resolved;
    std::optional<int> m_weekday;
    std::optional<std::int64_t> m_hour, m_minute, m_second, m_microsecond;
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
        if (!m_hour || *m_hour > 12)
            return noDate;
        setHalf(*m_hour, *isAfternoon);
    } else if (canBeZoneName(word) && !m_zoneOffset) {
        readZoneName();
    } else if (m_hour && (word == "+" || word == "-")) {
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
    return m_hour && !m_zoneName && word.size() <= 5 &&
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
    return m_date.size() == 3 && (digits.size() == 2 || digits.size() == 4) && !m_hour &&
           (!has(m_at + 1) || (token(m_at + 1) != ":" && !unitOf(token(m_at + 1))));
}

Or<void> Guess::readNumber(const Decimal &value)
{
    const std::string_view text = token(m_at);
    const std::size_t length = text.size();
    if (isCompactTime(text)) {
        if (!setPart(m_hour, text.substr(0, 2)))
            return noDate;
        return length == 4 ? setPart(m_minute, text.substr(2)) : Or<void>();
    }
    if (length == 6 || (length > 6 && text.find('.') == 6) || length == 8 || length == 12 || length == 14)
        return readDigits(text);
    if (const auto unit = unitFor(m_at)) {
        const Unit named = *unitOf(token(*unit));
        const Unit meant = *unit > m_at ? named : Unit(int(named) + 1); // "12h04": the 04 are minutes
        if (const auto set = setUnit(value, text, meant); !set)
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
            setHalf(value.whole, *isAfternoon); // 12 am
            ++m_at;
        } else if (!m_date.addValue(value)) {
            return noDate;
        }
        ++m_at;
        return {};
    }
    if (const auto isAfternoon = afternoon(token(m_at + 1)); isAfternoon && value.whole < 24) {
        setHalf(value.whole, *isAfternoon); // 12am
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
        if (digits.size() > 8 && (!setPart(m_hour, digits.substr(8, 2)) || !setPart(m_minute, digits.substr(10, 2))))
            return noDate;
        return digits.size() > 12 ? setPart(m_second, digits.substr(12)) : Or<void>();
    }
    if (m_date.size() == 0 && !digits.contains('.')) {
        for (const std::size_t at : {0u, 2u, 4u}) {
            if (!m_date.addText(digits.substr(at, 2)))
                return noDate;
        }
        return {};
    }
    if (!setPart(m_hour, digits.substr(0, 2)) || !setPart(m_minute, digits.substr(2, 2)))
        return noDate;
    return setSeconds(digits.substr(4));
}

/// HH:MM[:SS[.ss]]
Or<void> Guess::readClock(const Decimal &hours)
{
    m_hour = hours.whole;
    const auto minutes = decimal(token(m_at + 2));
    if (!minutes)
        return noDate;
    setMinutes(*minutes);
    if (has(m_at + 4) && token(m_at + 3) == ":") {
        if (const auto set = setSeconds(token(m_at + 4)); !set)
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

Or<void> Guess::setUnit(const Decimal &value, std::string_view text, Unit unit)
{
    switch (unit) {
    case Unit::Hour:
        m_hour = value.whole;
        if (value.fraction > 0)
            m_minute = value.sixtieths();
        return {};
    case Unit::Minute: setMinutes(value); return {};
    case Unit::Second: return setSeconds(text);
    case Unit::None: return {};
    }
    return {};
}

Or<void> Guess::setPart(std::optional<std::int64_t> &part, std::string_view digits)
{
    part = wholeNumber(digits);
    return part ? Or<void>() : noDate;
}

void Guess::setMinutes(const Decimal &value)
{
    m_minute = value.whole;
    m_second = value.fraction > 0 ? std::optional(value.sixtieths()) : std::nullopt;
}

Or<void> Guess::setSeconds(std::string_view text)
{
    const std::size_t point = text.find('.');
    if (!setPart(m_second, text.substr(0, point)))
        return noDate;
    m_microsecond = 0;
    if (point == text.npos)
        return {};
    return setPart(m_microsecond, (std::string(text.substr(point + 1)) + "000000").substr(0, 6));
}

void Guess::setHalf(std::int64_t hour, bool isAfternoon)
{
    if (hour < 12 && isAfternoon)
        hour += 12;
    else if (hour == 12 && !isAfternoon)
        hour = 0;
    m_hour = hour;
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
    const bool saysNothing = !givenYear && !month && !day && !m_weekday && !m_hour && !m_minute && !m_second &&
                             !m_microsecond && !m_zoneName && !m_zoneOffset;
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
                     .hour = fits(m_hour, 0),
                     .minute = fits(m_minute, 0),
                     .second = fits(m_second, 0),
                     .microsecond = fits(m_microsecond, 0)};
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

ParsedDate guessDate(std::string_view text, const DateTime &today)
{
    constexpr std::size_t sensible = 500;
    if (text.size() > sensible)
        return {.outcome = DateOutcome::Rejected};
    Guess guess(text, today);
    if (!guess.read())
        return {.outcome = DateOutcome::Rejected};
    return guess.result();
}

} // namespace post
