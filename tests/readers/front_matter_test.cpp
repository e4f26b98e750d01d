// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/front_matter.h"

#include "readers/post_source.h"

#include <gtest/gtest.h>

namespace {

TEST(FrontMatter, IsCutOffAndRead)
{
    const auto split = readers::splitFrontMatter("---\ntitle: 'It''s here'\npublishDate: '2022-06-09'\ntags: [a, b "
                                                 "c]\nauthor: Ann\npublished: false\n---\n\nBody\n");
    EXPECT_EQ(split.front.title, "It's here");
    EXPECT_EQ(split.front.date, "2022-06-09");
    EXPECT_EQ(split.front.tags, (std::vector<std::string>{"a", "b c"}));
    EXPECT_TRUE(split.front.isDraft);
    EXPECT_EQ(split.body, "\nBody\n");
}

TEST(FrontMatter, WhatIsNoneStays)
{
    EXPECT_EQ(readers::splitFrontMatter("---\n").body, "---\n");
    EXPECT_EQ(readers::splitFrontMatter("Text\n\n---\n").body, "Text\n\n---\n");
    EXPECT_FALSE(readers::splitFrontMatter("---\na: [\n---\nBody").front.problem.empty());
}

TEST(PostSource, HasDirectiveTitleAndBody)
{
    rst::Document body;
    body.appendText(body.append(rst::Document::root(), rst::NodeKind::Paragraph), "Text");
    EXPECT_EQ(readers::postSource(
                  {.title = "A *new*\nday", .date = "2022-06-09", .author = "Ann", .tags = {"x", "y z"}}, body),
              ".. post:: 2022-06-09\n   :tags: x, y z\n   :author: Ann\n\nA \\*new* day\n============\n\nText\n");
    EXPECT_EQ(readers::slugOfUrl("https://b.example/2012/01/some-post_1.html?m=1"), "some-post_1");
}

} // namespace
