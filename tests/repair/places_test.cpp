// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/places.h"
#include "repair/twin_paragraphs.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using repair::Place;
using repair::Repair;
using repair::RuleId;
using repair::TwinParagraph;

constexpr std::string_view head = "A Day of Sprints\n================\n\n"
                                  "*This was originally posted on blogger* `here "
                                  "<https://pyfound.blogspot.com/2019/05/a-day.html>`_.\n\n";

const rst::Engine &engine()
{
    static const rst::Engine sphinx(rst::Dialect::Sphinx);
    return sphinx;
}

/// What a rule's places say: "before|after" for each.
std::vector<std::string> saidBy(std::string_view source, RuleId rule)
{
    const Repair repair = repair::repairPost(source, engine());
    std::vector<std::string> said;
    for (const repair::RulePlaces &places : repair::findPlaces(source, repair, repair::RuleSet::all())) {
        if (places.rule != rule)
            continue;
        for (const Place &place : places.places)
            said.push_back(std::string(place.before.of(source)) + "|" + std::string(place.after.of(repair.text)));
    }
    return said;
}

TEST(Places, AreThoseOfTheRuleInBothTexts)
{
    const std::string source = std::string(head) + "Come and bring _your own_ ideas to the hall.\n\n"
                                                   "*Everybody* is welcome, and so is _every friend_.\n\n"
                                                   "See `the page <https://a.example/a-\nb>`_ for more.\n";
    using Said = std::vector<std::string>;
    EXPECT_EQ(saidBy(source, RuleId::Emphasis), (Said{"_your own_|*your own*", "_every friend_.|*every friend*."}));
    EXPECT_EQ(saidBy(source, RuleId::Strong), (Said{"*Everybody*|**Everybody**"}));
    EXPECT_EQ(saidBy(source, RuleId::BrokenUrls), (Said{"<https://a.example/a-\nb>`_|https://a.example/a-b"}));
    EXPECT_EQ(saidBy(source, RuleId::Quotes), Said());
}

TEST(Places, LieWithinTheTexts)
{
    std::string source(head);
    for (int i = 0; i < 400; ++i)
        source += "Some _words_ here  \n  \n  * an *item*\n\n> a quote\n\n";
    const Repair repair = repair::repairPost(source, engine());
    ASSERT_EQ(repair.state, Repair::State::Repaired);
    for (const repair::RulePlaces &places : repair::findPlaces(source, repair, repair::RuleSet::all())) {
        EXPECT_LE(places.places.size(), repair::mostPlaces);
        for (const Place &place : places.places) {
            EXPECT_LE(place.before.begin, place.before.end);
            EXPECT_LE(place.before.end, source.size());
            EXPECT_LE(place.after.begin, place.after.end);
            EXPECT_LE(place.after.end, repair.text.size());
        }
    }
}

TEST(Places, OfAnotherTextAreNone)
{
    const Repair repair = repair::repairPost("A text.\n", engine());
    EXPECT_TRUE(repair::findPlaces("A text.\n", repair, repair::RuleSet::all()).empty());
}

TEST(TwinParagraphs, StandSideBySide)
{
    const std::string source = std::string(head) + "The _first_ paragraph of it.\n\nOnly here, and nowhere else.\n\n"
                                                   "The second one has words.\n\nThe last line.\n";
    const Repair repair = repair::repairPost(source, engine());
    const repair::Twin twin = {.body = "The *first* paragraph of it.\n\nThe second one has other words.\n\n"
                                       "This the copy alone knows about.\n\nThe last line.\n"};
    const auto rows = repair::pairParagraphs(source, repair.text, twin, engine());
    std::vector<TwinParagraph::State> states;
    for (const TwinParagraph &row : rows)
        states.push_back(row.state);
    using enum TwinParagraph::State;
    ASSERT_EQ(states, (std::vector{Alike, OnlyOurs, Differs, OnlyTwin, Alike}));
    EXPECT_EQ(rows[0].legacy, "The _first_ paragraph of it.");
    EXPECT_EQ(rows[0].place.of(repair.text), "The *first* paragraph of it.");
    EXPECT_EQ(rows[2].legacy, "The second one has words.");
    EXPECT_EQ(rows[2].repaired, "The second one has words.");
    EXPECT_EQ(rows[2].twin, "The second one has other words.");
    EXPECT_EQ(rows[3].twin, "This the copy alone knows about.");
    EXPECT_TRUE(rows[3].place.isEmpty());
}

TEST(TwinParagraphs, OfAnotherTextAreNone)
{
    const std::string source = std::string(head) + "Some words.\n";
    const Repair repair = repair::repairPost(source, engine());
    EXPECT_TRUE(repair::pairParagraphs(source, repair.text, {.body = "Quite other things.\n"}, engine()).empty());
    EXPECT_TRUE(repair::pairParagraphs("No legacy.\n", "No legacy.\n", {.body = "No legacy.\n"}, engine()).empty());
}

} // namespace
