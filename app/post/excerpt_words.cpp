// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/excerpt_words.h"

#include "post/template_slots.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace post {

namespace {

// An excerpt with more words says something, however it begins.
constexpr std::size_t longestGreeting = 7;
constexpr std::size_t longestOrigin = 16;

std::vector<std::string> lowerWordsOf(std::string_view text)
{
    std::vector<std::string> words;
    rst::addWords(words, rst::toLower(text));
    return words;
}

bool isGreeting(const std::vector<std::string> &words)
{
    static constexpr std::array<std::string_view, 6> greetings = {"hello", "hi", "hey", "dear", "greetings", "welcome"};
    static constexpr std::array<std::string_view, 3> times = {"morning", "afternoon", "evening"};
    if (words.empty() || words.size() > longestGreeting)
        return false;
    const bool isTimeOfDay = words.size() > 1 && words[0] == "good" && std::ranges::contains(times, words[1]);
    return isTimeOfDay || std::ranges::contains(greetings, words[0]);
}

bool isOrigin(const std::vector<std::string> &words)
{
    static constexpr std::array<std::string_view, 4> verbs = {"posted", "published", "appeared", "written"};
    if (words.size() > longestOrigin)
        return false;
    const auto originally = std::ranges::find(words, "originally");
    return originally != words.end() && std::ranges::any_of(verbs, [&](std::string_view verb) {
               return std::find(words.begin(), words.end(), verb) != words.end();
           });
}

} // namespace

std::string excerptText(const PostMetadata &metadata)
{
    std::string text;
    for (const ExcerptPart &part : metadata.excerpt) {
        if (!part.isImage && !part.text.empty())
            text += (text.empty() ? "" : " ") + part.text;
    }
    return text;
}

ExcerptFault excerptFault(std::string_view excerpt)
{
    if (!templateSlots(excerpt).empty())
        return ExcerptFault::Slot;
    const std::vector<std::string> words = lowerWordsOf(excerpt);
    if (isGreeting(words))
        return ExcerptFault::Greeting;
    return isOrigin(words) ? ExcerptFault::Origin : ExcerptFault::None;
}

ComparedExcerpt::ComparedExcerpt(std::string excerpt) : m_excerpt(std::move(excerpt)), m_words(lowerWordsOf(m_excerpt))
{
}

bool ComparedExcerpt::isSameAs(std::string_view other, std::size_t longest) const
{
    if (other.size() + 3 >= longest && m_excerpt.size() > other.size()) // cut between characters
        return m_excerpt.starts_with(other);
    return !m_words.empty() && m_words == lowerWordsOf(other);
}

} // namespace post
