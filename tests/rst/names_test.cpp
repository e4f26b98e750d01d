// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/names.h"

#include <gtest/gtest.h>

namespace {

TEST(Names, CollapseWhiteSpace)
{
    EXPECT_EQ(rst::whitespaceNormalizeName("  Two\n\twords\u3000here "), "Two words here");
    EXPECT_EQ(rst::whitespaceNormalizeName(" \n "), "");
}

TEST(Names, IgnoreCase)
{
    EXPECT_EQ(rst::fullyNormalizeName("A  Tale\nOf Σ"), "a tale of σ");
    EXPECT_EQ(rst::fullyNormalizeName("ÉCOLE"), "école");
}

TEST(Ids, KeepLettersAndDigits)
{
    EXPECT_EQ(rst::makeId("Release Notes 2.0"), "release-notes-2-0");
    EXPECT_EQ(rst::makeId("  -- spaced_out --  "), "spaced-out");
    EXPECT_EQ(rst::makeId("a.b:c_d"), "a-b-c-d");
}

TEST(Ids, BeginWithALetter)
{
    EXPECT_EQ(rst::makeId("3.1 What is new"), "what-is-new");
    EXPECT_EQ(rst::makeId("2024"), "");
    EXPECT_EQ(rst::makeId("-x-"), "x");
}

TEST(Ids, ReduceLettersToAscii)
{
    EXPECT_EQ(rst::makeId("Crème brûlée"), "creme-brulee");
    EXPECT_EQ(rst::makeId("Øre, Łódź, Straße, Æon"), "ore-lodz-strasze-aeon");
    EXPECT_EQ(rst::makeId("ﬁne ½"), "fine-12") << "compatibility forms";
    EXPECT_EQ(rst::makeId("日本語"), "");
    EXPECT_EQ(rst::makeId("A日本B"), "ab") << "dropped without a trace";
}

} // namespace
