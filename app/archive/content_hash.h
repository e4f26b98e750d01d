// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <string_view>

namespace archive {

/// Tells texts apart, the same in every run: FNV-1a, 64 bits (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv).
[[nodiscard]] constexpr std::uint64_t contentHash(std::string_view bytes,
                                                  std::uint64_t seed = 0xcbf29ce484222325) noexcept
{
    std::uint64_t hash = seed;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3;
    }
    return hash;
}

} // namespace archive
