// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/document/text_arena.h"

#include <algorithm>
#include <cstring>

namespace rst {

std::string_view TextArena::store(std::string_view text)
{
    if (text.empty())
        return {};
    char *copy = allocate(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
}

char *TextArena::allocate(std::size_t size)
{
    if (m_capacity - m_used < size) {
        m_capacity = std::max(chunkSize, size);
        m_chunks.push_back(std::make_unique_for_overwrite<char[]>(m_capacity));
        m_used = 0;
    }
    char *room = m_chunks.back().get() + m_used;
    m_used += size;
    return room;
}

} // namespace rst
