// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/source_lines.h"

#include <string_view>
#include <vector>

namespace repair {

[[nodiscard]] constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\n' || c == '\t';
}

/// The words of a text, runs of letters and digits, by where they stand.
[[nodiscard]] std::vector<post::ByteRange> wordRanges(std::string_view text);
[[nodiscard]] std::vector<std::string_view> textsOf(std::string_view text, const std::vector<post::ByteRange> &ranges);
/// Without blanks at either end.
[[nodiscard]] post::ByteRange withoutBlanks(std::string_view text, post::ByteRange range);

/// Finds in one text what stands in another, by the words of both. `to` must outlive it.
class WordMap
{
public:
    WordMap(std::string_view from, std::string_view to);

    /// Where in `to` a range of `from` stands, with the marks that stick to its words; for a range without a word that both
    /// have, what stands between its neighbours.
    [[nodiscard]] post::ByteRange find(post::ByteRange range) const;

private:
    [[nodiscard]] post::ByteRange widened(post::ByteRange range) const;

    std::string_view m_to;
    std::vector<post::ByteRange> m_fromWords, m_toWords;
    std::vector<std::size_t> m_places; // of a word of `from` among those of `to`
};

} // namespace repair
