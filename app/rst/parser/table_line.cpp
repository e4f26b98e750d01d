// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/table_line.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>
#include <optional>

#include <unicode/uchar.h>

namespace rst {

namespace {

/// Whether the character takes two columns (`unicodedata.east_asian_width` is W or F).
[[nodiscard]] bool isWide(char32_t character) noexcept
{
    const int width = u_getIntPropertyValue(UChar32(character), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

[[nodiscard]] char columnOf(char32_t character) noexcept
{
    if (character < 0x80)
        return char(character);
    if (u_getCombiningClass(UChar32(character)) != 0)
        return TableLine::combining;
    return isSpace(character) ? TableLine::space : TableLine::otherCharacter;
}

} // namespace

TableLine::TableLine(std::string_view text) : m_text(text)
{
    if (isAscii(text))
        return;
    bool combines = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = decodeAt(text, at);
        const char column = columnOf(character.value);
        combines = combines || column == combining;
        m_ownColumns.push_back(column);
        m_bytes.push_back(std::uint32_t(at));
        at += character.size;
        if (isWide(character.value)) {
            m_ownColumns.push_back(padding);
            m_bytes.push_back(std::uint32_t(at));
        }
    }
    for (std::size_t i = 0; combines && i < m_ownColumns.size(); ++i) {
        if (m_ownColumns[i] != combining)
            m_uncombined.push_back(std::uint32_t(i));
    }
}

std::size_t TableLine::byteAt(std::size_t column) const noexcept
{
    if (m_bytes.empty())
        return std::min(column, m_text.size());
    return column < m_bytes.size() ? m_bytes[column] : m_text.size();
}

std::string_view TableLine::text(std::size_t begin, std::size_t end) const noexcept
{
    const std::size_t first = byteAt(begin);
    return m_text.substr(first, std::max(byteAt(end), first) - first);
}

bool TableLine::isBlank(std::size_t begin, std::size_t end) const noexcept
{
    const std::string_view all = columns();
    begin = std::min(begin, all.size());
    end = std::clamp(end, begin, all.size());
    return std::ranges::all_of(all.substr(begin, end - begin), isColumnSpace);
}

TableLine TableLine::withoutCombining() const
{
    TableLine stripped;
    stripped.m_text = m_text;
    for (const std::uint32_t column : m_uncombined) {
        stripped.m_ownColumns.push_back(m_ownColumns[column]);
        stripped.m_bytes.push_back(m_bytes[column]);
    }
    return stripped;
}

void TableLine::readAsRule()
{
    if (m_ownColumns.empty())
        m_ownColumns = m_text;
    std::ranges::replace(m_ownColumns, '=', '-');
}

std::vector<TableLine> tableLines(Lines block)
{
    std::vector<TableLine> lines;
    lines.reserve(block.size());
    for (const Line &line : block)
        lines.emplace_back(line.text);
    return lines;
}

std::expected<std::size_t, TableError> findHeadSeparator(std::span<TableLine> lines,
                                                         bool (*isSeparator)(std::string_view columns))
{
    const std::size_t last = lines.size() - 1;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i <= last; ++i) {
        if (!isSeparator(lines[i].columns()))
            continue;
        if (found.value_or(0) != 0) {
            return std::unexpected(TableError{
                .message = std::format("Multiple head/body row separators (table lines {} and {}); only one allowed.",
                                       *found + 1, i + 1),
                .offset = std::uint32_t(i)});
        }
        found = i;
        lines[i].readAsRule();
    }
    if (found == 0 || found == last) {
        return std::unexpected(
            TableError{.message = "The head/body row separator may not be the first or last line of the table.",
                       .offset = std::uint32_t(last)});
    }
    return found.value_or(0);
}

namespace {

/// The index into the line of the n-th character that does not combine.
[[nodiscard]] std::size_t uncombinedColumn(const TableLine &line, std::size_t n) noexcept
{
    const std::span<const std::uint32_t> uncombined = line.uncombined();
    if (uncombined.empty())
        return n;
    return n < uncombined.size() ? uncombined[n] : n + line.width() - uncombined.size();
}

} // namespace

std::span<Line> cutBlock(LineArena &arena, std::span<const TableLine> lines, Lines source, std::size_t left,
                         std::size_t right)
{
    struct Cut {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    const std::span<Line> block = arena.allocate(lines.size());
    std::vector<Cut> cuts;
    cuts.reserve(lines.size());
    std::size_t indent = right;
    for (const TableLine &line : lines) {
        // The shift by a line's combining characters stays for the lines below it: docutils reuses the variables.
        left = uncombinedColumn(line, left);
        right = uncombinedColumn(line, right);
        const std::string_view columns = line.columns();
        Cut cut{.begin = std::min(left, columns.size()), .end = std::min(right, columns.size())};
        while (cut.end > cut.begin && isColumnSpace(columns[cut.end - 1]))
            --cut.end;
        if (cut.begin < cut.end) {
            const std::string_view text = columns.substr(cut.begin, std::min(cut.end - cut.begin, indent));
            indent = std::size_t(std::ranges::find_if_not(text, isColumnSpace) - text.begin());
        }
        cuts.push_back(cut);
    }
    const std::size_t dedent = indent < right ? indent : 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const std::size_t begin = std::min(cuts[i].begin + dedent, std::max(cuts[i].end, cuts[i].begin));
        block[i] = {.text = lines[i].text(begin, cuts[i].end), .number = source[i].number};
    }
    return block;
}

} // namespace rst
