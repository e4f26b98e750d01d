// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/table.h"

#include "rst/directives/directive.h"
#include "rst/roles/role.h"

#include "rst/settings.h"

#include <gtest/gtest.h>

#include <format>
#include <string>
#include <string_view>

namespace {

/// What the parsers need, and nothing more.
class TableTest : public testing::Test
{
protected:
    enum class Kind : bool { Grid, Simple };

    /// A line for the widths, one for each row and one for each cell of it:
    /// rows it spans beyond its own, columns likewise, line offset, text.
    std::string parse(Kind kind, std::string_view source)
    {
        const rst::Lines lines = m_document.sources().add("table", source);
        const auto table =
            kind == Kind::Grid ? rst::parseGridTable(m_context, lines) : rst::parseSimpleTable(m_context, lines);
        if (!table)
            return std::format("{} at {}", table.error().message, table.error().offset);
        std::string text = "widths";
        for (const std::uint32_t width : table->columnWidths)
            text += std::format(" {}", width);
        text += '\n';
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            text += i < table->headRowCount ? "head\n" : "row\n";
            const rst::ParsedTable::Row row = table->rows[i];
            for (const rst::TableCell &cell : std::span(table->cells).subspan(row.firstCell, row.cellCount)) {
                text += std::format("  {} {} {}", cell.moreRows, cell.moreColumns, cell.lineOffset);
                for (const rst::Line &line : cell.lines)
                    text += std::format(" '{}'", line.text);
                text += '\n';
            }
        }
        return text;
    }

    std::string grid(std::string_view source) { return parse(Kind::Grid, source); }
    std::string simple(std::string_view source) { return parse(Kind::Simple, source); }

    rst::Document m_document;
    rst::Reporter m_reporter{m_document, "<string>", rst::Settings().messageLimit};
    rst::TargetTable m_targets{m_document, m_reporter};
    rst::Settings m_settings;
    rst::LineArena m_lines;
    rst::DirectiveTable m_directives;
    rst::RoleTable m_roles;
    rst::ParseContext m_context{.document = m_document,
                                .reporter = m_reporter,
                                .targets = m_targets,
                                .settings = m_settings,
                                .lines = m_lines,
                                .directives = m_directives,
                                .roles = m_roles};
};

TEST_F(TableTest, GridHasHeadAndBody)
{
    EXPECT_EQ(grid("+-----+---+\n"
                   "| bus | 1 |\n"
                   "+=====+===+\n"
                   "| tram| 2 |\n"
                   "|     | 3 |\n"
                   "+-----+---+\n"),
              "widths 5 3\n"
              "head\n"
              "  0 0 1 'bus'\n"
              "  0 0 1 '1'\n"
              "row\n"
              "  0 0 3 'tram' ''\n"
              "  0 0 3 '2' '3'\n");
}

TEST_F(TableTest, GridCellsSpanRowsAndColumns)
{
    EXPECT_EQ(grid("+---+---+---+\n"
                   "| wide  | t |\n"
                   "+---+---+ a |\n"
                   "| x | y | l |\n"
                   "|   +---+ l |\n"
                   "|   | z |   |\n"
                   "+---+---+---+\n"),
              "widths 3 3 3\n"
              "row\n"
              "  0 1 1 'wide'\n"
              "  2 0 1 't' 'a' 'l' 'l' ''\n"
              "row\n"
              "  1 0 3 'x' '' ''\n"
              "  0 0 3 'y'\n"
              "row\n"
              "  0 0 5 'z'\n");
}

TEST_F(TableTest, GridCountsWideCharactersTwice)
{
    EXPECT_EQ(grid("+------+---+\n"
                   "| 東京 | a |\n"
                   "+------+---+\n"),
              "widths 6 3\nrow\n  0 0 1 '東京'\n  0 0 1 'a'\n");
}

TEST_F(TableTest, GridKeepsRelativeIndentation)
{
    EXPECT_EQ(grid("+--------+\n"
                   "|   a    |\n"
                   "|     b  |\n"
                   "+--------+\n"),
              "widths 8\nrow\n  0 0 1 'a' '  b'\n");
}

TEST_F(TableTest, GridWithTwoHeadsIsMalformed)
{
    EXPECT_EQ(grid("+---+\n| a |\n+===+\n| b |\n+===+\n| c |\n+---+\n"),
              "Multiple head/body row separators (table lines 3 and 5); only one allowed. at 4");
}

TEST_F(TableTest, GridMayNotEndWithItsHead)
{
    EXPECT_EQ(grid("+---+\n| a |\n+===+\n"),
              "The head/body row separator may not be the first or last line of the table. at 2");
}

TEST_F(TableTest, GridWithAGapIsMalformed)
{
    EXPECT_EQ(grid("+---+---+\n| a | b |\n+---+   +\n| c   d |\n+-------+\n"),
              "Malformed table; parse incomplete. at 0");
}

TEST_F(TableTest, GridLinesOfDifferentLengthsAreNoTable)
{
    EXPECT_EQ(grid("+-----+\n| a |\n+--+\n"), "Malformed table; parse incomplete. at 0");
}

TEST_F(TableTest, GridBorderAloneIsATableWithoutColumns)
{
    EXPECT_EQ(grid("+\n"), "widths\n");
}

TEST_F(TableTest, SimpleHasHeadAndContinuationLines)
{
    EXPECT_EQ(simple("===  =====\n"
                     "no   what\n"
                     "===  =====\n"
                     "1    bread\n"
                     "     and butter, which overflows\n"
                     "2    tea\n"
                     "===  =====\n"),
              "widths 3 27\n"
              "head\n"
              "  0 0 1 'no'\n"
              "  0 0 1 'what'\n"
              "row\n"
              "  0 0 3 '1' ''\n"
              "  0 0 3 'bread' 'and butter, which overflows'\n"
              "row\n"
              "  0 0 5 '2'\n"
              "  0 0 5 'tea'\n");
}

TEST_F(TableTest, SimpleColumnsSpan)
{
    EXPECT_EQ(simple("==  ==  ==\n"
                     "joined  c\n"
                     "------  --\n"
                     "a   b   c\n"
                     "==  ==  ==\n"),
              "widths 2 2 2\n"
              "row\n"
              "  0 1 1 'joined'\n"
              "  0 0 1 'c'\n"
              "row\n"
              "  0 0 3 'a'\n"
              "  0 0 3 'b'\n"
              "  0 0 3 'c'\n");
}

TEST_F(TableTest, SimpleIgnoresCombiningCharacters)
{
    EXPECT_EQ(simple("==  ==\n"
                     "e\u0301e\u0301  b\n"
                     "==  ==\n"),
              "widths 2 2\nrow\n  0 0 1 'e\u0301e\u0301'\n  0 0 1 'b'\n");
}

TEST_F(TableTest, SimpleWithTextInAMarginIsMalformed)
{
    EXPECT_EQ(simple("==  ==\na   b\nlong d\n==  ==\n"), "Text in column margin in table line 3. at 2");
}

TEST_F(TableTest, SimpleSpansMustBeComplete)
{
    EXPECT_EQ(simple("==  ==\na   b\n--\nc   d\n==  ==\n"), "Column span incomplete in table line 3. at 2");
    EXPECT_EQ(simple("==  ==  ==\nab   cd\n---  -----\nc   d   e\n==  ==  ==\n"),
              "Column span alignment problem in table line 3. at 2");
}

TEST_F(TableTest, CellsAreViewsOfTheSource)
{
    const std::string_view source = "+----+----+\n| ab | cd |\n+----+----+\n";
    const auto table = rst::parseGridTable(m_context, m_document.sources().add("table", source));
    ASSERT_TRUE(table);
    const rst::Span span = m_document.sources().spanOf(table->cells[1].lines[0].text);
    EXPECT_EQ(span, (rst::Span{19, 21}));
}

// The time of each of these is linear in the drawing's size: a second is far more than any of them takes.

TEST_F(TableTest, TallGridIsFast)
{
    std::string source = "+---+---+\n";
    for (int i = 0; i < 200'000; ++i)
        source += "| a | b |\n+---+---+\n";
    const auto table = rst::parseGridTable(m_context, m_document.sources().add("table", source));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 200'000u);
}

TEST_F(TableTest, WideGridIsFast)
{
    constexpr int columns = 3'000;
    std::string rule = "+";
    std::string row = "|";
    for (int i = 0; i < columns; ++i) {
        rule += "--+";
        row += " a|";
    }
    std::string source = rule + "\n";
    for (int i = 0; i < 100; ++i)
        source += row + "\n" + rule + "\n";
    const auto table = rst::parseGridTable(m_context, m_document.sources().add("table", source));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->cells.size(), 300'000u);
}

// Every character of the inside could be a corner; only the outermost ones are, though each on the first line is a boundary.
TEST_F(TableTest, GridFullOfFalseCornersIsFast)
{
    constexpr int size = 3'000;
    const std::string plus(size, '+');
    std::string source = "+" + plus + "+\n";
    for (int i = 0; i < size; ++i)
        source += "|" + plus + "|\n";
    source += "+" + std::string(size, '-') + "+\n";
    const auto table = rst::parseGridTable(m_context, m_document.sources().add("table", source));
    ASSERT_TRUE(table);
    ASSERT_EQ(table->cells.size(), 1u);
    EXPECT_EQ(table->cells.front().moreColumns, std::uint32_t(size));
}

TEST_F(TableTest, OneTallCellBesideManyIsFast)
{
    std::string source = "+---+---+\n| a | b |\n";
    for (int i = 0; i < 100'000; ++i)
        source += "|---+---+\n| a | b |\n";
    source += "+---+---+\n";
    const auto table = rst::parseGridTable(m_context, m_document.sources().add("table", source));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->cells.front().moreRows, 100'000u);
}

TEST_F(TableTest, LongSimpleTableIsFast)
{
    std::string source = "==  ==\n";
    for (int i = 0; i < 200'000; ++i)
        source += "a   b\n    c\n";
    source += "==  ==\n";
    const auto table = rst::parseSimpleTable(m_context, m_document.sources().add("table", source));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 200'000u);
}

} // namespace
