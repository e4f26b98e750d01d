// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/address.h"

#include <algorithm>
#include <string>

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

} // namespace readers
