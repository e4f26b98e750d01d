// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/date.h"

#include <gtest/gtest.h>

namespace post {
namespace {

constexpr DateTime july = {.year = 2001, .month = 7, .day = 15};

std::string guessed(std::string_view text)
{
    const ParsedDate date = guessDate(text, july);
    return date.outcome == DateOutcome::Rejected ? "rejected" : isoDate(date.value);
}

std::string byFormat(std::string_view text, std::string_view format)
{
    const ParsedDate date = parseDateByFormat(text, format);
    return date.outcome == DateOutcome::Rejected ? "rejected" : isoDate(date.value);
}

TEST(Date, ReadsTheShapesThatPostsHave)
{
    EXPECT_EQ(guessed("2023-11-09"), "2023-11-09T00:00:00");
    EXPECT_EQ(guessed("Nov 9, 2023"), "2023-11-09T00:00:00");
    EXPECT_EQ(guessed("November 9th, 2023"), "2023-11-09T00:00:00");
    EXPECT_EQ(guessed("9 November 2023 at 18:05"), "2023-11-09T18:05:00");
    EXPECT_EQ(guessed("2023/11/09 18:05:30.25"), "2023-11-09T18:05:30.250000");
    EXPECT_EQ(guessed("20231109T180530"), "2023-11-09T18:05:30");
    EXPECT_EQ(guessed("9 of November 2023, 6 pm"), "2023-11-09T18:00:00");
}

TEST(Date, PutsTheMonthFirstUnlessItCannotBe)
{
    EXPECT_EQ(guessed("03/04/2023"), "2023-03-04T00:00:00");
    EXPECT_EQ(guessed("14/04/2023"), "2023-04-14T00:00:00");
    EXPECT_EQ(guessed("02.03.23"), "2023-02-03T00:00:00");
    EXPECT_EQ(guessed("98-04-03"), "1998-04-03T00:00:00");
}

TEST(Date, TakesMissingPartsFromToday)
{
    for (const std::string_view text : {"2023-02", "Feb 2023", "2023", "10:30", "Monday", "3/2023"})
        EXPECT_EQ(guessDate(text, july).outcome, DateOutcome::DependsOnToday) << text;
    EXPECT_EQ(guessed("Feb 2023"), "2023-02-15T00:00:00");
    EXPECT_EQ(guessed("Wednesday"), "2001-07-18T00:00:00");
    EXPECT_EQ(isoDate(guessDate("Feb 2023", {.year = 2001, .month = 7, .day = 31}).value), "2023-02-28T00:00:00");
}

TEST(Date, SeesZones)
{
    for (const std::string_view text :
         {"2023-02-04T10:30:00Z", "2023-02-04 10:30 GMT", "2023-02-04 10:30 +02:00", "4 Feb 2023 9:00 UTC-3"})
        EXPECT_EQ(guessDate(text, july).outcome, DateOutcome::WithZone) << text;
    EXPECT_EQ(guessDate("2023-02-04 10:30 EST", july).outcome, DateOutcome::Exact) << "an unknown name is dropped";
}

TEST(Date, RejectsWhatIsNoDate)
{
    for (const std::string_view text :
         {"tomorrow", "2023-02-29", "2023-13-01", "2023-W05-2", "the 3rd of May 2023", "1675506600", "4 février 2023",
          "2023年2月4日", "2023-02-04 25:00", "2023-02-04 (draft)", ",", "nan", "+"})
        EXPECT_EQ(guessDate(text, july).outcome, DateOutcome::Rejected) << text;
    EXPECT_EQ(guessDate(std::string(1'000'000, '1'), july).outcome, DateOutcome::Rejected);
}

TEST(Date, TriesTheBlogsFormatFirst)
{
    EXPECT_EQ(byFormat("04 March 2023", "%d %B %Y"), "2023-03-04T00:00:00");
    EXPECT_EQ(byFormat("04  mar   2023", "%d %b %Y"), "2023-03-04T00:00:00");
    EXPECT_EQ(byFormat("04 March 2023 ", "%d %B %Y"), "rejected");
    EXPECT_EQ(byFormat("202411", "%Y%m%d"), "2024-01-01T00:00:00") << "codes give back digits that a later one needs";
    EXPECT_EQ(byFormat("5:07 pm, day 60 of 2024", "%I:%M %p, day %j of %Y"), "2024-02-29T17:07:00");
    EXPECT_EQ(byFormat("100%", "1%H%%"), "1900-01-01T00:00:00");
    EXPECT_EQ(byFormat("30 February 2023", "%d %B %Y"), "rejected");
    EXPECT_EQ(byFormat("x", "%Q"), "rejected");

    const ParsedDate european = parseDate("03/04/2023", "%d/%m/%Y", july);
    EXPECT_TRUE(european.matchedFormat);
    EXPECT_EQ(isoDate(european.value), "2023-04-03T00:00:00");
    EXPECT_FALSE(parseDate("2023-04-03", "%d/%m/%Y", july).matchedFormat);
    EXPECT_EQ(parseDate("", "%d/%m/%Y", july).outcome, DateOutcome::Absent);
}

TEST(Date, MatchesManyCodesInLinearTime)
{
    std::string format;
    for (int i = 0; i < 200; ++i)
        format += "%d";
    EXPECT_EQ(byFormat(std::string(399, '1') + "x", format), "rejected");
}

TEST(Date, IsWrittenByFormat)
{
    const DateTime date = {
        .year = 2024, .month = 3, .day = 5, .hour = 14, .minute = 7, .second = 9, .microsecond = 1200};
    EXPECT_EQ(formatDate(date, "%A, %d %B %Y"), "Tuesday, 05 March 2024");
    EXPECT_EQ(formatDate(date, "%a %-d %b %y %I:%M %p"), "Tue 5 Mar 24 02:07 PM");
    EXPECT_EQ(formatDate(date, "%F %T.%f day %j week %W %% %Q %"), "2024-03-05 14:07:09.001200 day 065 week 10 % %Q %");
    EXPECT_EQ(isoDate(date), "2024-03-05T14:07:09.001200");
}

} // namespace
} // namespace post
