// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/label_places.h"

#include <algorithm>

namespace post {

namespace {

constexpr std::string_view labelBlanks = " \t\r\n\f\v";

ByteRange trimmed(std::string_view source, ByteRange range)
{
    const auto isBlank = [&](std::size_t at) { return labelBlanks.contains(source[at]); };
    while (range.begin < range.end && isBlank(range.begin))
        ++range.begin;
    while (range.begin < range.end && isBlank(range.end - 1))
        --range.end;
    return range;
}

/// Without a mark at either end, where both are there.
ByteRange within(std::string_view source, ByteRange range, char first, char last)
{
    const bool isMarked = range.end - range.begin >= 2 && source[range.begin] == first && source[range.end - 1] == last;
    return isMarked ? trimmed(source, {range.begin + 1, range.end - 1}) : range;
}

std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (!labelBlanks.contains(c))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

} // namespace

std::vector<LabelPlace> labelPlaces(std::string_view source, const SourceOption &option)
{
    std::vector<LabelPlace> places;
    const ByteRange list = within(source, trimmed(source, option.valueRange), '[', ']');
    for (std::size_t begin = list.begin; begin < list.end;) {
        const std::size_t end = std::min(source.find(',', begin), list.end);
        ByteRange item = trimmed(source, {begin, end});
        for (const char quote : {'"', '\''})
            item = within(source, item, quote, quote);
        if (!item.isEmpty())
            places.push_back({.label = oneLine(source.substr(item.begin, item.end - item.begin)), .range = item});
        begin = end + 1;
    }
    return places;
}

} // namespace post
