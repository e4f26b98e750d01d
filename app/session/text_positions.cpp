// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/text_positions.h"

#include <algorithm>

namespace session {

namespace {

constexpr std::size_t checkpointStep = 256;

constexpr bool isContinuation(char byte) noexcept
{
    return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

/// How many UTF-16 units the character that begins with `byte` has; none for a continuation byte.
constexpr int utf16Units(char byte) noexcept
{
    const auto value = static_cast<unsigned char>(byte);
    if (isContinuation(byte))
        return 0;
    return value >= 0xF0 ? 2 : 1;
}

} // namespace

TextPositions::TextPositions(std::string_view utf8) : m_text(utf8), m_lineBegins{0}
{
    int units = 0;
    bool isAscii = true;
    m_checkpoints.reserve(utf8.size() / checkpointStep + 1);
    for (std::size_t byte = 0; byte < utf8.size(); ++byte) {
        if (byte % checkpointStep == 0)
            m_checkpoints.push_back(units);
        const char character = utf8[byte];
        units += utf16Units(character);
        isAscii = isAscii && static_cast<unsigned char>(character) < 0x80;
        if (character == '\n')
            m_lineBegins.push_back(byte + 1);
    }
    if (isAscii)
        m_checkpoints.clear();
}

int TextPositions::utf16At(std::size_t byte) const noexcept
{
    byte = std::min(byte, m_text.size());
    if (m_checkpoints.empty())
        return int(byte);
    while (byte < m_text.size() && byte > 0 && isContinuation(m_text[byte]))
        --byte;
    const std::size_t checkpoint = std::min(byte / checkpointStep, m_checkpoints.size() - 1);
    int units = m_checkpoints[checkpoint];
    for (std::size_t i = checkpoint * checkpointStep; i < byte; ++i)
        units += utf16Units(m_text[i]);
    return units;
}

std::size_t TextPositions::byteAt(int utf16) const noexcept
{
    if (utf16 <= 0)
        return 0;
    if (m_checkpoints.empty())
        return std::min(std::size_t(utf16), m_text.size());
    const auto after = std::ranges::upper_bound(m_checkpoints, utf16);
    const auto checkpoint = std::size_t(after - m_checkpoints.begin()) - 1;
    int units = m_checkpoints[checkpoint];
    std::size_t byte = checkpoint * checkpointStep;
    while (byte < m_text.size() && isContinuation(m_text[byte])) // the checkpoint may lie inside a character
        ++byte;
    while (byte < m_text.size() && units + utf16Units(m_text[byte]) <= utf16) {
        units += utf16Units(m_text[byte]);
        ++byte;
        while (byte < m_text.size() && isContinuation(m_text[byte]))
            ++byte;
    }
    return byte;
}

TextRange TextPositions::rangeOf(std::size_t beginByte, std::size_t endByte) const noexcept
{
    return {utf16At(beginByte), utf16At(std::max(beginByte, endByte))};
}

int TextPositions::lineAt(std::size_t byte) const noexcept
{
    return int(std::ranges::upper_bound(m_lineBegins, byte) - m_lineBegins.begin());
}

int TextPositions::columnAt(std::size_t byte) const noexcept
{
    byte = std::min(byte, m_text.size());
    const std::string_view before = m_text.substr(lineBegin(lineAt(byte)), byte - lineBegin(lineAt(byte)));
    return int(std::ranges::count_if(before, [](char c) { return !isContinuation(c); })) + 1;
}

std::size_t TextPositions::lineBegin(int line) const noexcept
{
    if (line < 1)
        return 0;
    return std::size_t(line) <= m_lineBegins.size() ? m_lineBegins[std::size_t(line) - 1] : m_text.size();
}

std::size_t TextPositions::lineEnd(int line) const noexcept
{
    if (line < 1 || std::size_t(line) >= m_lineBegins.size())
        return m_text.size();
    return m_lineBegins[std::size_t(line)] - 1;
}

} // namespace session
