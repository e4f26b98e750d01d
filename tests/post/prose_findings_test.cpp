// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/prose_findings.h"

#include "rst/engine.h"

#include <gtest/gtest.h>

namespace post {
namespace {

using Found = std::vector<std::pair<std::string, std::string>>;

std::vector<Finding> findings(const std::string &source)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    const DateTime today = {.year = 2026, .month = 3, .day = 2};
    const rst::Publication publication = engine.publish(source);
    return proseFindings(source, publication.document, readPosts(publication.document, {}, today), today);
}

/// The rules and the texts that they underline.
Found found(const std::string &source)
{
    Found result;
    for (const Finding &finding : findings(source))
        result.emplace_back(finding.rule, finding.range.of(source));
    return result;
}

TEST(ProseFindings, WeekdaysThatContradictTheirDates)
{
    EXPECT_EQ(found("On Friday, March 10th, 2026 we meet.\n"), (Found{{"prose.weekday", "Friday"}}));
    EXPECT_EQ(findings("On Friday, March 10th, 2026 we meet.\n")[0].replacement, "Tuesday");
    EXPECT_EQ(findings("Fri 10 March\n")[0].replacement, "Tue"); // the year is the post's
    EXPECT_EQ(found("On Tuesday the 10th of March, 2026, and Tue, Mar 10.\n"), Found{});
    EXPECT_EQ(found("``Friday, March 10th, 2026``\n\n::\n\n  Friday, March 10th, 2026\n"), Found{});
}

TEST(ProseFindings, DaysThatAMonthDoesNotHave)
{
    EXPECT_EQ(found("Until Friday, April 31st, 2026.\n"), (Found{{"prose.weekday", "Friday, April 31st, 2026"}}));
    EXPECT_EQ(findings("Until Friday, April 31st, 2026.\n")[0].text, "There is no 31 April 2026.");
    EXPECT_EQ(findings("On Friday the 30th of February.\n")[0].text, "There is no 30 February.");
    EXPECT_EQ(found("It began on February 29th, 2024.\n"), Found{});
    EXPECT_EQ(findings("It began on February 29th, 2025.\n")[0].text, "There is no 29 February 2025.");
}

TEST(ProseFindings, DoubledWords)
{
    EXPECT_EQ(found("We saw the the hall.\n"), (Found{{"prose.doubled", " the"}}));
    EXPECT_EQ(found("We saw the\nthe hall.\n"), (Found{{"prose.doubled", "the "}}));
    EXPECT_EQ(found("All that that had had. New York, York. Duran Duran. the, the\n"), Found{});
}

TEST(ProseFindings, LeftoversOfAnotherPost)
{
    EXPECT_EQ(found("Q3 report\n=========\n\nThe Q2 figures, and Q3.\n"), (Found{{"prose.leftover", "Q2"}}));
    EXPECT_EQ(found("Apply before April 10, 2025.\n"), (Found{{"prose.leftover", "April 10, 2025"}}));
    EXPECT_EQ(found("It began on January 10, 2025, and ends on April 10, 2026.\n"), Found{});
}

TEST(ProseFindings, Links)
{
    EXPECT_EQ(found("`Click here <https://a.example>`__ or `the hall <http://a.example>`__\n"),
              (Found{{"prose.link", "`Click here <https://a.example>`__"}, {"prose.http", "http"}}));
    EXPECT_EQ(found("http://localhost/a\n"), Found{});
}

TEST(ProseFindings, PicturesWithoutDescription)
{
    EXPECT_EQ(found(".. image:: a.png\n\n.. image:: b.png\n   :alt: B\n"), (Found{{"prose.alt", ".. image:: a.png"}}));
}

} // namespace
} // namespace post
