// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/escapes.h"

namespace rst {

std::string withNulls(std::string_view text)
{
    std::string result(text);
    for (std::size_t at = result.find('\\'); at != std::string::npos; at = result.find('\\', at + 2))
        result[at] = '\0';
    return result;
}

std::string withoutNulls(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\0')
            result += text[at];
        else if (at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n'))
            ++at;
    }
    return result;
}

} // namespace rst
