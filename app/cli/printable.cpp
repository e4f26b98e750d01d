// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/printable.h"

#include "rst/text/utf8.h"

#include <algorithm>
#include <format>
#include <iterator>

namespace cli {

namespace {

/// https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
bool turnsDirection(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isObeyed(char32_t c)
{
    const bool isControl = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    return isControl || turnsDirection(c) || c == 0x2028 || c == 0x2029;
}

} // namespace

std::string printable(std::string_view text)
{
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const rst::CodePoint point = rst::decodeAt(text, at);
        const std::string_view bytes = text.substr(at, point.size);
        at += point.size;
        if (rst::firstInvalidUtf8(bytes)) {
            for (const char c : bytes)
                std::format_to(std::back_inserter(shown), "\\x{:02x}", static_cast<unsigned char>(c));
        } else if (!isObeyed(point.value)) {
            shown += bytes;
        } else if (point.value < 0x100) {
            std::format_to(std::back_inserter(shown), "\\x{:02x}", std::uint32_t(point.value));
        } else {
            std::format_to(std::back_inserter(shown), "\\u{:04x}", std::uint32_t(point.value));
        }
    }
    return shown;
}

} // namespace cli
