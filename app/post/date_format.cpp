// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Python's strptime. It is a regular expression there: every code is a list of alternatives, tried in order and with
// backtracking, and what is left over after the first match is an error. The same is done here with a small matcher, which
// remembers the places where the rest of the format is known not to match.

#include "post/date.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace post {

namespace {

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool isSpace(char c) noexcept
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool startsWithIgnoringCase(std::string_view text, std::string_view word) noexcept
{
    return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, lower, lower);
}

/// One thing that a format asks for: white space, a literal character, or a code.
struct Item {
    enum class Kind { Space, Literal, Code } kind = Kind::Literal;
    char character = 0;
};

/// The format's items; nothing where it is not valid.
std::optional<std::vector<Item>> itemsOf(std::string_view format)
{
    std::vector<Item> items;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (isSpace(format[i])) {
            if (items.empty() || items.back().kind != Item::Kind::Space)
                items.push_back({Item::Kind::Space, ' '});
        } else if (format[i] != '%') {
            items.push_back({Item::Kind::Literal, format[i]});
        } else if (++i == format.size()) {
            return std::nullopt;
        } else {
            const std::string_view expansion = format[i] == 'c'   ? "%a %b %d %H:%M:%S %Y"
                                               : format[i] == 'x' ? "%m/%d/%y"
                                               : format[i] == 'X' ? "%H:%M:%S"
                                                                  : "";
            if (expansion.empty())
                items.push_back({Item::Kind::Code, format[i]});
            else
                std::ranges::copy(*itemsOf(expansion), std::back_inserter(items));
        }
    }
    return items;
}

/// The lengths that an item can take at the start of `text`, the preferred one first.
class Lengths
{
public:
    void add(std::size_t length)
    {
        if (m_count < m_lengths.size())
            m_lengths[m_count++] = length;
    }
    [[nodiscard]] bool isEmpty() const noexcept { return m_count == 0; }
    [[nodiscard]] auto begin() const { return m_lengths.begin(); }
    [[nodiscard]] auto end() const { return m_lengths.begin() + std::ptrdiff_t(m_count); }

private:
    std::array<std::size_t, 8> m_lengths = {};
    std::size_t m_count = 0;
};

/// Numbers from `low` to `high`, of at most two digits: two digits are preferred.
Lengths twoDigits(std::string_view text, int low, int high)
{
    Lengths lengths;
    if (text.empty() || !isDigit(text[0]))
        return lengths;
    const int first = text[0] - '0';
    if (text.size() > 1 && isDigit(text[1])) {
        const int both = first * 10 + (text[1] - '0');
        if (both >= low && both <= high)
            lengths.add(2);
    }
    if (first >= low)
        lengths.add(1);
    return lengths;
}

Lengths exactlyDigits(std::string_view text, std::size_t count)
{
    Lengths lengths;
    if (text.size() >= count && std::ranges::all_of(text.substr(0, count), isDigit))
        lengths.add(count);
    return lengths;
}

/// %j: one to three digits, 1 to 366, the longest first.
Lengths dayOfYearDigits(std::string_view text)
{
    Lengths lengths;
    for (std::size_t count = 3; count > 0; --count) {
        if (text.size() < count || !std::ranges::all_of(text.substr(0, count), isDigit))
            continue;
        int value = 0;
        for (const char digit : text.substr(0, count))
            value = value * 10 + (digit - '0');
        if (value >= 1 && value <= 366)
            lengths.add(count);
    }
    return lengths;
}

template <class Name>
Lengths names(std::string_view text, int count, Name nameOf)
{
    Lengths lengths;
    for (int i = 0; i < count; ++i) {
        if (startsWithIgnoringCase(text, nameOf(i)))
            lengths.add(nameOf(i).size());
    }
    return lengths;
}

/// %z: Z, or +hh[:]mm[[:]ss].
Lengths offset(std::string_view text)
{
    Lengths lengths;
    if (startsWithIgnoringCase(text, "z"))
        lengths.add(1);
    if (text.empty() || (text[0] != '+' && text[0] != '-') || text.size() < 3 || !isDigit(text[1]) || !isDigit(text[2]))
        return lengths;
    std::size_t at = 3;
    if (at < text.size() && text[at] == ':')
        ++at;
    if (at + 1 < text.size() && isDigit(text[at]) && isDigit(text[at + 1]))
        lengths.add(at + 2);
    return lengths;
}

Lengths lengthsOf(const Item &item, std::string_view text)
{
    Lengths lengths;
    if (item.kind == Item::Kind::Literal) {
        if (!text.empty() && lower(text[0]) == lower(item.character))
            lengths.add(1);
        return lengths;
    }
    if (item.kind == Item::Kind::Space) {
        const std::size_t spaces = std::size_t(std::ranges::find_if_not(text, isSpace) - text.begin());
        if (spaces > 0)
            lengths.add(spaces);
        if (spaces > 1)
            lengths.add(spaces - 1); // leaves one for a day that is written with a space for its zero
        return lengths;
    }
    switch (item.character) {
    case 'd':
        lengths = twoDigits(text, 1, 31);
        if (text.size() > 1 && text[0] == ' ' && text[1] >= '1' && text[1] <= '9')
            lengths.add(2);
        return lengths;
    case 'm':
    case 'I': return twoDigits(text, 1, 12);
    case 'H': return twoDigits(text, 0, 23);
    case 'M': return twoDigits(text, 0, 59);
    case 'S': return twoDigits(text, 0, 61);
    case 'y': return exactlyDigits(text, 2);
    case 'Y': return exactlyDigits(text, 4);
    case 'j': return dayOfYearDigits(text);
    case 'f':
        for (std::size_t count = 6; count > 0; --count) {
            if (!exactlyDigits(text, count).isEmpty())
                lengths.add(count);
        }
        return lengths;
    case 'B': return names(text, 12, monthName);
    case 'b': return names(text, 12, [](int i) { return monthName(i).substr(0, 3); });
    case 'A': return names(text, 7, weekdayName);
    case 'a': return names(text, 7, [](int i) { return weekdayName(i).substr(0, 3); });
    case 'p': return names(text, 2, [](int i) { return std::string_view(i == 0 ? "am" : "pm"); });
    case 'Z': return names(text, 2, [](int i) { return std::string_view(i == 0 ? "utc" : "gmt"); });
    case 'z': return offset(text);
    case '%':
        if (text.starts_with('%'))
            lengths.add(1);
        return lengths;
    default: return lengths; // no such code
    }
}

/// The first way to match all items at the start of `text`: the end of each item; nothing where there is none.
std::optional<std::vector<std::size_t>> match(const std::vector<Item> &items, std::string_view text)
{
    struct Try {
        Lengths lengths;
        std::size_t next = 0; // index into lengths
        std::size_t begin = 0;
    };
    std::vector<bool> fails((items.size() + 1) * (text.size() + 1)); // by item and place
    std::vector<Try> tries;
    std::vector<std::size_t> ends;
    if (items.empty())
        return ends;
    tries.push_back({lengthsOf(items[0], text), 0, 0});
    while (!tries.empty()) {
        Try &attempt = tries.back();
        const std::size_t item = tries.size() - 1;
        if (attempt.next == std::size_t(attempt.lengths.end() - attempt.lengths.begin())) {
            fails[item * (text.size() + 1) + attempt.begin] = true;
            tries.pop_back();
            if (!ends.empty())
                ends.pop_back();
            continue;
        }
        const std::size_t end = attempt.begin + attempt.lengths.begin()[std::ptrdiff_t(attempt.next++)];
        if (fails[(item + 1) * (text.size() + 1) + end])
            continue;
        ends.push_back(end);
        if (ends.size() == items.size())
            return ends;
        tries.push_back({lengthsOf(items[item + 1], text.substr(end)), 0, end});
    }
    return std::nullopt;
}

int numberIn(std::string_view text) noexcept
{
    int value = 0;
    for (const char c : text)
        value = isDigit(c) ? value * 10 + (c - '0') : value;
    return value;
}

int indexOf(std::string_view text, int count, std::string_view (*nameOf)(int) noexcept) noexcept
{
    for (int i = 0; i < count; ++i) {
        if (startsWithIgnoringCase(nameOf(i), text.substr(0, 3)))
            return i;
    }
    return 0;
}

/// What the matched codes say, put together.
class Parts
{
public:
    void set(char code, std::string_view text)
    {
        switch (code) {
        case 'd': m_date.day = numberIn(text); break;
        case 'm': m_date.month = numberIn(text); break;
        case 'b':
        case 'B': m_date.month = indexOf(text, 12, monthName) + 1; break;
        case 'y': m_date.year = numberIn(text) + (numberIn(text) <= 68 ? 2000 : 1900); break;
        case 'Y': m_date.year = numberIn(text); break;
        case 'H':
        case 'I':
            m_date.hour = numberIn(text);
            m_twelveHours = code == 'I';
            break;
        case 'M': m_date.minute = numberIn(text); break;
        case 'S': m_date.second = numberIn(text); break;
        case 'f': m_date.microsecond = numberIn((std::string(text) + "00000").substr(0, 6)); break;
        case 'j': m_dayOfYear = numberIn(text); break;
        case 'p': m_afternoon = lower(text[0]) == 'p'; break;
        case 'z': m_hasZone = true; break;
        default: break;
        }
    }

    [[nodiscard]] ParsedDate result() const
    {
        DateTime date = m_date;
        if (m_twelveHours)
            date.hour = date.hour % 12 + (m_afternoon ? 12 : 0);
        if (m_dayOfYear > 0) {
            const DateTime moved = daysLater({.year = date.year}, m_dayOfYear - 1);
            date.month = moved.month;
            date.day = moved.day;
            date.year = moved.year;
        }
        if (!isValid(date))
            return {.outcome = DateOutcome::Rejected};
        return {
            .outcome = m_hasZone ? DateOutcome::WithZone : DateOutcome::Exact, .value = date, .matchedFormat = true};
    }

private:
    DateTime m_date = {};
    int m_dayOfYear = 0;
    bool m_twelveHours = false;
    bool m_afternoon = false;
    bool m_hasZone = false;
};

} // namespace

ParsedDate parseDateByFormat(std::string_view text, std::string_view format)
{
    constexpr ParsedDate rejected = {.outcome = DateOutcome::Rejected};
    constexpr std::size_t sensible = 500; // longer than any date; keeps the table of failures small
    if (text.size() > sensible || format.size() > sensible)
        return rejected;
    const auto items = itemsOf(format);
    if (!items)
        return rejected;
    const auto ends = match(*items, text);
    if (!ends || (ends->empty() ? 0 : ends->back()) != text.size())
        return rejected;
    Parts parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < items->size(); begin = (*ends)[i++]) {
        if ((*items)[i].kind == Item::Kind::Code)
            parts.set((*items)[i].character, text.substr(begin, (*ends)[i] - begin));
    }
    return parts.result();
}

} // namespace post
