// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/lines.h"

#include "rst/text/utf8.h"

#include <algorithm>
#include <string>

namespace rst {

std::span<Line> LineArena::allocate(std::size_t count)
{
    constexpr std::size_t chunkSize = 1024;
    if (m_chunk < m_chunks.size() && m_chunks[m_chunk].size - m_used >= count) {
        const std::span<Line> lines(m_chunks[m_chunk].lines.get() + m_used, count);
        m_used += count;
        return lines;
    }
    // The chunks behind the one in use are free; one that is too small gives way to a larger one.
    const std::size_t next = m_chunk < m_chunks.size() ? m_chunk + 1 : m_chunks.size();
    if (next == m_chunks.size())
        m_chunks.emplace_back();
    Chunk &chunk = m_chunks[next];
    if (chunk.size < count) {
        chunk.size = std::max(count, chunkSize);
        chunk.lines = std::make_unique<Line[]>(chunk.size);
    }
    m_chunk = next;
    m_used = count;
    return {chunk.lines.get(), count};
}

namespace {

/// Whether the line `next` stands directly behind `line`, with nothing but a newline between them.
[[nodiscard]] bool isAdjacent(const Line &line, const Line &next) noexcept
{
    const char *const end = line.text.data() + line.text.size();
    return next.text.data() == end + 1 && *end == '\n';
}

} // namespace

InlineText joined(Document &document, Lines lines)
{
    if (lines.empty())
        return {};
    const auto end =
        std::ranges::adjacent_find(lines, [](const Line &line, const Line &next) { return !isAdjacent(line, next); });
    if (end == lines.end()) {
        const char *const first = lines.front().text.data();
        const char *const last = lines.back().text.data() + lines.back().text.size();
        return {.text = {first, std::size_t(last - first)}, .lines = lines};
    }
    return {.text = document.store(joinedText(lines)), .lines = lines};
}

std::string joinedText(Lines lines)
{
    std::size_t size = lines.size();
    for (const Line &line : lines)
        size += line.text.size();
    std::string text;
    text.reserve(size);
    for (const Line &line : lines) {
        if (&line != &lines.front())
            text += '\n';
        text += line.text;
    }
    return text;
}

namespace {

/// The position of `text.text[offset]`, where an offset at a line's end belongs to that line.
[[nodiscard]] std::uint32_t positionIn(const SourceMap &sources, const InlineText &text, std::size_t offset) noexcept
{
    // OPTIMIZATION: the search starts at the line found last, since the inline parser goes through its text in order.
    while (offset < text.lastLineBegin && text.lastLine > 0) {
        --text.lastLine;
        text.lastLineBegin -= text.lines[text.lastLine].text.size() + 1;
    }
    while (text.lastLine + 1 < text.lines.size() &&
           offset > text.lastLineBegin + text.lines[text.lastLine].text.size()) {
        text.lastLineBegin += text.lines[text.lastLine].text.size() + 1;
        ++text.lastLine;
    }
    const std::string_view line = text.lines[text.lastLine].text;
    const std::size_t inLine = std::min(offset - text.lastLineBegin, line.size());
    return sources.positionOf(line.data()).value_or(0) + std::uint32_t(inLine);
}

} // namespace

Span spanIn(const SourceMap &sources, const InlineText &text, std::size_t begin, std::size_t end) noexcept
{
    if (const std::optional<std::uint32_t> position = sources.positionOf(text.text.data()))
        return {*position + std::uint32_t(begin), *position + std::uint32_t(end)};
    if (text.lines.empty())
        return {};
    const std::uint32_t first = positionIn(sources, text, begin);
    const std::uint32_t last = positionIn(sources, text, end);
    return {first, std::max(first, last)};
}

Span spanOf(const SourceMap &sources, Lines lines) noexcept
{
    if (lines.empty())
        return {};
    const Span first = sources.spanOf(lines.front().text);
    const Span last = sources.spanOf(lines.back().text);
    return {first.begin, std::max(first.end, last.end)};
}

std::size_t indentOf(std::string_view line) noexcept
{
    const std::size_t indent = line.find_first_not_of(' ');
    return indent == std::string_view::npos ? line.size() : indent;
}

std::string_view withoutFirst(std::string_view line, std::size_t count) noexcept
{
    if (indentOf(line) >= count)
        return line.substr(count);
    std::size_t at = 0;
    for (; count > 0 && at < line.size(); --count)
        at += decodeAt(line, at).size;
    return line.substr(at);
}

Lines trimmedBlank(Lines lines) noexcept
{
    while (!lines.empty() && lines.front().text.empty())
        lines = lines.subspan(1);
    while (!lines.empty() && lines.back().text.empty())
        lines = lines.first(lines.size() - 1);
    return lines;
}

} // namespace rst
