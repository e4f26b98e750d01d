// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/day_words.h"

#include <gtest/gtest.h>

namespace post {
namespace {

constexpr DateTime wednesday = {.year = 2026, .month = 11, .day = 25};

std::string dayOf(std::string_view words, const DateTime &today = wednesday)
{
    const auto day = dayInWords(words, today);
    return day ? formatDate(*day, "%Y-%m-%d") : "none";
}

TEST(DayWords, KnowTheDaysAroundToday)
{
    EXPECT_EQ(dayOf("today"), "2026-11-25");
    EXPECT_EQ(dayOf("  Tomorrow "), "2026-11-26");
    EXPECT_EQ(dayOf("yesterday"), "2026-11-24");
    EXPECT_EQ(dayOf("the day after tomorrow"), "2026-11-27");
}

TEST(DayWords, KnowWeekdays)
{
    EXPECT_EQ(dayOf("Monday"), "2026-11-30");
    EXPECT_EQ(dayOf("on wed"), "2026-11-25") << "today is one";
    EXPECT_EQ(dayOf("next Wednesday"), "2026-12-02") << "never today";
    EXPECT_EQ(dayOf("next monday"), "2026-11-30");
    EXPECT_EQ(dayOf("this friday"), "2026-11-27");
    EXPECT_EQ(dayOf("last Wednesday"), "2026-11-18");
    EXPECT_EQ(dayOf("last tuesday"), "2026-11-24");
}

TEST(DayWords, CountDaysWeeksAndMonths)
{
    EXPECT_EQ(dayOf("in 3 days"), "2026-11-28");
    EXPECT_EQ(dayOf("in two weeks"), "2026-12-09");
    EXPECT_EQ(dayOf("in a week"), "2026-12-02");
    EXPECT_EQ(dayOf("next week"), "2026-12-02");
    EXPECT_EQ(dayOf("next month"), "2026-12-25");
    EXPECT_EQ(dayOf("next month", {.year = 2027, .month = 1, .day = 31}), "2027-02-28");
    EXPECT_EQ(dayOf("in 14 months"), "2028-01-25");
}

TEST(DayWords, LeaveAllElseAlone)
{
    for (const std::string_view text :
         {"", "soon", "next", "next year", "2026-12-01", "1 December 2026", "in days", "in 99999 days", "last week",
          "monday 2026", "12", "on today", "tomorrow?", "5 may"})
        EXPECT_EQ(dayOf(text), "none") << text;
}

TEST(DayWords, AreWrittenAsTheBlogWritesDates)
{
    EXPECT_EQ(writtenDay(wednesday, "%b %d, %Y"), "Nov 25, 2026");
    EXPECT_EQ(writtenDay(wednesday, defaultDateFormat), "2026-11-25");
    EXPECT_EQ(writtenDay(wednesday, "%d %B"), "2026-11-25") << "a format without a year would say another day";
    EXPECT_EQ(writtenDay(wednesday, "%U %Y"), "2026-11-25");
}

} // namespace
} // namespace post
