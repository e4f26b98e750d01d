// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/names.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace rst {

namespace {

/// Letters that Unicode does not decompose, and what docutils writes for them in an identifier.
struct Letter {
    char32_t letter = 0;
    std::string_view ascii = {};
};
constexpr std::array letters{
    Letter{0xdf, "sz"}, Letter{0xe6, "ae"}, Letter{0xf8, "o"},   Letter{0x111, "d"},  Letter{0x127, "h"},
    Letter{0x131, "i"}, Letter{0x142, "l"}, Letter{0x153, "oe"}, Letter{0x167, "t"},  Letter{0x180, "b"},
    Letter{0x183, "b"}, Letter{0x188, "c"}, Letter{0x18c, "d"},  Letter{0x192, "f"},  Letter{0x199, "k"},
    Letter{0x19a, "l"}, Letter{0x19e, "n"}, Letter{0x1a5, "p"},  Letter{0x1ab, "t"},  Letter{0x1ad, "t"},
    Letter{0x1b4, "y"}, Letter{0x1b6, "z"}, Letter{0x1e5, "g"},  Letter{0x225, "z"},  Letter{0x234, "l"},
    Letter{0x235, "n"}, Letter{0x236, "t"}, Letter{0x237, "j"},  Letter{0x238, "db"}, Letter{0x239, "qp"},
    Letter{0x23c, "c"}, Letter{0x23f, "s"}, Letter{0x240, "z"},  Letter{0x247, "e"},  Letter{0x249, "j"},
    Letter{0x24b, "q"}, Letter{0x24d, "r"}, Letter{0x24f, "y"},
};
static_assert(std::ranges::is_sorted(letters, {}, &Letter::letter));

/// Replaces the letters above; everything else stays.
[[nodiscard]] std::string withAsciiLetters(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = decodeAt(text, at);
        const auto found = std::ranges::lower_bound(letters, character.value, {}, &Letter::letter);
        if (found != letters.end() && found->letter == character.value)
            result += found->ascii;
        else
            result += text.substr(at, character.size);
        at += character.size;
    }
    return result;
}

[[nodiscard]] std::string decomposed(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *nfkd = icu::Normalizer2::getNFKDInstance(status);
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    if (U_SUCCESS(status))
        nfkd->normalizeUTF8(0, icu::StringPiece(text.data(), std::int32_t(text.size())), sink, nullptr, status);
    return result;
}

} // namespace

std::string whitespaceNormalizeName(std::string_view name)
{
    std::string result;
    result.reserve(name.size());
    bool isBetweenWords = false;
    for (std::size_t at = 0; at < name.size();) {
        const CodePoint character = decodeAt(name, at);
        if (isSpace(character.value)) {
            isBetweenWords = !result.empty();
        } else {
            if (isBetweenWords)
                result += ' ';
            isBetweenWords = false;
            result += name.substr(at, character.size);
        }
        at += character.size;
    }
    return result;
}

bool hasPlainSpace(std::string_view name) noexcept
{
    char before = ' ';
    for (const char c : name) {
        if (static_cast<unsigned char>(c) >= 0x80 || static_cast<unsigned char>(c) < ' ' || (c == ' ' && before == ' '))
            return false; // or not sure of it
        before = c;
    }
    return name.empty() || before != ' ';
}

bool isNormalizedName(std::string_view name) noexcept
{
    return hasPlainSpace(name) && std::ranges::none_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string fullyNormalizeName(std::string_view name)
{
    return whitespaceNormalizeName(toLower(name));
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#identifier-normalization
std::string makeId(std::string_view name)
{
    std::string folded = toLower(name);
    if (!isAscii(folded))
        folded = decomposed(withAsciiLetters(folded));

    std::string id;
    id.reserve(folded.size());
    bool isHyphenDue = false;
    for (const char c : folded) {
        if (static_cast<unsigned char>(c) >= 0x80)
            continue; // dropped without a trace
        const bool isLetter = c >= 'a' && c <= 'z';
        const bool isDigit = c >= '0' && c <= '9';
        if (!isLetter && !isDigit) {
            isHyphenDue = true;
        } else if (isLetter || !id.empty()) { // an identifier begins with a letter
            if (isHyphenDue && !id.empty())
                id += '-';
            isHyphenDue = false;
            id += c;
        }
    }
    return id;
}

std::string asciiFolded(std::string_view text)
{
    if (isAscii(text))
        return std::string(text);
    std::string folded = decomposed(withAsciiLetters(text));
    std::erase_if(folded, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return folded;
}

std::string compatibilityDecomposed(std::string_view text)
{
    return isAscii(text) ? std::string(text) : decomposed(text);
}

} // namespace rst
