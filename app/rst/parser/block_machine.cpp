// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/block_machine.h"

#include <algorithm>

namespace rst {

std::uint32_t Block::lineNumber(std::ptrdiff_t index) const noexcept
{
    std::ptrdiff_t inserted = 0;
    for (const Insertion &insertion : m_insertions) {
        if (index < std::ptrdiff_t(insertion.begin))
            break;
        if (index < std::ptrdiff_t(insertion.end))
            return lines[std::size_t(index)].number;
        inserted += std::ptrdiff_t(insertion.end - insertion.begin);
    }
    return std::uint32_t(std::ptrdiff_t(m_firstLine) + index - inserted);
}

std::uint32_t Block::sourceLine(std::ptrdiff_t index) const noexcept
{
    if (index >= 0 && index < std::ptrdiff_t(lines.size()))
        return lines[std::size_t(index)].number;
    if (lines.empty() || index < 0)
        return 0;
    return index == std::ptrdiff_t(lines.size()) ? lines.back().number + 1 : 0;
}

void Block::insert(std::size_t index, Lines included)
{
    auto merged = std::make_unique<Line[]>(lines.size() + included.size());
    const auto middle = std::ranges::copy(lines.first(index), merged.get()).out;
    const auto tail = std::ranges::copy(included, middle).out;
    std::ranges::copy(lines.subspan(index), tail);
    lines = {merged.get(), lines.size() + included.size()};
    m_ownLines.push_back(std::move(merged)); // the lines before stay: views of them may be in use

    bool isWithin = false;
    for (Insertion &insertion : m_insertions) {
        if (insertion.begin > index) {
            insertion.begin += included.size();
            insertion.end += included.size();
        } else if (index <= insertion.end && insertion.begin != insertion.end) {
            insertion.end += included.size();
            isWithin = true;
        }
    }
    if (isWithin)
        return;
    const auto after = std::ranges::find_if(m_insertions, [&](const Insertion &one) { return one.begin > index; });
    m_insertions.insert(after, {.begin = index, .end = index + included.size()});
}

} // namespace rst
