// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/prose_findings.h"

#include "rst/engine.h"

#include <gtest/gtest.h>

namespace post {
namespace {

using Found = std::vector<std::pair<std::string, std::string>>;

std::vector<Finding> findings(const std::string &source, const BlogConfig &blog = {})
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    const DateTime today = {.year = 2026, .month = 3, .day = 2};
    const rst::Publication publication = engine.publish(source);
    return proseFindings(source, publication.document, readPosts(publication.document, blog, today), blog, today);
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

/// A post in a language.
std::string in(const std::string &language, const std::string &words)
{
    return ".. post:: 2026-03-02\n   :language: " + language + "\n\nT\n=\n\n" + words + "\n";
}

TEST(ProseFindings, DatesInTheLanguageOfThePost)
{
    const auto weekday = [](const std::string &language, const std::string &words) {
        const std::vector<Finding> all = findings(in(language, words));
        return all.size() == 1 && all[0].rule == "prose.weekday"
                   ? all[0].text + '|' + all[0].replacement.value_or("none")
                   : std::to_string(all.size());
    };
    EXPECT_EQ(weekday("de", "Am Freitag, den 10. März 2026, um neun."),
              "10 März is a Dienstag, not a Freitag.|Dienstag");
    EXPECT_EQ(weekday("Deutsch", "Am Dienstag, dem 10. März 2026"), "0");
    EXPECT_EQ(weekday("fr", "le vendredi 10 mars 2026"), "10 mars is a mardi, not a vendredi.|mardi");
    EXPECT_EQ(weekday("fr-ca", "Vendredi 1er mai"), "0");
    EXPECT_EQ(weekday("fr", "Ven. 10 mars"), "10 mars is a mardi, not a vendredi.|Mar");
    EXPECT_EQ(weekday("es", "el viernes 10 de marzo de 2026"), "10 marzo is a martes, not a viernes.|martes");
    EXPECT_EQ(weekday("pt-br", "na sexta-feira, 10 de março de 2026"),
              "10 março is a terça-feira, not a sexta-feira.|terça-feira");
    EXPECT_EQ(weekday("it", "venerdì 10 marzo"), "10 marzo is a martedì, not a venerdì.|martedì");
    EXPECT_EQ(weekday("nl", "vrijdag 10 maart 2026"), "10 maart is a dinsdag, not a vrijdag.|dinsdag");
    EXPECT_EQ(weekday("es", "hasta el 31 de abril de 2026"), "There is no 31 abril 2026.|none");
    EXPECT_EQ(weekday("fi", "Friday, March 10th, 2026"), "0"); // nothing is known of it
    EXPECT_EQ(weekday("de", "Montag und Mai 3"), "0");         // only English has the month first
}

TEST(ProseFindings, WordsOfOtherLanguages)
{
    EXPECT_EQ(found(in("de", "Leute, die die Halle sehen.")), Found{});
    EXPECT_EQ(found(in("de", "Wir wir sehen und und sehen.")).size(), 2U);
    EXPECT_EQ(found(in("fr", "Nous nous voyons `ici <https://a.example>`__.")).at(0).first, "prose.link");
    EXPECT_EQ(found(in("fi", "niin niin `here <https://a.example>`__")), Found{});
    BlogConfig german;
    german.site.language = "de";
    EXPECT_TRUE(findings("Leute, die die Halle sehen.\n", german).empty());
    german.defaultLanguage = {"en"};
    EXPECT_EQ(findings("People die die.\n", german).size(), 1U);
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
