// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/repair.h"
#include "repair/word_alignment.h"

#include <gtest/gtest.h>

namespace {

using repair::Repair;
using repair::Twin;
using repair::TwinIndex;

constexpr std::string_view legacy = ".. post:: 2019-05-06\n"
                                    "   :tags: post, legacy-blogger\n"
                                    "   :author: Python Software Foundation\n"
                                    "\n"
                                    "A Day of Sprints\n"
                                    "================\n"
                                    "\n"
                                    "*This was originally posted on blogger* `here "
                                    "<https://pyfound.blogspot.com/2019/05/a-day.html>`_.\n"
                                    "\n"
                                    "Come and bring _your own_ ideas to the big hall.  \n"
                                    "  \n"
                                    "Everybody is welcome at nine.\n";

std::string twinText(std::string_view body)
{
    return "---\ntitle: A Day of Sprints\nauthor: Ada Lovelace\ntags:\n  - sprints\n  - post\n"
           "legacyUrl: /2019/05/a-day.html\n---\n\n" +
           std::string(body);
}

Repair repairedWith(std::string_view body, const repair::RuleSet &rules = repair::RuleSet::all())
{
    TwinIndex twins;
    twins.addMarkdown("twins/other-name/index.md", twinText(body));
    return repair::repairPost(legacy, rst::Engine(rst::Dialect::Sphinx), rules, twins.find(legacy));
}

TEST(TwinIndex, FindsByAddressThenNameThenTitle)
{
    TwinIndex twins;
    twins.addMarkdown("t/a-day/index.md", "---\ntitle: Named\n---\n");
    EXPECT_EQ(twins.find(legacy)->front.title, "Named");
    twins.addMarkdown("t/x/index.md", twinText(""));
    EXPECT_EQ(twins.find(legacy)->path, "t/x/index.md");
    TwinIndex titled;
    titled.addMarkdown("t/y.md", "---\ntitle: 'A day of sprints '\n---\n");
    EXPECT_NE(titled.find(legacy), nullptr);
    EXPECT_EQ(titled.find("Any text\n========\n"), nullptr);
    EXPECT_EQ(TwinIndex().find(legacy), nullptr);
}

TEST(Twin, GivesBoldAuthorAndTagsBack)
{
    const Repair repair =
        repairedWith("Come and bring *your own* ideas to the **big hall**.\n\n**Everybody** is welcome at nine.\n");
    EXPECT_EQ(repair.state, Repair::State::Repaired);
    ASSERT_TRUE(repair.twin);
    EXPECT_DOUBLE_EQ(repair.twin->match, 1.0);
    EXPECT_TRUE(repair.twin->conflicts.empty());
    EXPECT_TRUE(repair.proof.holds());
    EXPECT_NE(repair.text.find("Come and bring *your own* ideas to the **big hall**.\n"), repair.text.npos)
        << repair.text;
    EXPECT_NE(repair.text.find("**Everybody** is welcome"), repair.text.npos) << repair.text;
    EXPECT_NE(repair.text.find(":author: Ada Lovelace\n"), repair.text.npos) << repair.text;
    EXPECT_NE(repair.text.find(":tags: post, legacy-blogger, sprints\n"), repair.text.npos) << repair.text;
    // Running it again finds a post that is whole.
    EXPECT_EQ(repair::repairPost(repair.text, rst::Engine(rst::Dialect::Sphinx)).state, Repair::State::NotLegacy);
}

TEST(Twin, TellsOtherWordsAndTakesNone)
{
    const Repair repair =
        repairedWith("Come and bring your own ideas to the great hall.\n\nEverybody is welcome at nine.\n");
    ASSERT_TRUE(repair.twin);
    ASSERT_EQ(repair.twin->conflicts.size(), 1u);
    EXPECT_EQ(repair.twin->conflicts[0].legacy, "Come and bring _your own_ ideas to the big hall.  ");
    EXPECT_EQ(repair.twin->conflicts[0].repaired, "ideas to the big hall Everybody is");
    EXPECT_EQ(repair.twin->conflicts[0].twin, "ideas to the great hall Everybody is");
    EXPECT_NE(repair.text.find("big hall"), repair.text.npos);
    EXPECT_NE(repair.text.find("*your own*"), repair.text.npos) << "what the copy lost stays";
}

TEST(Twin, OfAnotherTextIsNotUsed)
{
    const Repair repair =
        repairedWith("**Nothing here has anything to do with that post, not even its bold words.**\n");
    ASSERT_TRUE(repair.twin);
    EXPECT_LT(repair.twin->match, 0.6);
    EXPECT_TRUE(repair.text.contains(":author: Python Software Foundation\n"));
    EXPECT_FALSE(repair.text.contains("**"));
}

TEST(Twin, RulesCanBeSwitchedOff)
{
    repair::RuleSet rules = repair::RuleSet::all();
    rules.remove(repair::RuleId::TwinAuthor);
    rules.remove(repair::RuleId::TwinStyles);
    const Repair repair =
        repairedWith("Come and bring your own ideas to the **big** hall.\n\nEverybody is welcome at nine.\n", rules);
    EXPECT_FALSE(repair.text.contains("**big**"));
    EXPECT_TRUE(repair.text.contains(":author: Python Software Foundation\n"));
    EXPECT_TRUE(repair.text.contains("sprints\n"));
}

TEST(Twin, MayBeABloggerEntry)
{
    TwinIndex twins;
    twins.addBlogger({.title = "A Day of Sprints",
                      .author = "Ada",
                      .url = "https://pyfound.blogspot.com/2019/05/a-day.html",
                      .html = "<p>Come and bring <u>your own</u> ideas to the <b>big</b> hall.</p><p>Everybody is "
                              "welcome at nine.</p>"});
    const Repair repair =
        repair::repairPost(legacy, rst::Engine(rst::Dialect::Sphinx), repair::RuleSet::all(), twins.find(legacy));
    EXPECT_TRUE(repair.text.contains("the **big** hall")) << repair.text;
}

TEST(WordAlignment, IsALongestCommonSubsequence)
{
    using repair::unaligned;
    EXPECT_EQ(repair::alignWords({"a", "b", "c"}, {"a", "x", "c"}), (std::vector<std::size_t>{0, unaligned, 2}));
    EXPECT_EQ(repair::alignWords({"a", "b"}, {"z", "a", "b"}), (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(repair::alignWords({}, {"a"}), std::vector<std::size_t>());
    EXPECT_EQ(repair::alignWords({"a"}, {}), std::vector<std::size_t>{unaligned});
    EXPECT_EQ(repair::alignWords({"a", "b", "c", "d"}, {"b", "d", "e"}),
              (std::vector<std::size_t>{unaligned, 0, unaligned, 1}));
    EXPECT_EQ(repair::alignWords({"a", "b"}, {"c", "d"}, 2), (std::vector<std::size_t>{unaligned, unaligned}))
        << "too different";
}

} // namespace
