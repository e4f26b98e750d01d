// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rst {

/// What a byte may be in inline markup. Bytes of characters outside ASCII have none of these.
enum class InlineClass : std::uint16_t {
    BeginsMarkup = 1u << 0, // * ` _ | [ : , which the parser stops at
    Precedes = 1u << 1,     // inline markup may start after it
    Follows = 1u << 2,      // inline markup may end before it
    Space = 1u << 3,
    Alphanumeric = 1u << 4,
    Letter = 1u << 5,
    Scheme = 1u << 6,         // in a URI's scheme
    Uri = 1u << 7,            // in the rest of a URI, an escaping backslash included
    UriLast = 1u << 8,        // at its end
    Email = 1u << 9,          // in an e-mail address
    NameSeparator = 1u << 10, // alone between the words of a simple reference name
};

namespace detail {

[[nodiscard]] consteval std::array<std::uint16_t, 256> inlineClasses()
{
    std::array<std::uint16_t, 256> classes{};
    const auto mark = [&classes](std::string_view characters, InlineClass as) {
        for (const char c : characters)
            classes[static_cast<unsigned char>(c)] |= std::uint16_t(as);
    };
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view spaces = "\t\n\v\f\r\x1c\x1d\x1e\x1f ";
    constexpr std::string_view escape{"\0", 1};
    using enum InlineClass;
    mark("*`_|[:", BeginsMarkup);
    for (const InlineClass around : {Precedes, Follows}) {
        mark(spaces, around);
        mark("-/:", around);
    }
    mark("\"'(<[{", Precedes);
    mark("\"')>]}\\.,;!?", Follows);
    mark(escape, Follows);
    mark(spaces, Space);
    for (const InlineClass with : {Alphanumeric, Scheme, Uri, UriLast, Email}) {
        mark(letters, with);
        mark(digits, with);
    }
    mark(letters, Letter);
    mark(".+-", Scheme);
    mark("-_.!~*'()[];/:@&=+$,%", Uri);
    mark(escape, Uri);
    mark("_~*/=+", UriLast);
    mark("-_!~*'{|}/#?^`&=+$%", Email);
    mark(escape, Email);
    mark("-._+:", NameSeparator);
    return classes;
}

inline constexpr std::array<std::uint16_t, 256> inlineClassTable = inlineClasses();

} // namespace detail

[[nodiscard]] constexpr bool isInlineClass(char c, InlineClass wanted) noexcept
{
    return (detail::inlineClassTable[static_cast<unsigned char>(c)] & std::uint16_t(wanted)) != 0;
}

/// Whether inline markup may start after, or end before, a character that is not ASCII.
[[nodiscard]] bool mayPrecedeMarkup(char32_t character) noexcept;
[[nodiscard]] bool mayFollowMarkup(char32_t character) noexcept;

/// Whether the characters open and close a quotation or a bracket together, in any typographic tradition.
[[nodiscard]] bool isMatchingPair(char32_t opening, char32_t closing) noexcept;

[[nodiscard]] constexpr bool isAsciiByte(char c) noexcept
{
    return static_cast<unsigned char>(c) < 0x80;
}

/// Whether the character before `text[at]` allows inline markup to start; `at` > 0.
[[nodiscard]] inline bool isPrecededForMarkup(std::string_view text, std::size_t at) noexcept
{
    const char before = text[at - 1];
    return isAsciiByte(before) ? isInlineClass(before, InlineClass::Precedes)
                               : mayPrecedeMarkup(decodeBefore(text, at).value);
}

/// Whether the character at `text[at]`, or the text's end there, allows inline markup to end.
[[nodiscard]] inline bool isFollowedForMarkup(std::string_view text, std::size_t at) noexcept
{
    if (at >= text.size())
        return true;
    return isAsciiByte(text[at]) ? isInlineClass(text[at], InlineClass::Follows)
                                 : mayFollowMarkup(decodeAt(text, at).value);
}

[[nodiscard]] inline bool isSpaceAt(std::string_view text, std::size_t at) noexcept
{
    if (at >= text.size())
        return false;
    return isAsciiByte(text[at]) ? isInlineClass(text[at], InlineClass::Space) : isSpace(decodeAt(text, at).value);
}

[[nodiscard]] inline bool isSpaceBefore(std::string_view text, std::size_t at) noexcept
{
    if (at == 0)
        return false;
    return isAsciiByte(text[at - 1]) ? isInlineClass(text[at - 1], InlineClass::Space)
                                     : isSpace(decodeBefore(text, at).value);
}

/// The size of the letter or digit at `text[at]`, 0 where something else stands there.
[[nodiscard]] inline std::size_t alphanumericAt(std::string_view text, std::size_t at) noexcept
{
    if (at >= text.size())
        return 0;
    if (isAsciiByte(text[at]))
        return isInlineClass(text[at], InlineClass::Alphanumeric) ? 1 : 0;
    const CodePoint character = decodeAt(text, at);
    return isAlphanumeric(character.value) ? character.size : 0;
}

/// The size of the letter or digit that ends before `text[at]`, 0 where something else does.
[[nodiscard]] inline std::size_t alphanumericBefore(std::string_view text, std::size_t at) noexcept
{
    if (at == 0)
        return 0;
    if (isAsciiByte(text[at - 1]))
        return isInlineClass(text[at - 1], InlineClass::Alphanumeric) ? 1 : 0;
    const CodePoint character = decodeBefore(text, at);
    return isAlphanumeric(character.value) ? character.size : 0;
}

} // namespace rst
