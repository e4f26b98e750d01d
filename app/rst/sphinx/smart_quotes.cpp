// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/smart_quotes.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <utility>

namespace rst {
namespace {

constexpr QuotationMarks allMarks[] = {
#define RST_QUOTES(tag, primaryOpen, primaryClose, secondaryOpen, secondaryClose)                                      \
    {tag, primaryOpen, primaryClose, secondaryOpen, secondaryClose},
#include "rst/sphinx/smart_quotes_languages.def"
};
static_assert(std::ranges::is_sorted(allMarks, {}, &QuotationMarks::language));

constexpr char32_t apostrophe = U'’';

std::u32string decoded(std::string_view text)
{
    std::u32string result;
    result.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            result += static_cast<unsigned char>(text[at++]);
            continue;
        }
        const CodePoint next = decodeAt(text, at);
        result += next.value;
        at += next.size;
    }
    return result;
}

std::string encoded(std::u32string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (const char32_t character : text)
        appendUtf8(result, character);
    return result;
}

/// Python's `\w`.
bool isWordCharacter(char32_t c) noexcept
{
    return c == U'_' || isAlphanumeric(c);
}

bool isPunctuation(char32_t c) noexcept
{
    return c < 0x80 && std::u32string_view(U"-!\" #$%'()*+,./:;<=>?@[\\]^_`{|}~").contains(c);
}

bool isOpeningBracket(char32_t c) noexcept
{
    return c == U'(' || c == U'[' || c == U'{';
}

bool isDash(char32_t c) noexcept
{
    return c == U'-' || c == U'–' || c == U'—';
}

/// What may stand before an opening quote.
bool isSeparator(char32_t c) noexcept
{
    return isSpace(c) || c == U'\u200b' || c == U'\u200c' || isOpeningBracket(c) || isDash(c);
}

/// Replaces every `quote` for which `matches(text, position)` holds; all decisions are made on the text as it was.
template <class Matches>
std::u32string replaced(std::u32string text, char32_t quote, std::u32string_view by, Matches matches)
{
    const std::u32string_view all(text);
    std::u32string result;
    std::size_t done = 0;
    for (std::size_t i = all.find(quote); i != all.npos; i = all.find(quote, i + 1)) {
        if (!matches(all, i))
            continue;
        result.append(all, done, i - done).append(by);
        done = i + 1;
    }
    if (done == 0)
        return text;
    return result.append(all, done);
}

/// Replaces all occurrences of a short string, left to right.
std::u32string replaced(std::u32string text, std::u32string_view what, std::u32string_view by)
{
    if (!text.contains(what))
        return text;
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t at = 0;;) {
        const std::size_t found = text.find(what, at);
        result.append(text, at, found == text.npos ? found : found - at);
        if (found == text.npos)
            return result;
        result += by;
        at = found + what.size();
    }
}

char32_t at(std::u32string_view text, std::size_t i) noexcept
{
    return i < text.size() ? text[i] : U'\0';
}

bool wordFollows(std::u32string_view text, std::size_t i) noexcept
{
    return i + 1 < text.size() && isWordCharacter(text[i + 1]);
}

bool wordOrPunctuationFollows(std::u32string_view text, std::size_t i) noexcept
{
    return i + 1 < text.size() && (isWordCharacter(text[i + 1]) || isPunctuation(text[i + 1]));
}

bool spaceStandsBefore(std::u32string_view text, std::size_t i) noexcept
{
    return i > 0 && isSpace(text[i - 1]);
}

/// A quote alone after a bracket or dash: `(" ` closes, and so does `("! `.
bool isAlone(std::u32string_view text, std::size_t i) noexcept
{
    if (i == 0 || !(isOpeningBracket(text[i - 1]) || isDash(text[i - 1])))
        return false;
    return at(text, i + 1) == U' ' || (isPunctuation(at(text, i + 1)) && at(text, i + 2) == U' ');
}

bool opens(std::u32string_view text, std::size_t i) noexcept
{
    return i > 0 && isSeparator(text[i - 1]) && wordOrPunctuationFollows(text, i);
}

/// ’80s
bool isDecade(std::u32string_view text, std::size_t i) noexcept
{
    const auto isDigit = [&](std::size_t j) { return j < text.size() && u_isdigit(UChar32(text[j])) != 0; };
    return isDigit(i + 1) && isDigit(i + 2) && at(text, i + 3) == U's';
}

bool isBetweenWordCharacters(std::u32string_view text, std::size_t i) noexcept
{
    return i > 0 && isWordCharacter(text[i - 1]) && wordFollows(text, i);
}

/// Two different quotes before a word: the pair opens.
std::u32string adjacentOpened(std::u32string text, std::u32string_view pair, std::u32string_view by)
{
    if (!text.contains(pair))
        return text;
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, pair) == 0 && wordFollows(text, i + 1)) {
            result += by;
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// Whether a text has anything that might become something else; most have but a full stop.
bool hasTypewriterMarks(std::string_view text) noexcept
{
    for (std::size_t i = text.find_first_of("-.'\"&\\"); i != text.npos; i = text.find_first_of("-.'\"&\\", i + 1)) {
        if (text[i] != '-' && text[i] != '.')
            return true;
        const std::string_view after = text.substr(i + 1, 2);
        if (text[i] == '-' ? after.starts_with('-') : after == ".." || after == " .")
            return true;
    }
    return false;
}

/// How docutils protects an escaped character while it works; that the same strings are also undone where an author
/// typed them is part of what it does.
struct Protection {
    char32_t character = 0;
    std::u32string_view entity = {};
};
constexpr Protection protections[] = {
    {U'\\', U"&#92;"}, {U'"', U"&#34;"}, {U'\'', U"&#39;"}, {U'.', U"&#46;"}, {U'-', U"&#45;"}, {U'`', U"&#96;"},
};

std::u32string withEscapesProtected(std::u32string text)
{
    if (text.find_first_of(std::u32string_view(U"\\\0", 2)) == text.npos)
        return text;
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto *const found = i > 0 && text[i - 1] == U'\0'
                                      ? std::ranges::find(protections, text[i], &Protection::character)
                                      : std::end(protections);
        if (found != std::end(protections))
            result += found->entity;
        else if (text[i] == U'\\' && std::ranges::contains(protections, at(text, i + 1), &Protection::character))
            result += std::ranges::find(protections, text[++i], &Protection::character)->entity;
        else
            result += text[i];
    }
    return result;
}

} // namespace

const QuotationMarks *quotationMarks(std::string_view languageTag)
{
    std::string tag = toLower(languageTag);
    std::ranges::replace(tag, '_', '-');
    for (;;) {
        const auto *const found =
            std::ranges::lower_bound(allMarks, std::string_view(tag), {}, &QuotationMarks::language);
        if (found != std::end(allMarks) && found->language == tag)
            return found;
        const std::size_t cut = tag.rfind('-');
        if (cut == std::string::npos)
            return nullptr;
        tag.resize(cut);
    }
}

SmartQuotesAction SmartQuotesAction::from(std::string_view letters) noexcept
{
    using enum Dashes;
    if (letters == "-1")
        return {.isReversed = true};
    if (letters == "1" || letters == "2" || letters == "3")
        return {
            .quotes = true, .doubleBackticks = true, .dashes = letters == "2" ? OldSchool : Single, .ellipses = true};
    SmartQuotesAction action{.quotes = letters.contains('q'),
                             .doubleBackticks = letters.contains('b') || letters.contains('B'),
                             .singleBackticks = letters.contains('B'),
                             .ellipses = letters.contains('e'),
                             .quotEntities = letters.contains('w')};
    if (letters.contains('i') || (letters.contains('d') && !letters.contains('D')))
        action.dashes = Single;
    else if (letters.contains('D'))
        action.dashes = OldSchool;
    return action;
}

SmartQuotes::SmartQuotes(const QuotationMarks &marks, const SmartQuotesAction &action)
    : m_marks{decoded(marks.primaryOpen), decoded(marks.primaryClose), decoded(marks.secondaryOpen),
              decoded(marks.secondaryClose)}
    , m_action(action)
    , m_isEnglish(marks.language.starts_with("en"))
{
}

bool SmartQuotes::needsEducation(std::string_view text) const noexcept
{
    return m_action.doubleBackticks || m_action.isReversed || hasTypewriterMarks(text);
}

std::u32string SmartQuotes::educateBackticks(std::u32string text) const
{
    if (m_action.doubleBackticks) {
        text = replaced(std::move(text), U"``", m_marks.primaryOpen);
        text = replaced(std::move(text), U"''", m_marks.primaryClose);
    }
    if (m_action.singleBackticks) {
        text = replaced(std::move(text), U"`", m_marks.secondaryOpen);
        text = replaced(std::move(text), U"'", m_marks.secondaryClose);
    }
    return text;
}

std::u32string SmartQuotes::reversed(std::u32string text) const
{
    text = replaced(std::move(text), U"–", U"-");
    text = replaced(std::move(text), U"—", U"--");
    for (const std::u32string *mark : {&m_marks.secondaryOpen, &m_marks.secondaryClose})
        text = replaced(std::move(text), *mark, U"'");
    for (const std::u32string *mark : {&m_marks.primaryOpen, &m_marks.primaryClose})
        text = replaced(std::move(text), *mark, U"\"");
    return replaced(std::move(text), U"…", U"...");
}

void SmartQuotes::skip(std::string_view text)
{
    if (!text.empty())
        m_context = decodeBefore(text, text.size()).value;
}

std::string SmartQuotes::educate(std::string_view text)
{
    if (text.empty())
        return {};
    const char32_t last = decodeBefore(text, text.size()).value;
    if (!needsEducation(text)) {
        m_context = last;
        return std::string(text);
    }

    std::u32string educated = withEscapesProtected(decoded(text));
    if (m_action.quotEntities)
        educated = replaced(std::move(educated), U"&quot;", U"\"");
    if (m_action.dashes != SmartQuotesAction::Dashes::None) {
        const bool isOldSchool = m_action.dashes == SmartQuotesAction::Dashes::OldSchool;
        educated = replaced(std::move(educated), U"---", isOldSchool ? U"—" : U"–");
        educated = replaced(std::move(educated), U"--", isOldSchool ? U"–" : U"—");
    }
    if (m_action.ellipses) {
        educated = replaced(std::move(educated), U"...", U"…");
        educated = replaced(std::move(educated), U". . .", U"…");
    }
    educated = educateBackticks(std::move(educated));
    if (m_action.quotes && educated.find_first_of(U"'\"") != educated.npos) {
        const bool contextIsQuote = m_context == U'"' || m_context == U'\'';
        educated.insert(educated.begin(), contextIsQuote ? U';' : m_context);
        educated = educateQuotes(std::move(educated));
        educated.erase(educated.begin());
    }
    if (m_action.isReversed)
        educated = reversed(std::move(educated));
    if (educated.contains(U'&')) {
        for (const Protection &protection : protections)
            educated = replaced(std::move(educated), protection.entity, std::u32string_view(&protection.character, 1));
    }
    m_context = last;
    return encoded(educated);
}

// The order of these steps is docutils' own (`educateQuotes`), and so is what each of them takes for an opening quote.
// Its first two rules, for a quote at the very start, never match there, so they are not here.
std::u32string SmartQuotes::educateQuotes(std::u32string text) const
{
    text = adjacentOpened(std::move(text), U"\"'", m_marks.primaryOpen + m_marks.secondaryOpen);
    text = adjacentOpened(std::move(text), U"'\"", m_marks.secondaryOpen + m_marks.primaryOpen);
    text = replaced(std::move(text), U'\'', m_marks.secondaryClose, isAlone);
    text = replaced(std::move(text), U'"', m_marks.primaryClose, isAlone);
    const std::u32string_view apostropheText(&apostrophe, 1);
    if (m_isEnglish)
        text = replaced(std::move(text), U'\'', apostropheText, isDecade);
    text = replaced(std::move(text), U'\'', m_marks.secondaryOpen, opens);
    if (m_marks.secondaryClose != apostropheText)
        text = replaced(std::move(text), U'\'', apostropheText, isBetweenWordCharacters);
    text = replaced(std::move(text), U'\'', m_marks.secondaryClose,
                    [](auto all, auto i) { return !spaceStandsBefore(all, i); });
    text = replaced(std::move(text), U'\'', m_marks.secondaryOpen, [](auto, auto) { return true; });
    text = replaced(std::move(text), U'"', m_marks.primaryOpen, opens);
    text = replaced(std::move(text), U'"', m_marks.primaryClose, [](auto all, auto i) {
        return !spaceStandsBefore(all, i) || (i + 1 < all.size() && isSpace(all[i + 1]));
    });
    return replaced(std::move(text), U'"', m_marks.primaryOpen, [](auto, auto) { return true; });
}

} // namespace rst
