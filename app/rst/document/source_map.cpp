// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/document/source_map.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <functional>
#include <utility>

namespace rst {

namespace {

/// How many bytes the line end at `text[at]` takes; 0 where the line goes on. Python's `str.splitlines()`, less `\v` and
/// `\f`, which have become spaces by then.
[[nodiscard]] std::size_t lineEndAt(std::string_view text, std::size_t at) noexcept
{
    switch (static_cast<unsigned char>(text[at])) {
    case '\n':
    case 0x1c:
    case 0x1d:
    case 0x1e: return 1;
    case '\r': return text.substr(at).starts_with("\r\n") ? 2 : 1;
    case 0xc2: // U+0085
        return text.substr(at).starts_with("\xc2\x85") ? 2 : 0;
    case 0xe2: // U+2028, U+2029
        return text.substr(at).starts_with("\xe2\x80\xa8") || text.substr(at).starts_with("\xe2\x80\xa9") ? 3 : 0;
    default: return 0;
    }
}

// OPTIMIZATION: eight bytes at a time, as one number. A byte of it is zero where subtracting 1 from each borrows from its
// highest bit, which was not set before.
constexpr std::uint64_t eachByte = 0x0101'0101'0101'0101;
constexpr std::uint64_t highBitOfEach = eachByte * 0x80;

[[nodiscard]] std::uint64_t eightBytes(const char *at) noexcept
{
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

[[nodiscard]] constexpr bool hasByteBelow(std::uint64_t bytes, std::uint8_t limit) noexcept
{
    return ((bytes - eachByte * limit) & ~bytes & highBitOfEach) != 0;
}

[[nodiscard]] constexpr bool hasByte(std::uint64_t bytes, std::uint8_t byte) noexcept
{
    return hasByteBelow(bytes ^ (eachByte * byte), 1);
}

[[nodiscard]] std::size_t newlinesIn(std::string_view text) noexcept
{
    std::size_t count = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t differences = eightBytes(text.data() + at) ^ (eachByte * '\n');
        const std::uint64_t zeros = ~(((differences & ~highBitOfEach) + ~highBitOfEach) | differences | ~highBitOfEach);
        count += std::size_t(std::popcount(zeros));
    }
    return count + std::size_t(std::ranges::count(text.substr(at), '\n'));
}

/// Where the line that starts at `begin` ends, and how long its line end is.
[[nodiscard]] std::pair<std::size_t, std::size_t> lineEndFrom(std::string_view text, std::size_t begin) noexcept
{
    std::size_t at = begin;
    while (at < text.size()) {
        std::size_t candidatesEnd = text.size();
        if (at + 8 <= text.size()) {
            const std::uint64_t bytes = eightBytes(text.data() + at);
            if (!hasByteBelow(bytes, ' ') && !hasByte(bytes, 0xc2) && !hasByte(bytes, 0xe2)) {
                at += 8;
                continue;
            }
            candidatesEnd = at + 8;
        }
        for (; at < candidatesEnd; ++at) {
            if (const std::size_t size = lineEndAt(text, at); size != 0)
                return {at, size};
        }
    }
    return {text.size(), 0};
}

/// Appends a line with its tabs expanded, as Python's `str.expandtabs()`, which counts code points.
void appendExpanded(std::string &to, std::string_view line, unsigned tabWidth)
{
    std::size_t column = 0;
    for (const char character : line) {
        if (character == '\t') {
            const std::size_t blanks = tabWidth == 0 ? 0 : tabWidth - column % tabWidth;
            to.append(blanks, ' ');
            column += blanks;
            continue;
        }
        to.push_back(character == '\v' || character == '\f' ? ' ' : character);
        if ((static_cast<unsigned char>(character) & 0xc0u) != 0x80u)
            ++column;
    }
}

/// The offset in `line` of what stands at `offset` in its expansion; a tab for any blank made of it.
[[nodiscard]] std::size_t unexpandedOffset(std::string_view line, std::size_t offset, unsigned tabWidth) noexcept
{
    std::size_t column = 0;
    std::size_t expanded = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        std::size_t width = 1;
        if (line[at] == '\t') {
            width = tabWidth == 0 ? 0 : tabWidth - column % tabWidth;
            column += width;
        } else if ((static_cast<unsigned char>(line[at]) & 0xc0u) != 0x80u) {
            ++column;
        }
        if (offset < expanded + width)
            return at;
        expanded += width;
    }
    return line.size();
}

} // namespace

std::span<const Line> SourceMap::add(std::string path, std::string_view source, unsigned tabWidth)
{
    return addPart(std::move(path), source, 1, tabWidth);
}

std::span<const Line> SourceMap::addPart(std::string path, std::string_view source, std::uint32_t firstLine,
                                         unsigned tabWidth)
{
    auto file = std::make_unique<File>();
    file->path = std::move(path);
    file->base = m_end;
    file->firstLine = firstLine;
    file->tabWidth = tabWidth;

    std::string expanded;
    std::string_view text = source;
    if (source.contains('\t') || source.contains('\v') || source.contains('\f')) {
        file->source = source;
        expanded.reserve(source.size() + source.size() / 8);
        for (std::size_t begin = 0; begin < source.size();) {
            const auto [end, lineEndSize] = lineEndFrom(source, begin);
            file->sourceBegins.push_back(std::uint32_t(begin));
            appendExpanded(expanded, source.substr(begin, end - begin), tabWidth);
            expanded += source.substr(end, lineEndSize);
            begin = end + lineEndSize;
        }
        text = expanded;
    }
    file->size = std::uint32_t(text.size());
    file->text = std::make_unique_for_overwrite<char[]>(text.size() + 1);
    std::memcpy(file->text.get(), text.data(), text.size());
    file->text[text.size()] = '\0'; // so that the end of any line may be looked at

    const std::string_view kept(file->text.get(), text.size());
    file->lines.reserve(newlinesIn(kept) + 1);
    std::uint32_t number = firstLine;
    for (std::size_t begin = 0; begin < kept.size();) {
        const auto [end, lineEndSize] = lineEndFrom(kept, begin);
        file->lines.push_back({.text = trimmedRight(kept.substr(begin, end - begin)), .number = number++});
        begin = end + lineEndSize;
    }

    // A place of its own for the end of each file, so that no position is in two.
    m_end = file->base + file->size + 1;
    const auto place = std::ranges::upper_bound(m_byAddress, file->text.get(), std::less<const char *>(),
                                                [](const File *other) { return other->text.get(); });
    m_byAddress.insert(place, file.get());
    m_files.push_back(std::move(file));
    return m_files.back()->lines;
}

std::optional<std::uint32_t> SourceMap::positionOf(const char *character) const noexcept
{
    const auto after = std::ranges::upper_bound(m_byAddress, character, std::less<const char *>(),
                                                [](const File *file) { return file->text.get(); });
    if (after == m_byAddress.begin())
        return std::nullopt;
    const File &file = **std::prev(after);
    const std::ptrdiff_t offset = character - file.text.get();
    if (offset > std::ptrdiff_t(file.size))
        return std::nullopt;
    return file.base + std::uint32_t(offset);
}

Span SourceMap::spanOf(std::string_view view) const noexcept
{
    const std::optional<std::uint32_t> begin = positionOf(view.data());
    if (!begin)
        return {};
    return {*begin, *begin + std::uint32_t(view.size())};
}

std::string_view SourceMap::textOf(Span span) const noexcept
{
    if (m_files.empty() || span.isEmpty())
        return {};
    const File &file = fileAt(span.begin);
    const std::uint32_t begin = std::min(span.begin - file.base, file.size);
    const std::uint32_t end = std::clamp(span.end - file.base, begin, file.size);
    return {file.text.get() + begin, end - begin};
}

SourceMap::Location SourceMap::locate(std::uint32_t position) const
{
    if (m_files.empty())
        return {};
    const File &file = fileAt(position);
    const std::uint32_t offset = std::min(position - file.base, file.size);
    Location location{.file = fileOf(position), .line = file.firstLine, .byte = offset};
    if (file.lines.empty())
        return location;

    const char *const character = file.text.get() + offset;
    const auto after = std::ranges::upper_bound(file.lines, character, std::less<const char *>(),
                                                [](const Line &line) { return line.text.data(); });
    const std::size_t index = after == file.lines.begin() ? 0 : std::size_t(after - file.lines.begin()) - 1;
    const Line &line = file.lines[index];
    const std::size_t inLine = std::size_t(character - line.text.data());
    location.line = line.number;
    if (file.sourceBegins.empty()) {
        location.column = 1 + std::uint32_t(countCodePoints({line.text.data(), inLine}));
        return location;
    }
    const std::size_t begin = file.sourceBegins[index];
    const auto [end, lineEndSize] = lineEndFrom(file.source, begin);
    const std::string_view sourceLine = std::string_view(file.source).substr(begin, end - begin);
    const std::size_t sourceOffset = unexpandedOffset(sourceLine, inLine, file.tabWidth);
    location.column = 1 + std::uint32_t(countCodePoints(sourceLine.substr(0, sourceOffset)));
    location.byte = std::uint32_t(begin + sourceOffset);
    return location;
}

std::uint32_t SourceMap::fileOf(std::uint32_t position) const noexcept
{
    assert(!m_files.empty());
    const auto after = std::ranges::upper_bound(m_files, position, {}, [](const auto &file) { return file->base; });
    return std::uint32_t(after - m_files.begin()) - 1;
}

const SourceMap::File &SourceMap::fileAt(std::uint32_t position) const noexcept
{
    return *m_files[fileOf(position)];
}

} // namespace rst
