// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/utf8.h"

#include <algorithm>
#include <cstring>

namespace rst {

namespace {

constexpr char32_t replacement = 0xfffd;

[[nodiscard]] constexpr std::uint8_t byteAt(std::string_view text, std::size_t at) noexcept
{
    return static_cast<std::uint8_t>(text[at]);
}

/// How many leading bytes form, or begin, one sequence (Unicode's "maximal subpart", table 3-7), and whether it is whole.
struct Sequence {
    std::size_t size = 1;
    bool isValid = false;
    char32_t value = replacement;
};

[[nodiscard]] Sequence sequenceAt(std::string_view text, std::size_t at) noexcept
{
    const std::uint8_t lead = byteAt(text, at);
    if (lead < 0x80)
        return {.size = 1, .isValid = true, .value = lead};
    if (lead < 0xc2 || lead > 0xf4)
        return {};
    const std::size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    // Only the second byte's range depends on the first: no overlong forms, no surrogates, nothing past U+10FFFF.
    std::uint8_t lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    std::uint8_t highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    char32_t value = char32_t{lead} & (0xffu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i >= text.size() || byteAt(text, at + i) < lowest || byteAt(text, at + i) > highest)
            return {.size = i};
        value = (value << 6) | (byteAt(text, at + i) & 0x3fu);
        lowest = 0x80;
        highest = 0xbf;
    }
    return {.size = length, .isValid = true, .value = value};
}

/// The first byte at or after `at` that is not ASCII.
[[nodiscard]] std::size_t skipAscii(std::string_view text, std::size_t at) noexcept
{
    constexpr std::uint64_t highBits = 0x8080'8080'8080'8080u;
    while (at + sizeof(std::uint64_t) <= text.size()) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & highBits) != 0)
            break;
        at += sizeof eight;
    }
    while (at < text.size() && byteAt(text, at) < 0x80)
        ++at;
    return at;
}

} // namespace

CodePoint decodeAt(std::string_view text, std::size_t at) noexcept
{
    const Sequence sequence = sequenceAt(text, at);
    if (!sequence.isValid)
        return {.value = replacement, .size = 1};
    return {.value = sequence.value, .size = std::uint8_t(sequence.size)};
}

CodePoint decodeBefore(std::string_view text, std::size_t end) noexcept
{
    if (end == 0)
        return {.value = 0, .size = 0};
    std::size_t begin = end - 1;
    const std::size_t earliest = end >= 4 ? end - 4 : 0;
    while (begin > earliest && (byteAt(text, begin) & 0xc0) == 0x80)
        --begin;
    const Sequence sequence = sequenceAt(text, begin);
    if (!sequence.isValid || begin + sequence.size != end)
        return {.value = replacement, .size = 1};
    return {.value = sequence.value, .size = std::uint8_t(sequence.size)};
}

void appendUtf8(std::string &to, char32_t codePoint)
{
    const auto put = [&to](char32_t byte) { to += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xc0 | (codePoint >> 6));
        put(0x80 | (codePoint & 0x3f));
    } else if (codePoint < 0x1'0000) {
        put(0xe0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3f));
        put(0x80 | (codePoint & 0x3f));
    } else {
        put(0xf0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3f));
        put(0x80 | ((codePoint >> 6) & 0x3f));
        put(0x80 | (codePoint & 0x3f));
    }
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) noexcept
{
    std::size_t at = skipAscii(text, 0);
    while (at < text.size()) {
        const Sequence sequence = sequenceAt(text, at);
        if (!sequence.isValid)
            return at;
        at = skipAscii(text, at + sequence.size);
    }
    return std::nullopt;
}

std::string toValidUtf8(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const Sequence sequence = sequenceAt(text, at);
        if (sequence.isValid)
            result += text.substr(at, sequence.size);
        else
            appendUtf8(result, replacement);
        at += sequence.size;
    }
    return result;
}

std::size_t countCodePoints(std::string_view text) noexcept
{
    return std::size_t(
        std::ranges::count_if(text, [](char c) { return (static_cast<std::uint8_t>(c) & 0xc0) != 0x80; }));
}

} // namespace rst
