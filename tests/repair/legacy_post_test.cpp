// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/legacy_post.h"

#include <gtest/gtest.h>

namespace {

constexpr std::string_view line =
    "*This was originally posted on blogger* `here <https://blog.example/2011/05/a.html>`_.";

TEST(LegacyPost, IsCutIntoItsParts)
{
    const std::string source =
        ".. post:: 2011-05-02\n   :tags: post\n\nSome news\n=========\n\n" + std::string(line) + "\n\nText\n";
    const auto post = repair::findLegacyPost(source);
    ASSERT_TRUE(post);
    EXPECT_EQ(post->head, ".. post:: 2011-05-02\n   :tags: post\n\n");
    EXPECT_EQ(post->title, "Some news");
    EXPECT_EQ(post->underline, "=========");
    EXPECT_EQ(post->line, line);
    EXPECT_EQ(post->body, "\nText\n");
}

TEST(LegacyPost, OtherTextIsNone)
{
    EXPECT_FALSE(repair::findLegacyPost(""));
    EXPECT_FALSE(repair::findLegacyPost("Title\n=====\n\nText that speaks of blogger\n"));
    EXPECT_FALSE(repair::findLegacyPost(repair::repairedLine(line) + "\n\nText\n"));
    EXPECT_FALSE(repair::findLegacyPost(std::string(line) + "\n\nBytes \x01 of another kind\n"));
}

TEST(LegacyPost, RepairedLineSaysTheSame)
{
    EXPECT_EQ(repair::repairedLine(line),
              "*This was originally posted on blogger* `here <https://blog.example/2011/05/a.html>`__.");
}

TEST(HandWritten, IsWhatTheImporterNeverMade)
{
    for (const std::string_view block :
         {".. note:: Mind this", ".. _a target:", "..", "| a line\n| another", "- an item\n- another", "* one\n* two",
          "Text with **strong** words", "A ``literal`` text", "See :pep:`8` for this",
          "A `link <https://example.org/>`__ of ours"})
        EXPECT_TRUE(repair::isHandWritten(repair::linesOf(block))) << block;
}

TEST(HandWritten, IsNotWhatTheImporterMade)
{
    for (const std::string_view block :
         {"Some text", "*bold once*", "_slanted_ text", "  * an item", "> a quotation with **two** stars",
          "`code` and `a link <https://example.org/>`_", "**Name  **", "* * *", "*  ",
          "_By`her <https://example.org/>`__", "a| b  \n---|---  \n| c  "})
        EXPECT_FALSE(repair::isHandWritten(repair::linesOf(block))) << block;
}

} // namespace
