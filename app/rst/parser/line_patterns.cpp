// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/line_patterns.h"

#include "rst/parser/option_list.h"

#include <array>

namespace rst {

namespace {

/// Which patterns a line may match, by its first byte.
enum class First : std::uint8_t { Text, Blank, LetterOrDigit, NumberSign, Punctuation, HighBullet };

[[nodiscard]] constexpr First classOf(unsigned char byte) noexcept
{
    const char character = char(byte);
    if (character == ' ')
        return First::Blank;
    if (isAsciiDigit(character) || isAsciiLetter(character))
        return First::LetterOrDigit;
    if (character == '#' || character == '(')
        return First::NumberSign;
    if (isPunctuation(character))
        return First::Punctuation;
    return byte == 0xe2 ? First::HighBullet : First::Text;
}

constexpr std::array<First, 256> firstBytes = [] {
    std::array<First, 256> classes{};
    for (unsigned byte = 0; byte < 256; ++byte)
        classes[byte] = classOf(static_cast<unsigned char>(byte));
    return classes;
}();

/// A match of the marker that takes `length` bytes and must be followed by blanks or the line's end; or none.
[[nodiscard]] std::size_t markerEnd(std::string_view line, std::string_view marker) noexcept
{
    return line.starts_with(marker) ? pastBlanks(line, marker.size()) : std::string_view::npos;
}

[[nodiscard]] bool isSimpleTableTop(std::string_view line) noexcept
{
    return line.front() == '=' && line.find(' ') != std::string_view::npos && line.back() == '=' &&
           isSimpleTableBorder(line);
}

/// The transition for a line that begins with punctuation.
[[nodiscard]] TransitionMatch matchPunctuation(std::string_view line) noexcept
{
    const auto marker = [line](std::string_view text, Transition transition) -> TransitionMatch {
        const std::size_t end = markerEnd(line, text);
        return end == std::string_view::npos ? TransitionMatch{} : TransitionMatch{transition, end};
    };
    TransitionMatch match;
    switch (line.front()) {
    case '-':
    case '+':
    case '*':
        match = marker(line.substr(0, 1), Transition::Bullet);
        if (match.end == 0 && line.front() != '*')
            match = {Transition::OptionMarker, optionMarkerLength(line)};
        if (match.end == 0 && isGridTableBorder(line))
            match = {Transition::GridTableTop, line.size()};
        break;
    case '/': match = {Transition::OptionMarker, optionMarkerLength(line)}; break;
    case ':': match = {Transition::FieldMarker, fieldMarkerLength(line)}; break;
    case '>': match = marker(">>>", Transition::Doctest); break;
    case '|': match = marker("|", Transition::LineBlock); break;
    case '=':
        if (isSimpleTableTop(line))
            match = {Transition::SimpleTableTop, line.size()};
        break;
    case '.': match = marker("..", Transition::ExplicitMarkup); break;
    case '_': match = marker("__", Transition::Anonymous); break;
    default: break;
    }
    if (match.end != 0)
        return match;
    return isAdornment(line) ? TransitionMatch{Transition::Line, line.size()} : TransitionMatch{};
}

} // namespace

std::size_t pastBlanks(std::string_view line, std::size_t at) noexcept
{
    if (at == line.size())
        return at;
    if (line[at] != ' ')
        return std::string_view::npos;
    const std::size_t end = line.find_first_not_of(' ', at);
    return end == std::string_view::npos ? line.size() : end;
}

TransitionMatch matchTransition(std::string_view line) noexcept
{
    if (line.empty())
        return {Transition::Blank, 0};
    switch (firstBytes[static_cast<unsigned char>(line.front())]) {
    case First::Text: break;
    case First::Blank: return {Transition::Indent, line.find_first_not_of(' ')};
    case First::LetterOrDigit:
        if (const std::size_t length = enumeratorLength(line); length != 0)
            return {Transition::Enumerator, pastBlanks(line, length)};
        break;
    case First::NumberSign:
        if (const std::size_t length = enumeratorLength(line); length != 0)
            return {Transition::Enumerator, pastBlanks(line, length)};
        return matchPunctuation(line);
    case First::Punctuation: return matchPunctuation(line);
    case First::HighBullet:
        for (const std::string_view bullet : {"\u2022", "\u2023", "\u2043"}) {
            if (const std::size_t end = markerEnd(line, bullet); end != std::string_view::npos)
                return {Transition::Bullet, end};
        }
        break;
    }
    return {};
}

bool isAdornment(std::string_view line) noexcept
{
    return !line.empty() && isPunctuation(line.front()) &&
           line.find_first_not_of(line.front()) == std::string_view::npos;
}

bool isGridTableBorder(std::string_view line) noexcept
{
    return line.size() >= 5 && line.starts_with("+-") && line.ends_with("-+") &&
           line.find_first_not_of("+-") == std::string_view::npos;
}

bool isSimpleTableBorder(std::string_view line) noexcept
{
    return line.starts_with('=') && line.find_first_not_of("= ") == std::string_view::npos;
}

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#field-lists
std::size_t fieldMarkerLength(std::string_view line) noexcept
{
    if (line.size() < 3 || line[0] != ':' || line[1] == ':' || line[1] == ' ')
        return 0;
    for (std::size_t at = 1; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
            continue;
        }
        if (line[at] != ':')
            continue;
        if (at + 1 < line.size() && line[at + 1] != ' ' && line[at + 1] != '`')
            continue; // a colon within the name
        const std::size_t end = pastBlanks(line, at + 1);
        return line[at - 1] == ' ' || end == std::string_view::npos ? 0 : end;
    }
    return 0;
}

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#enumerated-lists
std::size_t enumeratorLength(std::string_view line) noexcept
{
    const std::size_t begin = line.starts_with('(') ? 1 : 0;
    const auto endOf = [line, begin](std::string_view characters) {
        const std::size_t end = line.find_first_not_of(characters, begin);
        return end == std::string_view::npos ? line.size() : end;
    };
    if (begin == line.size())
        return 0;
    std::size_t end = begin + 1;
    if (isAsciiDigit(line[begin]))
        end = endOf("0123456789");
    else if (std::string_view("ivxlcdm").contains(line[begin]))
        end = endOf("ivxlcdm");
    else if (std::string_view("IVXLCDM").contains(line[begin]))
        end = endOf("IVXLCDM");
    else if (!isAsciiLetter(line[begin]) && line[begin] != '#')
        return 0;
    if (end == line.size() || (line[end] != ')' && (begin == 1 || line[end] != '.')))
        return 0;
    return pastBlanks(line, end + 1) == std::string_view::npos ? 0 : end + 1;
}

} // namespace rst
