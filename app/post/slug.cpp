// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/slug.h"

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <utility>
#include <vector>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace post {

namespace {

/// The text in ASCII lower case: accents folded, other scripts transliterated, the rest dropped.
std::string asciiLower(std::string_view text)
{
    const bool isAscii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    std::string result(text);
    if (!isAscii) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Transliterator> transliterator(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; [:^ASCII:] Remove", UTRANS_FORWARD, status));
        if (U_SUCCESS(status)) {
            icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), int(text.size())));
            transliterator->transliterate(unicode);
            result.clear();
            unicode.toUTF8String(result);
        }
    }
    for (char &c : result)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return result;
}

bool isWordCharacter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// What separates words: white space and dashes. Every other mark just goes, so that "2016/2017" is one word.
bool separatesWords(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '-';
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (isWordCharacter(c)) {
            word += c;
        } else if (separatesWords(c) && !word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty())
        words.push_back(word);
    return words;
}

} // namespace

std::string slugOf(std::string_view title, std::size_t maxLength)
{
    static constexpr std::string_view articles[] = {"the", "a", "an"};
    constexpr std::size_t readable = 2000; // bytes of a title that can still matter
    std::vector<std::string> words = wordsOf(asciiLower(title.substr(0, readable)));
    const auto isArticle = [](const std::string &word) {
        return std::ranges::find(articles, word) != std::end(articles);
    };
    if (!std::ranges::all_of(words, isArticle))
        std::erase_if(words, isArticle);

    std::string slug;
    for (const std::string &word : words) {
        if (slug.empty())
            slug = word.substr(0, maxLength);
        else if (slug.size() + 1 + word.size() <= maxLength)
            slug += '-' + word;
        else
            break;
    }
    return slug.empty() ? "post" : slug;
}

std::string pathByRule(std::string_view rule, const DateTime &date, std::string_view slug)
{
    const std::array<std::pair<std::string_view, std::string>, 4> values = {
        {{"{year}", std::format("{:04}", date.year)},
         {"{month}", std::format("{:02}", date.month)},
         {"{day}", std::format("{:02}", date.day)},
         {"{slug}", std::string(slug)}}};
    std::string path;
    for (std::size_t at = 0; at < rule.size();) {
        const auto value =
            std::ranges::find_if(values, [&](const auto &entry) { return rule.substr(at).starts_with(entry.first); });
        if (value == values.end()) {
            path += rule[at++];
        } else {
            path += value->second;
            at += value->first.size();
        }
    }
    return path;
}

} // namespace post
