// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/date_tokens.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>

#include <unicode/uchar.h>

namespace post {

namespace {

enum class CharacterKind { Letter, Digit, Space, Other };

struct Character {
    CharacterKind kind = CharacterKind::Other;
    std::string text = {};
};

Character characterAt(std::string_view text, std::size_t at, std::size_t &size)
{
    const rst::CodePoint point = rst::decodeAt(text, at);
    size = point.size;
    const auto code = UChar32(point.value);
    if (u_isalpha(code))
        return {CharacterKind::Letter, std::string(text.substr(at, size))};
    if (u_isdigit(code))
        return {CharacterKind::Digit, std::string(1, char('0' + u_charDigitValue(code)))};
    if (rst::isSpace(point.value))
        return {CharacterKind::Space, " "};
    return {CharacterKind::Other, std::string(text.substr(at, size))};
}

/// What a run of characters may go on with.
enum class Run { Word, Number, DottedWord, DottedNumber };

/// Whether a character belongs to the run; a dot, or what follows it, may change what kind of run it is.
bool goesOn(Run &run, const std::string &token, const Character &next)
{
    const bool isDot = next.text == ".";
    const bool afterDot = token.ends_with('.');
    switch (run) {
    case Run::Word:
        if (isDot)
            run = Run::DottedWord;
        return isDot || next.kind == CharacterKind::Letter;
    case Run::Number:
        if (next.kind == CharacterKind::Digit)
            return true;
        if (!isDot && !(next.text == "," && token.size() >= 2))
            return false;
        run = Run::DottedNumber;
        return true;
    case Run::DottedWord:
        if (isDot || next.kind == CharacterKind::Letter)
            return true;
        if (next.kind != CharacterKind::Digit || !afterDot)
            return false;
        run = Run::DottedNumber;
        return true;
    case Run::DottedNumber:
        if (isDot || next.kind == CharacterKind::Digit)
            return true;
        if (next.kind != CharacterKind::Letter || !afterDot)
            return false;
        run = Run::DottedWord;
        return true;
    }
    return false;
}

bool isPoint(char c) noexcept
{
    return c == '.' || c == ',';
}

/// Adds the parts of a token between dots and commas, and these on their own.
void addParts(std::vector<std::string> &tokens, std::string_view token)
{
    const auto first = std::size_t(std::ranges::find_if(token, isPoint) - token.begin());
    tokens.emplace_back(token.substr(0, first));
    for (std::size_t at = first; at < token.size();) {
        const std::size_t end =
            isPoint(token[at])
                ? at + 1
                : at + std::size_t(std::ranges::find_if(token.substr(at), isPoint) - token.substr(at).begin());
        tokens.emplace_back(token.substr(at, end - at));
        at = end;
    }
}

} // namespace

std::vector<std::string> dateTokens(std::string_view text)
{
    std::vector<std::string> tokens;
    for (std::size_t at = 0, size = 0; at < text.size();) {
        if (text[at] == '\0') {
            ++at;
            continue;
        }
        Character character = characterAt(text, at, size);
        at += size;
        std::string token = std::move(character.text);
        if (character.kind != CharacterKind::Letter && character.kind != CharacterKind::Digit) {
            tokens.push_back(std::move(token));
            continue;
        }
        Run run = character.kind == CharacterKind::Letter ? Run::Word : Run::Number;
        bool hasLetters = false; // dateutil's notion: a letter, and then anything
        while (at < text.size()) {
            if (text[at] == '\0') {
                ++at;
                continue;
            }
            const Character next = characterAt(text, at, size);
            hasLetters = hasLetters || run == Run::Word || run == Run::DottedWord;
            if (!goesOn(run, token, next))
                break;
            token += next.text;
            at += size;
        }
        const bool isDotted = run == Run::DottedWord || run == Run::DottedNumber;
        if (isDotted && (hasLetters || std::ranges::count(token, '.') > 1 || isPoint(token.back()))) {
            addParts(tokens, token);
        } else {
            if (run == Run::DottedNumber && !token.contains('.'))
                std::ranges::replace(token, ',', '.');
            tokens.push_back(std::move(token));
        }
    }
    return tokens;
}

std::optional<std::int64_t> wholeNumber(std::string_view digits)
{
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    std::int64_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = std::min(value * 10 + (c - '0'), limit);
    }
    return digits.empty() ? std::nullopt : std::optional(value);
}

std::optional<Decimal> decimal(std::string_view token)
{
    const std::size_t point = token.find('.');
    const auto whole = wholeNumber(token.substr(0, point));
    if (!whole)
        return std::nullopt;
    Decimal result = {.whole = *whole};
    if (point == token.npos)
        return result;
    const std::string_view digits = token.substr(point + 1);
    if (!wholeNumber(digits))
        return std::nullopt;
    for (std::size_t i = 0; i < 17; ++i)
        result.fraction = result.fraction * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return result;
}

bool isNotANumber(std::string_view word)
{
    std::string name(word);
    for (char &c : name)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return name == "nan" || name == "inf" || name == "infinity";
}

} // namespace post
