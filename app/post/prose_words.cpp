// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/prose_words.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace post {

namespace {

bool isWordByte(char c) noexcept
{
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '\'';
}

/// Whether a text begins with another one; `anyCase` looks over the case of ASCII letters.
bool beginsWith(std::string_view text, std::string_view beginning, bool anyCase) noexcept
{
    const auto folded = [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; };
    if (!anyCase || text.size() < beginning.size())
        return text.starts_with(beginning);
    return std::ranges::equal(text.substr(0, beginning.size()), beginning, {}, folded, folded);
}

/// A name of a day or month in a text.
struct FoundName {
    int index = 0;
    ByteRange range = {};
};

/// Reads words one after the other; what parts them must be blanks, a comma or a full stop.
class DateReader
{
public:
    DateReader(std::string_view source, const Words &words, const ProseLanguage &language)
        : m_source(source)
        , m_words(words)
        , m_language(language)
    {
    }

    std::optional<WrittenDate> at(std::size_t first)
    {
        WrittenDate date;
        std::size_t word = first;
        if (const auto weekday = nameAt(word, m_language.weekdays)) {
            date.weekday = weekday->index;
            date.weekdayRange = weekday->range;
            while (word < m_words.size() && m_words[word].begin < weekday->range.end)
                ++word;
            if (!isJoined(word))
                return std::nullopt;
            word = behindFillers(word);
        }
        const auto day = dayAt(word);
        const auto month = m_language.monthFirst && !day ? nameAt(word, m_language.months) : std::nullopt;
        const std::size_t second = behindFillers(word + 1);
        if ((!month && !day) || !isJoined(second))
            return std::nullopt;
        const auto otherMonth = day ? nameAt(second, m_language.months) : month;
        const auto otherDay = month ? dayAt(second) : day;
        if (!otherMonth || !otherDay)
            return std::nullopt;
        date.month = otherMonth->index + 1;
        date.day = *otherDay;
        date.range = {m_words[first].begin, m_words[second].end};
        readYear(date, behindFillers(second + 1));
        return date;
    }

private:
    void readYear(WrittenDate &date, std::size_t word) const
    {
        const auto year = numberAt(word);
        if (year && *year >= 1990 && *year < 2200 && isJoined(word)) {
            date.year = year;
            date.range.end = m_words[word].end;
        }
    }
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
    [[nodiscard]] std::size_t behindFillers(std::size_t word) const
    {
        while (isJoined(word) && std::ranges::contains(m_language.fillers, text(word)))
            ++word;
        return word;
    }
    [[nodiscard]] std::optional<int> numberAt(std::size_t word) const
    {
        const std::string_view digits = text(word);
        int number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        const std::string_view rest(end, digits.data() + digits.size());
        const bool isNumber = rest.empty() || std::ranges::contains(m_language.ordinals, rest);
        return error == std::errc() && isNumber ? std::optional(number) : std::nullopt;
    }
    [[nodiscard]] std::optional<int> dayAt(std::size_t word) const
    {
        const auto number = numberAt(word);
        return number && *number >= 1 && *number <= 31 ? number : std::nullopt;
    }

    /// The name that stands at a word: in full, or by three to five letters that begin no other one.
    template <std::size_t Count>
    [[nodiscard]] std::optional<FoundName> nameAt(std::size_t word, const std::array<std::string, Count> &names) const
    {
        const std::string_view written = text(word);
        if (written.size() < 3)
            return std::nullopt;
        const std::string_view rest = m_source.substr(m_words[word].begin);
        const bool anyCase = !m_language.capitalNames;
        std::optional<FoundName> found;
        for (std::size_t i = 0; i < Count; ++i) {
            const std::string &name = names[i];
            if (!name.empty() && beginsWith(rest, name, anyCase) &&
                (rest.size() == name.size() || !isWordByte(rest[name.size()])))
                return FoundName{int(i), {m_words[word].begin, m_words[word].begin + name.size()}};
            if (written.size() > 5 || written.size() >= name.size() || !beginsWith(name, written, anyCase))
                continue;
            if (found)
                return std::nullopt;
            found = FoundName{int(i), m_words[word]};
        }
        return found;
    }

    std::string_view m_source;
    const Words &m_words;
    const ProseLanguage &m_language;
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

std::vector<WrittenDate> datesIn(std::string_view source, const Words &words, const ProseLanguage &language)
{
    std::vector<WrittenDate> dates;
    DateReader reader(source, words, language);
    for (std::size_t word = 0; word < words.size(); ++word) {
        const char first = source[words[word].begin];
        if (language.capitalNames && first >= 'a' && first <= 'z') // as most words do, and no date does
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
