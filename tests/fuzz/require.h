// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <source_location>
#include <string_view>

namespace fuzz {

/// Ends the run where something does not hold that has to hold for any input, and says where that is asked for.
inline void require(bool condition, std::source_location place = std::source_location::current())
{
    if (condition)
        return;
    std::fprintf(stderr, "%s:%u: this has to hold\n", place.file_name(), unsigned(place.line()));
    std::abort();
}

inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/// Takes the text up to a zero byte, or all of it, off the front.
inline std::string_view takeField(std::string_view &rest)
{
    const std::string_view field = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(field.size() < rest.size() ? field.size() + 1 : rest.size());
    return field;
}

} // namespace fuzz
