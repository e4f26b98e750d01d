// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace rst {

/// Owns text that is not in the source: unescaped, joined or generated. Views into it stay valid as
/// long as the arena lives, and when the arena is moved.
class TextArena
{
public:
    /// A copy of `text` that lives as long as the arena.
    [[nodiscard]] std::string_view store(std::string_view text);

    /// Room for `size` bytes to be written by the caller, who then uses a view of them.
    [[nodiscard]] char *allocate(std::size_t size);

    /// Gives back the last `unused` bytes of the most recent allocate().
    void giveBack(std::size_t unused) noexcept { m_used -= unused; }

private:
    static constexpr std::size_t chunkSize = 16 * 1024;

    std::vector<std::unique_ptr<char[]>> m_chunks;
    std::size_t m_used = 0;
    std::size_t m_capacity = 0;
};

} // namespace rst
