// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/word_map.h"

#include "repair/word_alignment.h"
#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"

#include <algorithm>

namespace repair {

using post::ByteRange;

std::vector<ByteRange> wordRanges(std::string_view text)
{
    std::vector<ByteRange> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (const std::size_t size = rst::alphanumericAt(text, end))
            end += size;
        if (end > at)
            words.push_back({at, end});
        at = end + std::max<std::size_t>(end < text.size() ? rst::decodeAt(text, end).size : 1, 1);
    }
    return words;
}

std::vector<std::string_view> textsOf(std::string_view text, const std::vector<ByteRange> &ranges)
{
    std::vector<std::string_view> texts;
    texts.reserve(ranges.size());
    for (const ByteRange &range : ranges)
        texts.push_back(range.of(text));
    return texts;
}

ByteRange withoutBlanks(std::string_view text, ByteRange range)
{
    while (range.begin < range.end && isBlank(text[range.begin]))
        ++range.begin;
    while (range.end > range.begin && isBlank(text[range.end - 1]))
        --range.end;
    return range;
}

WordMap::WordMap(std::string_view from, std::string_view to)
    : m_to(to)
    , m_fromWords(wordRanges(from))
    , m_toWords(wordRanges(to))
    , m_places(alignWords(textsOf(from, m_fromWords), textsOf(to, m_toWords)))
{
}

ByteRange WordMap::find(ByteRange range) const
{
    const auto first = std::ranges::lower_bound(m_fromWords, range.begin, {}, &ByteRange::begin);
    const auto last = std::ranges::lower_bound(m_fromWords, range.end, {}, &ByteRange::begin);
    const auto begin = std::size_t(first - m_fromWords.begin()), end = std::size_t(last - m_fromWords.begin());
    std::size_t low = begin, high = end;
    while (low < high && m_places[low] == unaligned)
        ++low;
    while (high > low && m_places[high - 1] == unaligned)
        --high;
    if (low < high)
        return widened({m_toWords[m_places[low]].begin, m_toWords[m_places[high - 1]].end});
    std::size_t before = begin, after = end;
    while (before > 0 && m_places[before - 1] == unaligned)
        --before;
    while (after < m_places.size() && m_places[after] == unaligned)
        ++after;
    const std::size_t from = before > 0 ? m_toWords[m_places[before - 1]].end : 0;
    const std::size_t to = after < m_places.size() ? m_toWords[m_places[after]].begin : m_to.size();
    return withoutBlanks(m_to, {std::min(from, to), to});
}

ByteRange WordMap::widened(ByteRange range) const
{
    const auto word = std::ranges::lower_bound(m_toWords, range.begin, {}, &ByteRange::begin);
    const std::size_t least = word == m_toWords.begin() ? 0 : std::prev(word)->end;
    while (range.begin > least && !isBlank(m_to[range.begin - 1]))
        --range.begin;
    const auto next = std::ranges::lower_bound(m_toWords, range.end, {}, &ByteRange::begin);
    const std::size_t most = next == m_toWords.end() ? m_to.size() : next->begin;
    while (range.end < most && !isBlank(m_to[range.end]))
        ++range.end;
    return range;
}

} // namespace repair
