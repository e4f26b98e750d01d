// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/address.h"

#include <algorithm>
#include <charconv>

namespace readers {

bool runsScript(std::string_view address) noexcept
{
    static constexpr std::string_view schemes[] = {"javascript:", "vbscript:", "data:text/html", "data:image/svg"};
    constexpr std::size_t longest = 15;
    std::string begin;
    for (const char c : address) {
        if (static_cast<unsigned char>(c) > ' ' && c != 0x7f)
            begin += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
        if (begin.size() == longest)
            break;
    }
    return std::ranges::any_of(schemes, [&](std::string_view scheme) { return begin.starts_with(scheme); });
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        const char *const digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            decoded += char(byte);
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

} // namespace readers
