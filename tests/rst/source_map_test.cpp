// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/document/source_map.h"

#include <gtest/gtest.h>

namespace {

using rst::Line;
using rst::SourceMap;

std::vector<std::string> texts(std::span<const Line> lines)
{
    std::vector<std::string> result;
    for (const Line &line : lines)
        result.emplace_back(line.text);
    return result;
}

TEST(SourceMap, EndsLinesWherePythonDoes)
{
    SourceMap sources;
    const auto lines = sources.add("a.rst", "one\ntwo\r\nthree\rfour\x1e"
                                            "five\u0085six\u2028seven\n");
    EXPECT_EQ(texts(lines), (std::vector<std::string>{"one", "two", "three", "four", "five", "six", "seven"}));
    EXPECT_EQ(lines.back().number, 7u);
}

TEST(SourceMap, DropsTrailingWhiteSpaceOnly)
{
    SourceMap sources;
    EXPECT_EQ(texts(sources.add("a.rst", "  one \u00a0 \n\n   \nlast")),
              (std::vector<std::string>{"  one", "", "", "last"}));
}

TEST(SourceMap, ExpandsTabsByCharactersNotBytes)
{
    SourceMap sources;
    EXPECT_EQ(texts(sources.add("a.rst", "\tx\n\u00e4\u00e4\ty\na\fb\n")),
              (std::vector<std::string>{"        x", "\u00e4\u00e4      y", "a b"}));
    EXPECT_EQ(texts(sources.add("b.rst", "a\tb", 4)), (std::vector<std::string>{"a   b"}));
}

TEST(SourceMap, PositionsAreSourceOffsetsWithoutTabs)
{
    SourceMap sources;
    const auto lines = sources.add("a.rst", "one\r\n  two\n");
    const std::string_view two = lines[1].text.substr(2);
    EXPECT_EQ(sources.spanOf(two), (rst::Span{7, 10}));
    EXPECT_EQ(sources.textOf({7, 10}), "two");
    const std::string elsewhere = "two";
    EXPECT_TRUE(sources.spanOf(elsewhere).isEmpty());
}

TEST(SourceMap, LocatesBehindTabsAndInLaterFiles)
{
    SourceMap sources;
    const auto first = sources.add("a.rst", "x\n\u00e4\ty z\n");
    const SourceMap::Location y = sources.locate(sources.spanOf(first[1].text).begin + 9);
    EXPECT_EQ(y.line, 2u);
    EXPECT_EQ(y.column, 3u);
    EXPECT_EQ(y.byte, 5u);
    const SourceMap::Location blank = sources.locate(sources.spanOf(first[1].text).begin + 5);
    EXPECT_EQ(blank.column, 2u) << "a blank made of a tab is the tab";

    const auto second = sources.addPart("b.rst", "other\nfile", 40);
    const SourceMap::Location file = sources.locate(sources.spanOf(second[1].text).begin + 2);
    EXPECT_EQ(sources.path(file.file), "b.rst");
    EXPECT_EQ(file.line, 41u);
    EXPECT_EQ(file.column, 3u);
}

TEST(SourceMap, EmptyLinesHaveAPlace)
{
    SourceMap sources;
    const auto lines = sources.add("a.rst", "a\n\nb");
    EXPECT_EQ(sources.spanOf(lines[1].text).begin, 2u);
}

} // namespace
