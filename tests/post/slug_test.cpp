// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/slug.h"

#include <gtest/gtest.h>

namespace post {
namespace {

TEST(Slug, IsMadeOfTheTitlesWords)
{
    EXPECT_EQ(slugOf("Grants for the Spring: A Report"), "grants-for-spring-report");
    EXPECT_EQ(slugOf("The PSF's new (and better) site!"), "psfs-new-and-better-site");
    EXPECT_EQ(slugOf("Season 2025/2026 -- an overview"), "season-20252026-overview");
}

TEST(Slug, IsCutAtTheEndOfAWord)
{
    EXPECT_EQ(slugOf("Nominations for the board of directors open on Monday"),
              "nominations-for-board-of-directors-open");
    EXPECT_EQ(slugOf("Nominations for the board of directors", 20), "nominations-for");
    EXPECT_EQ(slugOf(std::string(100, 'x')), std::string(39, 'x'));
}

TEST(Slug, FoldsOtherLetters)
{
    EXPECT_EQ(slugOf("Über die Straße nach Łódź"), "uber-die-strasse-nach-lodz");
    EXPECT_EQ(slugOf("Привет — мир"), "privet-mir");
    EXPECT_EQ(slugOf("会議 🎉"), "hui-yi");
}

TEST(Slug, IsNeverEmpty)
{
    EXPECT_EQ(slugOf(""), "post");
    EXPECT_EQ(slugOf("🎉!"), "post");
    EXPECT_EQ(slugOf("The A"), "the-a");
    EXPECT_EQ(slugOf("\xff\xfe"), "post");
}

TEST(Slug, FillsThePathRule)
{
    const DateTime date = {.year = 2026, .month = 3, .day = 9};
    EXPECT_EQ(pathByRule("{year}/{year}-{month}-{slug}.rst", date, "news"), "2026/2026-03-news.rst");
    EXPECT_EQ(pathByRule("{slug}/{day}/{other}.rst", date, "{year}"), "{year}/09/{other}.rst");
}

} // namespace
} // namespace post
