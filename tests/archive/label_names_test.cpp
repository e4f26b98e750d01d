// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/label_names.h"

#include <gmock/gmock.h>

namespace archive {

namespace {

using testing::ElementsAre;

TEST(LabelNamesTest, CountsTheMostUsedFirst)
{
    const ArchivedPost posts[] = {{.tags = {"a", "b"}}, {.tags = {"b"}}, {.tags = {}}};
    EXPECT_THAT(labelCounts(posts, LabelKind::Tag), ElementsAre(LabelCount{"b", 2}, LabelCount{"a", 1}));
    EXPECT_THAT(labelCounts(posts, LabelKind::Author), ElementsAre());
}

TEST(LabelNamesTest, KnowsNamesThatPeopleTakeForOne)
{
    const LabelCount known[] = {{"grants", 17}, {"open source", 17}, {"PSF", 20}, {"community", 9},
                                {"C", 3},       {"日本", 2}};
    EXPECT_EQ(nearDuplicate("grant", known), "grants");
    EXPECT_EQ(nearDuplicate("Grants", known), "grants");
    EXPECT_EQ(nearDuplicate("Open-Source", known), "open source");
    EXPECT_EQ(nearDuplicate("psf", known), "PSF");
    EXPECT_EQ(nearDuplicate("communities", known), "community");
    EXPECT_EQ(nearDuplicate("grants", known), "");
    EXPECT_EQ(nearDuplicate("C++", known), "");
    EXPECT_EQ(nearDuplicate("board", known), "");
    EXPECT_EQ(nearDuplicate("", known), "");
    // Both in use: the rarer one is the doubtful one.
    const LabelCount both[] = {{"grants", 17}, {"grant", 14}};
    EXPECT_EQ(nearDuplicate("grant", both), "grants");
    EXPECT_EQ(nearDuplicate("grants", both), "");
}

} // namespace

} // namespace archive
