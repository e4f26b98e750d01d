// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"

#include "rst/text/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <format>
#include <iterator>
#include <ranges>

namespace rst {

namespace {

/// Python's `str.isprintable()` for one character outside ASCII.
[[nodiscard]] bool isPrintable(char32_t character) noexcept
{
    constexpr std::uint32_t unprintable = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CO_MASK | U_GC_CN_MASK |
                                          U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_ZS_MASK;
    return (U_GET_GC_MASK(UChar32(character)) & unprintable) == 0;
}

} // namespace

std::optional<char32_t> characterNamed(std::string_view name)
{
    UErrorCode error = U_ZERO_ERROR;
    const UChar32 character = u_charFromName(U_UNICODE_CHAR_NAME, std::string(name).c_str(), &error);
    return U_SUCCESS(error) ? std::optional(char32_t(character)) : std::nullopt;
}

bool isAscii(std::string_view text) noexcept
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string toLowerAscii(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return result;
}

bool isSpace(char32_t character) noexcept
{
    if (character < 0x80)
        return character == ' ' || (character >= 0x09 && character <= 0x0d) || (character >= 0x1c && character <= 0x1f);
    switch (character) {
    case 0x85:
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000: return true;
    default: return character >= 0x2000 && character <= 0x200a;
    }
}

bool isAlphanumeric(char32_t character) noexcept
{
    if (character < 0x80)
        return (character >= '0' && character <= '9') || ((character | 0x20) >= 'a' && (character | 0x20) <= 'z');
    return (U_GET_GC_MASK(UChar32(character)) & U_GC_L_MASK) != 0 ||
           u_getIntPropertyValue(UChar32(character), UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

bool isCombining(char32_t character) noexcept
{
    return character >= 0x300 && u_getCombiningClass(UChar32(character)) != 0;
}

std::string_view trimmedRight(std::string_view text) noexcept
{
    while (!text.empty()) {
        const CodePoint last = decodeBefore(text, text.size());
        if (!isSpace(last.value))
            break;
        text.remove_suffix(last.size);
    }
    return text;
}

std::string_view trimmedLeft(std::string_view text) noexcept
{
    while (!text.empty()) {
        const CodePoint first = decodeAt(text, 0);
        if (!isSpace(first.value))
            break;
        text.remove_prefix(first.size);
    }
    return text;
}

std::string_view trimmed(std::string_view text) noexcept
{
    return trimmedLeft(trimmedRight(text));
}

std::vector<std::string_view> commaItems(std::string_view list)
{
    std::vector<std::string_view> items;
    for (const auto item : std::views::split(list, ','))
        items.push_back(trimmed(std::string_view(item)));
    if (items.empty())
        items.emplace_back();
    return items;
}

std::string toLower(std::string_view text)
{
    if (isAscii(text)) {
        std::string lower(text);
        for (char &c : lower)
            c = c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
        return lower;
    }
    // The root locale's full mapping, final sigma included, is Python's.
    std::string lower;
    lower.reserve(text.size());
    icu::StringByteSink<std::string> sink(&lower);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToLower("", 0, icu::StringPiece(text.data(), std::int32_t(text.size())), sink, nullptr, status);
    return lower;
}

unsigned columnWidth(char32_t character) noexcept
{
    if (character < 0x300)
        return 1;
    const std::int32_t width = u_getIntPropertyValue(UChar32(character), UCHAR_EAST_ASIAN_WIDTH);
    const unsigned columns = width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
    return isCombining(character) ? columns - 1 : columns;
}

std::size_t columnWidth(std::string_view text) noexcept
{
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++width;
            ++at;
            continue;
        }
        const CodePoint character = decodeAt(text, at);
        width += columnWidth(character.value);
        at += character.size;
    }
    return width;
}

std::string pythonRepr(std::string_view text)
{
    const char quote = text.contains('\'') && !text.contains('"') ? '"' : '\'';
    std::string result(1, quote);
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint character = decodeAt(text, at);
        const auto value = std::uint32_t(character.value);
        if (value == std::uint32_t(quote) || value == '\\')
            (result += '\\') += char(value);
        else if (value == '\n')
            result += "\\n";
        else if (value == '\r')
            result += "\\r";
        else if (value == '\t')
            result += "\\t";
        else if ((value >= 0x20 && value < 0x7f) || (value > 0x7f && isPrintable(character.value)))
            result += text.substr(at, character.size);
        else if (value < 0x100)
            std::format_to(std::back_inserter(result), "\\x{:02x}", value);
        else if (value < 0x1'0000)
            std::format_to(std::back_inserter(result), "\\u{:04x}", value);
        else
            std::format_to(std::back_inserter(result), "\\U{:08x}", value);
        at += character.size;
    }
    result += quote;
    return result;
}

void addWords(std::vector<std::string> &words, std::string_view text)
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = decodeAt(text, at);
        if (!isAlphanumeric(character.value)) {
            if (at > begin)
                words.emplace_back(text.substr(begin, at - begin));
            begin = at + character.size;
        }
        at += character.size;
    }
    if (begin < text.size())
        words.emplace_back(text.substr(begin));
}

namespace {

[[nodiscard]] constexpr char lowered(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

/// The digits of a code in the hexadecimal forms `0x`, `x`, `\x`, `U+`, `U`, `\u`, `&#x...;`; nothing for other text.
[[nodiscard]] std::string_view hexDigits(std::string_view code) noexcept
{
    const auto dropPrefix = [&code](std::string_view prefix) {
        const bool matches =
            code.size() > prefix.size() && std::ranges::equal(code.substr(0, prefix.size()), prefix, {}, &lowered);
        if (matches)
            code.remove_prefix(prefix.size());
        return matches;
    };
    constexpr std::string_view prefixes[] = {"0x", "x", "\\x", "u+", "u", "\\u"};
    if (dropPrefix("&#x")) {
        if (!code.ends_with(';'))
            return {};
        code.remove_suffix(1);
    } else if (std::ranges::none_of(prefixes, dropPrefix)) {
        return {};
    }
    const bool isHex = code.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    return isHex ? code : std::string_view();
}

[[nodiscard]] std::expected<std::string, std::string> characterOf(std::string_view digits, int base)
{
    std::uint32_t code = 0;
    const std::from_chars_result read = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
    if (read.ec != std::errc() || code > 0x10ffff)
        return std::unexpected("chr() arg not in range(0x110000)");
    std::string character;
    appendUtf8(character, code >= 0xd800 && code < 0xe000 ? U'\ufffd' : char32_t(code)); // a lone surrogate is no text
    return character;
}

} // namespace

std::expected<std::string, std::string> unicodeCode(std::string_view code)
{
    if (!code.empty() && code.find_first_not_of("0123456789") == std::string_view::npos)
        return characterOf(code, 10);
    const std::string_view digits = hexDigits(code);
    return digits.empty() ? std::string(code) : characterOf(digits, 16);
}

} // namespace rst
