// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/series.h"

#include "post/date.h"
#include "post/slug.h"

#include <algorithm>
#include <array>
#include <vector>

namespace archive {

namespace {

constexpr std::size_t noLimit = 100'000;

constexpr std::array changingWords = std::to_array<std::string_view>(
    {"one",    "two",    "three", "four",   "five",  "six",   "seven", "eight",   "nine", "ten",
     "first",  "second", "third", "fourth", "fifth", "sixth", "part",  "quarter", "q",    "no",
     "number", "volume", "vol",   "issue",  "day",   "week",  "i",     "ii",      "iii",  "iv",
     "v",      "vi",     "vii",   "viii",   "ix",    "x",     "st",    "nd",      "rd",   "th"});
/// Words that say nothing about a series.
constexpr std::array smallWords =
    std::to_array<std::string_view>({"a", "an", "and", "at", "by", "for", "from", "in", "is", "new", "of", "on", "our",
                                     "s", "the", "to", "with", "your"});

bool isMonth(std::string_view word)
{
    for (int month = 0; month < 12; ++month) {
        std::string name(post::monthName(month));
        name.front() = char(name.front() - 'A' + 'a');
        if (word == name || (word.size() == 3 && name.starts_with(word)) || word == "sept")
            return true;
    }
    return false;
}

bool isChanging(std::string_view word)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return std::ranges::any_of(word, isDigit) || std::ranges::contains(changingWords, word) || isMonth(word);
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

} // namespace

std::string foldedWords(std::string_view text)
{
    std::string words = post::slugOf(text, noLimit);
    std::ranges::replace(words, '-', ' ');
    return words;
}

std::string seriesOf(std::string_view title)
{
    const std::string folded = foldedWords(title);
    std::string series;
    std::size_t telling = 0, words = 0;
    for (const std::string_view word : wordsOf(folded)) {
        if (isChanging(word))
            continue;
        if (!std::ranges::contains(smallWords, word)) {
            ++telling;
        }
        ++words;
        series += series.empty() ? "" : " ";
        series += word;
    }
    return telling >= 2 && words >= 2 ? series : std::string();
}

} // namespace archive
