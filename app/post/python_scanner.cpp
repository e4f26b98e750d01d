// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/python_scanner.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace post {

namespace {

bool isNameStart(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isDecimalDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

} // namespace

bool PythonScanner::isAtName() const noexcept
{
    return isNameStart(peek());
}

bool PythonScanner::isAtNumber() const noexcept
{
    const char c = peek();
    return isDecimalDigit(c) || c == '-' || c == '+' || c == '.';
}

std::string_view PythonScanner::takeNumber() noexcept
{
    const std::size_t begin = m_at;
    while (isDecimalDigit(peek()) || isNameStart(peek()) || peek() == '.')
        ++m_at;
    const bool hasExponent =
        m_at > begin + 1 && (m_source[m_at - 1] | 0x20) == 'e' && (m_source[begin + 1] | 0x20) != 'x';
    if (hasExponent && (peek() == '-' || peek() == '+')) {
        ++m_at;
        while (isDecimalDigit(peek()) || peek() == '_')
            ++m_at;
    }
    return m_source.substr(begin, m_at - begin);
}

void PythonScanner::skipSpace(bool inBrackets) noexcept
{
    while (!atEnd()) {
        const char c = peek();
        if (c == ' ' || c == '\t' || c == '\f' || c == '\r' || (inBrackets && c == '\n'))
            ++m_at;
        else if (follows("\\\n"))
            m_at += 2;
        else if (follows("\\\r\n"))
            m_at += 3;
        else if (c == '#')
            m_at = std::min(m_source.find('\n', m_at), m_source.size());
        else
            return;
    }
}

void PythonScanner::skipLine()
{
    skipBehind("\n");
}

bool PythonScanner::skipStatement()
{
    return skipBehind("\n;") && m_source[m_at - 1] == ';';
}

/// Whether one of the characters was found outside texts and brackets.
bool PythonScanner::skipBehind(std::string_view ends)
{
    std::size_t open = 0;
    while (!atEnd()) {
        const char c = peek();
        if (isAtText()) {
            skipText();
            continue;
        }
        if (c == '#' || c == '\\') {
            const std::size_t before = m_at;
            skipSpace(false);
            m_at = std::max(m_at, before + (c == '\\' ? 1 : 0));
            continue;
        }
        ++m_at;
        if (c == '(' || c == '[' || c == '{')
            ++open;
        else if ((c == ')' || c == ']' || c == '}') && open > 0)
            --open;
        else if (open == 0 && ends.contains(c))
            return true;
    }
    return false;
}

void PythonScanner::skipText()
{
    const char quote = peek();
    const bool isTriple = m_source.substr(m_at, 3) == std::string(3, quote);
    m_at += isTriple ? 3 : 1;
    while (!atEnd()) {
        if (peek() == '\\') {
            m_at += 2;
        } else if (isTriple ? follows(std::string(3, quote)) : peek() == quote) {
            m_at += isTriple ? 3 : 1;
            return;
        } else if (!isTriple && peek() == '\n') {
            return; // a text that never ends
        } else {
            ++m_at;
        }
    }
    m_at = m_source.size();
}

std::string_view PythonScanner::takeName() noexcept
{
    const std::size_t begin = m_at;
    while (!atEnd() && (isNameStart(peek()) || isDecimalDigit(peek())))
        ++m_at;
    return m_source.substr(begin, m_at - begin);
}

bool PythonScanner::takeEscape(std::string &text)
{
    constexpr std::string_view names = "\\'\"abfnrtv", values = "\\'\"\a\b\f\n\r\t\v";
    const char c = peek();
    ++m_at;
    if (c == '\n')
        return true;
    if (const std::size_t known = names.find(c); known != names.npos) {
        text += values[known];
        return true;
    }
    if (c == 'N')
        return takeNamedCharacter(text);
    std::size_t size = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    int base = 16;
    if (c >= '0' && c <= '7') {
        --m_at;
        base = 8;
        while (size < 3 && m_at + size < m_source.size() && m_source[m_at + size] >= '0' &&
               m_source[m_at + size] <= '7')
            ++size;
    }
    if (size == 0) {
        text += '\\';
        text += c;
        return true;
    }
    const std::string_view digits = m_source.substr(m_at, size);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.size() != size || value > 0x10ffff)
        return false;
    m_at += size;
    rst::appendUtf8(text, value);
    return true;
}

/// `\N{EM DASH}`.
bool PythonScanner::takeNamedCharacter(std::string &text)
{
    const std::size_t end = m_source.find('}', m_at);
    if (!take('{') || end == m_source.npos)
        return false;
    const auto character = rst::characterNamed(m_source.substr(m_at, end - m_at));
    m_at = end + 1;
    if (character)
        rst::appendUtf8(text, *character);
    return character.has_value();
}

std::optional<std::string> PythonScanner::takeText()
{
    bool isRaw = false;
    for (; isNameStart(peek()); ++m_at) {
        const char prefix = char(peek() | 0x20);
        if (prefix == 'f' || prefix == 'b')
            return std::nullopt;
        isRaw = isRaw || prefix == 'r';
    }
    const char quote = peek();
    const bool isTriple = m_source.substr(m_at, 3) == std::string(3, quote);
    m_at += isTriple ? 3 : 1;
    std::string text;
    while (!atEnd()) {
        if (isTriple ? follows(std::string(3, quote)) : peek() == quote) {
            m_at += isTriple ? 3 : 1;
            return text;
        }
        const char c = peek();
        if (c == '\n' && !isTriple)
            return std::nullopt;
        ++m_at;
        if (c != '\\' || atEnd()) {
            text += c;
        } else if (isRaw) {
            text += c;
            text += peek();
            ++m_at;
        } else if (!takeEscape(text)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace post
