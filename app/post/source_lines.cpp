// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/source_lines.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>

namespace post {

namespace {

/// The length of the line end at `at`; 0 where there is none.
std::size_t lineEndLength(std::string_view source, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(source[at]);
    if (byte == '\n' || (byte >= 0x1c && byte <= 0x1e))
        return 1;
    if (byte == '\r')
        return at + 1 < source.size() && source[at + 1] == '\n' ? 2 : 1;
    if (byte == 0xc2 && source.substr(at).starts_with("\u0085"))
        return 2;
    if (byte == 0xe2 && (source.substr(at).starts_with("\u2028") || source.substr(at).starts_with("\u2029")))
        return 3;
    return 0;
}

void measure(SourceLine &line, std::string_view source)
{
    line.first = line.text.begin;
    line.column = 0;
    while (line.first < line.text.end) {
        const rst::CodePoint point = rst::decodeAt(source, line.first);
        if (!rst::isSpace(point.value))
            break;
        line.column += point.value == '\t' ? 8 - line.column % 8 : 1;
        line.first += point.size;
    }
    line.last = line.text.end;
    while (line.last > line.first) {
        const rst::CodePoint point = rst::decodeBefore(source, line.last);
        if (!rst::isSpace(point.value))
            break;
        line.last -= point.size;
    }
}

} // namespace

std::vector<SourceLine> sourceLines(std::string_view source)
{
    std::vector<SourceLine> lines;
    std::size_t begin = source.starts_with("\xef\xbb\xbf") ? 3 : 0;
    for (std::size_t at = begin; at < source.size();) {
        const auto byte = static_cast<unsigned char>(source[at]);
        if (byte > 0x1e && byte < 0xc2) { // as nearly all are
            ++at;
            continue;
        }
        const std::size_t length = lineEndLength(source, at);
        if (length == 0) {
            ++at;
            continue;
        }
        lines.push_back({.text = {begin, at}, .next = at + length});
        begin = at += length;
    }
    if (begin < source.size())
        lines.push_back({.text = {begin, source.size()}, .next = source.size()});
    for (SourceLine &line : lines)
        measure(line, source);
    return lines;
}

std::string_view lineEndAt(std::string_view source, const std::vector<SourceLine> &lines, std::size_t at)
{
    std::size_t counts[3] = {};
    constexpr std::string_view ends[] = {"\n", "\r\n", "\r"};
    for (const SourceLine &line : lines) {
        for (std::size_t i = 0; i < std::size(ends); ++i)
            counts[i] += ByteRange{line.text.end, line.next}.of(source) == ends[i];
    }
    const std::string_view dominant = ends[std::ranges::max_element(counts) - counts];
    return dominant == "\r" && source.substr(at).starts_with('\n') ? "\n" : dominant;
}

} // namespace post
