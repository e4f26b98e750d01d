// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace rst {

/// A vector of plain records that grows without moving them: in chunks, so that a tree never stands in memory twice.
template <class Record>
    requires std::is_trivially_destructible_v<Record>
class ChunkedVector
{
public:
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] Record &operator[](std::size_t index) noexcept
    {
        return m_chunks[index / chunkSize][index % chunkSize];
    }
    [[nodiscard]] const Record &operator[](std::size_t index) const noexcept
    {
        return m_chunks[index / chunkSize][index % chunkSize];
    }

    template <class... Args>
    Record &emplaceBack(Args &&...args)
    {
        if (m_size == m_chunks.size() * chunkSize)
            m_chunks.emplace_back(std::allocator<Record>().allocate(chunkSize));
        return *std::construct_at(&(*this)[m_size++], std::forward<Args>(args)...);
    }

private:
    static constexpr std::size_t chunkSize = 1024;

    struct Deallocate {
        void operator()(Record *chunk) const noexcept { std::allocator<Record>().deallocate(chunk, chunkSize); }
    };

    std::vector<std::unique_ptr<Record[], Deallocate>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace rst
