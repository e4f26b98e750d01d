// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"

#include <gtest/gtest.h>

namespace archive {

namespace {

TEST(SearchQueryTest, QuotesWordsAndLeavesTheLastOneOpen)
{
    EXPECT_EQ(matchExpression("board elec"), "\"board\" \"elec\"*");
    EXPECT_EQ(matchExpression("board election "), "\"board\" \"election\"");
    EXPECT_EQ(matchExpression("\"board election\""), "\"board election\"");
    EXPECT_EQ(matchExpression("a"), "\"a\"");
    EXPECT_EQ(matchExpression(" - * "), "");
    EXPECT_EQ(matchExpression("a OR b "), "\"a\" \"OR\" \"b\"");
}

TEST(SearchQueryTest, FindsTheLine)
{
    EXPECT_EQ(lineOf("no marks", "a\nb\n"), 1U);
    EXPECT_EQ(lineOf("\x02"
                     "b\x03",
                     "a\nb\nb\n"),
              2U);
    EXPECT_EQ(lineOf("\x02"
                     "b\x03 and \x02"
                     "c\x03",
                     "b\nc b"),
              2U);
    EXPECT_EQ(lineOf("\x02open", "open"), 1U);
}

} // namespace

} // namespace archive
