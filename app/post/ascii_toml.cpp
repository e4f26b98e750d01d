// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/ascii_toml.h"

#include <format>

namespace post {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

std::string unusedMark(std::string_view text)
{
    for (unsigned number = 0;; ++number) {
        if (std::string mark = std::format("~{}~", number); !text.contains(mark))
            return mark;
    }
}

} // namespace

AsciiToml::AsciiToml(std::string_view toml) : m_mark(unusedMark(toml))
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (toml.starts_with(byteOrderMark))
        toml.remove_prefix(byteOrderMark.size());
    m_text.reserve(toml.size());
    for (const char c : toml) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            m_text += c;
        else
            ((m_text += m_mark) += hexDigits[byte >> 4]) += hexDigits[byte & 0xF];
    }
}

std::string AsciiToml::original(std::string_view text) const
{
    std::string original;
    while (true) {
        const std::size_t at = text.find(m_mark);
        original += text.substr(0, at);
        if (at == text.npos)
            return original;
        text.remove_prefix(at + m_mark.size());
        const std::size_t high = hexDigits.find(text.empty() ? ' ' : text[0]);
        const std::size_t low = hexDigits.find(text.size() < 2 ? ' ' : text[1]);
        if (high == hexDigits.npos || low == hexDigits.npos) { // an escape has put the mark together
            original += m_mark;
            continue;
        }
        original += static_cast<char>(high << 4 | low);
        text.remove_prefix(2);
    }
}

} // namespace post
