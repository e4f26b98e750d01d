// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/field_marker.h"

namespace post {

std::size_t fieldMarkerLength(std::string_view line) noexcept
{
    if (line.size() < 3 || line[0] != ':' || line[1] == ':' || line[1] == ' ')
        return 0;
    for (std::size_t at = 1; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at; // the character is escaped
            continue;
        }
        if (line[at] != ':')
            continue;
        const bool endsMarker = at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
        if (endsMarker)
            return line[at - 1] == ' ' ? 0 : at + 1;
        if (line[at + 1] == '`')
            return 0; // a role
    }
    return 0;
}

} // namespace post
