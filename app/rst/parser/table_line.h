// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/parse_context.h"
#include "rst/parser/table.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// A line of a table as docutils' table parsers index it: by column, where an East Asian wide character takes two.
///
/// Combining characters take a column like any other here; docutils leaves them out only where it cuts cells.
class TableLine
{
public:
    explicit TableLine(std::string_view text);

    static constexpr char otherCharacter = '\x80';
    static constexpr char space = '\x81';   // white space that is not ASCII
    static constexpr char padding = '\x82'; // the second column of a wide character
    static constexpr char combining = '\x83';

    /// The columns, one character each: the ASCII character that stands there, or one of the above.
    [[nodiscard]] std::string_view columns() const noexcept
    {
        return m_ownColumns.empty() ? m_text : std::string_view(m_ownColumns);
    }
    [[nodiscard]] std::size_t width() const noexcept { return columns().size(); }
    /// The column's character; a blank past the end.
    [[nodiscard]] char at(std::size_t column) const noexcept
    {
        const std::string_view all = columns();
        return column < all.size() ? all[column] : ' ';
    }

    /// The text from one column to another.
    [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const noexcept;
    /// Whether there is nothing but white space from one column to another.
    [[nodiscard]] bool isBlank(std::size_t begin, std::size_t end) const noexcept;

    /// The columns of all characters that do not combine; empty for a line without combining characters.
    [[nodiscard]] std::span<const std::uint32_t> uncombined() const noexcept { return m_uncombined; }
    /// The line as it is without its combining characters.
    [[nodiscard]] TableLine withoutCombining() const;

    /// Reads every `=` as `-`, since the line is a border or a separator.
    void readAsRule();

private:
    TableLine() = default;
    [[nodiscard]] std::size_t byteAt(std::size_t column) const noexcept;

    std::string_view m_text = {};
    std::string m_ownColumns = {};           // only where the text itself does not serve
    std::vector<std::uint32_t> m_bytes = {}; // where each column starts in the text; empty for ASCII
    std::vector<std::uint32_t> m_uncombined = {};
};

/// The columns of a block's lines.
[[nodiscard]] std::vector<TableLine> tableLines(Lines block);

/// The block between two columns of some lines, without the indentation that its lines share
/// (docutils' `StringList.get_2D_block`). `source` are the lines that `lines` give the columns of.
[[nodiscard]] std::span<Line> cutBlock(LineArena &arena, std::span<const TableLine> lines, Lines source,
                                       std::size_t left, std::size_t right);

/// Finds the separator of head and body rows among the lines and makes it a rule: its number, or 0 where there is none.
[[nodiscard]] std::expected<std::size_t, TableError> findHeadSeparator(std::span<TableLine> lines,
                                                                       bool (*isSeparator)(std::string_view columns));

/// Whether a column's character is white space to Python.
[[nodiscard]] constexpr bool isColumnSpace(char column) noexcept
{
    return column == ' ' || column == TableLine::space || (column >= '\x1c' && column <= '\x1f') ||
           (column >= '\t' && column <= '\r');
}

} // namespace rst
