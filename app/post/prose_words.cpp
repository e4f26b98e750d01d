// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/prose_words.h"

#include "post/date.h"

#include <algorithm>
#include <charconv>

namespace post {

namespace {

bool isWordByte(char c) noexcept
{
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '\'';
}

/// The index of a name that a word is, in full or by its first three letters (four for "Sept", "Thur" and the like).
template <class NameAt>
std::optional<int> nameIndexOf(std::string_view word, int count, NameAt nameAt)
{
    if (word.size() < 3 || word[0] < 'A' || word[0] > 'Z')
        return std::nullopt;
    for (int i = 0; i < count; ++i) {
        const std::string_view name = nameAt(i);
        if (word == name || (word.size() <= 5 && word.size() < name.size() && name.starts_with(word)))
            return i;
    }
    return std::nullopt;
}

std::optional<int> weekdayOfWord(std::string_view word)
{
    return nameIndexOf(word, 7, weekdayName);
}

std::optional<int> monthOfWord(std::string_view word)
{
    const auto index = nameIndexOf(word, 12, monthName);
    return index ? std::optional(*index + 1) : std::nullopt;
}

std::optional<int> numberOfWord(std::string_view word)
{
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const std::string_view rest(end, word.data() + word.size());
    const bool isOrdinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return error == std::errc() && isOrdinal ? std::optional(number) : std::nullopt;
}

std::optional<int> dayOfWord(std::string_view word)
{
    const auto number = numberOfWord(word);
    return number && *number >= 1 && *number <= 31 ? number : std::nullopt;
}

/// Reads words one after the other; what parts them must be blanks, a comma or a full stop.
class DateReader
{
public:
    DateReader(std::string_view source, const Words &words) : m_source(source), m_words(words) {}

    std::optional<WrittenDate> at(std::size_t first)
    {
        WrittenDate date;
        std::size_t word = first;
        date.weekday = weekdayOfWord(text(word));
        if (date.weekday) {
            date.weekdayWord = word++;
            if (!isJoined(word))
                return std::nullopt;
            if (text(word) == "the" && isJoined(word + 1))
                ++word;
        }
        const auto month = monthOfWord(text(word));
        const auto day = dayOfWord(text(word));
        std::size_t second = word + 1;
        if (day && text(second) == "of" && isJoined(second))
            ++second;
        if ((!month && !day) || !isJoined(second))
            return std::nullopt;
        const auto otherMonth = day ? monthOfWord(text(second)) : month;
        const auto otherDay = month ? dayOfWord(text(second)) : day;
        if (!otherMonth || !otherDay)
            return std::nullopt;
        date.month = *otherMonth;
        date.day = *otherDay;
        date.range = {m_words[first].begin, m_words[second].end};
        const auto year = numberOfWord(text(second + 1));
        if (year && *year >= 1990 && *year < 2200 && isJoined(second + 1)) {
            date.year = year;
            date.range.end = m_words[second + 1].end;
        }
        return date;
    }

private:
    [[nodiscard]] std::string_view text(std::size_t word) const
    {
        return word < m_words.size() ? m_words[word].of(m_source) : std::string_view();
    }
    /// Whether a word goes on with what stands before it.
    [[nodiscard]] bool isJoined(std::size_t word) const
    {
        if (word == 0 || word >= m_words.size())
            return false;
        const std::size_t end = m_words[word - 1].end;
        const std::string_view gap = m_source.substr(end, m_words[word].begin - end);
        return gap.size() <= 6 && gap.find_first_not_of(" \n\t,.") == gap.npos;
    }

    std::string_view m_source;
    const Words &m_words;
};

} // namespace

Words wordsIn(std::string_view source, ByteRange range)
{
    Words words;
    for (std::size_t at = range.begin; at < range.end;) {
        std::size_t end = at;
        while (end < range.end && isWordByte(source[end]))
            ++end;
        if (end > at)
            words.push_back({at, end});
        at = end + 1;
    }
    return words;
}

std::vector<WrittenDate> datesIn(std::string_view source, const Words &words)
{
    std::vector<WrittenDate> dates;
    DateReader reader(source, words);
    for (std::size_t word = 0; word < words.size(); ++word) {
        const char first = source[words[word].begin];
        const bool mayBegin = (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
        if (!mayBegin) // as most words do not
            continue;
        const auto date = reader.at(word);
        if (!date)
            continue;
        dates.push_back(*date);
        while (word + 1 < words.size() && words[word + 1].end <= date->range.end)
            ++word;
    }
    return dates;
}

} // namespace post
