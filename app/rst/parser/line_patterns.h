// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rst {

/// What the first line of a block may begin: the transitions of docutils' state `Body`, in the order in which it tries them.
enum class Transition : std::uint8_t {
    Blank,
    Indent,
    Bullet,
    Enumerator,
    FieldMarker,
    OptionMarker,
    Doctest,
    LineBlock,
    GridTableTop,
    SimpleTableTop,
    ExplicitMarkup,
    Anonymous,
    Line,
    Text,
};

/// A transition and how many bytes of the line its pattern took, blanks behind a marker included.
struct TransitionMatch {
    Transition transition = Transition::Text;
    std::size_t end = 0;
};

/// The transition for a line; no look at any other line is needed for it.
[[nodiscard]] TransitionMatch matchTransition(std::string_view line) noexcept;

/// One punctuation character, over and over: an adornment or a transition marker (`Body.patterns['line']`).
[[nodiscard]] bool isAdornment(std::string_view line) noexcept;

/// The drawing of a grid table's top and bottom (`grid_table_top_pat`).
[[nodiscard]] bool isGridTableBorder(std::string_view line) noexcept;

/// A border of a simple table, a gap between columns not required (`simple_table_border_pat`).
[[nodiscard]] bool isSimpleTableBorder(std::string_view line) noexcept;

/// How many bytes a field's marker takes, from the colon to the blanks behind its second colon; 0 where there is none.
[[nodiscard]] std::size_t fieldMarkerLength(std::string_view line) noexcept;

/// How many bytes the enumerator at the line's start takes, its parentheses or period included and blanks behind it not;
/// 0 where there is none.
[[nodiscard]] std::size_t enumeratorLength(std::string_view line) noexcept;

/// `at` past the blanks that stand there; npos where something else does. Most markers end this way (`( +|$)`).
[[nodiscard]] std::size_t pastBlanks(std::string_view line, std::size_t at) noexcept;

/// ASCII punctuation: what may adorn titles and quote literal blocks (`nonalphanum7bit`).
[[nodiscard]] constexpr bool isPunctuation(char character) noexcept
{
    return (character >= '!' && character <= '/') || (character >= ':' && character <= '@') ||
           (character >= '[' && character <= '`') || (character >= '{' && character <= '~');
}

[[nodiscard]] constexpr bool isAsciiDigit(char character) noexcept
{
    return character >= '0' && character <= '9';
}

[[nodiscard]] constexpr bool isAsciiLetter(char character) noexcept
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

} // namespace rst
