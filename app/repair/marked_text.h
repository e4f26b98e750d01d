// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// A body on its way from the importer's text to Markdown: text in which what is understood already stands as a mark.
// Marks are control characters, which no legacy post has.

namespace repair {

namespace mark {
inline constexpr char Object = '\x01';    // and objectDigits digits: a link, a picture, code
inline constexpr char Heading = '\x02';   // at a line's start, and a digit: its level
inline constexpr char Block = '\x03';     // at a line's start, and objectDigits digits: a code block, text to be kept
inline constexpr char LineBreak = '\x04'; // stands for a line end that readers saw
inline constexpr char StrongBegin = '\x05';
inline constexpr char StrongEnd = '\x06';
inline constexpr char EmphasisBegin = '\x0e';
inline constexpr char EmphasisEnd = '\x0f';
inline constexpr char Escape = '\x10'; // before a character that is text, whatever it looks like
} // namespace mark

inline constexpr std::size_t objectDigits = 6;

/// What a mark in the text stands for.
struct Object {
    enum class Kind { Link, Picture, Code, Autolink, CodeBlock, Verbatim } kind = Kind::Link;
    std::string text = {}; // a link's text, possibly marked; a picture's description; code
    std::string url = {};  // of a link or picture
    std::string href = {}; // where a picture leads to
    std::string language = {};
};

using Objects = std::vector<Object>;

[[nodiscard]] std::string markFor(std::size_t object, char kind = mark::Object);
/// The object whose mark stands at `text[at]`.
[[nodiscard]] std::size_t objectAt(std::string_view text, std::size_t at);

/// Two lines or words are one text again: with a blank between them.
[[nodiscard]] std::string inOneLine(std::string_view text);

/// Lines that html2text wrapped after a hyphen within a word are put together; the line ends after the word instead.
/// Returns how many there were.
std::size_t joinHyphens(std::string &text);

/// Runs of blanks become single. Returns how many there were.
std::size_t collapseBlanks(std::string &text);

} // namespace repair
