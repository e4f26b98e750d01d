// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/metadata_source.h"

#include <gtest/gtest.h>

namespace post {
namespace {

TEST(MetadataSource, KnowsWhereEverythingStands)
{
    const std::string source = ".. post:: 2024-05-06\n"
                               "   :tags: a, b\n"
                               "   :Author: Ann\n"
                               "      and Bob\n"
                               "   :exclude:\n"
                               "\n"
                               "   An excerpt.\n"
                               "\n"
                               "Title\n"
                               "=====\n";
    const MetadataSource metadata = findMetadata(source);
    ASSERT_EQ(metadata.directives.size(), 1u);
    const MetadataBlock &block = metadata.directives[0];
    EXPECT_EQ(block.dateText, "2024-05-06");
    EXPECT_EQ(block.argument.of(source), "2024-05-06");
    EXPECT_EQ(block.contents.of(source), "   An excerpt.");
    EXPECT_EQ(block.range.of(source), source.substr(0, source.find("\n\nTitle")));
    ASSERT_EQ(block.options.size(), 3u);
    EXPECT_EQ(block.options[0].nameRange.of(source), "tags");
    EXPECT_EQ(block.options[0].valueRange.of(source), "a, b");
    EXPECT_EQ(block.options[0].lines.of(source), "   :tags: a, b\n");
    EXPECT_EQ(block.option("author")->value, "Ann and Bob");
    EXPECT_EQ(block.option("author")->valueRange.of(source), "Ann\n      and Bob");
    EXPECT_EQ(block.option("exclude")->value, "");
    EXPECT_EQ(metadata.block(), &metadata.directives[0]);
}

TEST(MetadataSource, FindsDirectivesWhereTheyAreDirectives)
{
    for (const std::string_view source : {
             ".. post:: 2024",
             ".. Post:: 2024\n",
             "Title\n=====\n.. post:: 2024\n",
             "Title\n=====\n\nText.\n\n.. post:: 2024\n",
             "- item\n\n  .. post:: 2024\n",
             ".. note::\n\n   .. post:: 2024\n",
             ".. _label:\n.. post:: 2024\n",
             "..\n\n.. post:: 2024\n",
             "Text::\n\n   literal\n\n.. post:: 2024\n",
             "\xef\xbb\xbf.. post:: 2024\r\n",
         })
        EXPECT_EQ(findMetadata(source).directives.size(), 1u) << source;
}

TEST(MetadataSource, IgnoresTextThatLooksLikeOne)
{
    for (const std::string_view source : {
             "Text\n.. post:: 2024\n",
             "Text::\n\n   .. post:: 2024\n",
             "- item::\n\n     .. post:: 2024\n",
             ".. A comment.\n\n   .. post:: 2024\n",
             "..\n   .. post:: 2024\n",
             ".. code-block:: rst\n\n   .. post:: 2024\n",
             ".. posts:: 2024\n",
             ".. post: 2024\n",
             ".. post::2024\n",
             "``.. post:: 2024``\n",
             "",
         })
        EXPECT_EQ(findMetadata(source).directives.size(), 0u) << source;
}

TEST(MetadataSource, ReadsADirectiveWithoutADate)
{
    const std::string source = ".. post::\n   :tags: x\n\nText\n";
    const MetadataSource metadata = findMetadata(source);
    EXPECT_EQ(metadata.directives[0].dateText, "");
    EXPECT_EQ(metadata.directives[0].option("tags")->value, "x");

    const MetadataSource wrapped = findMetadata(".. post::\n   6 May\n   2024\n   :tags: x\n");
    EXPECT_EQ(wrapped.directives[0].dateText, "6 May 2024");
    EXPECT_EQ(wrapped.directives[0].argumentLines, 2u);
}

TEST(MetadataSource, SeesTextAmongTheOptions)
{
    const std::string source = ".. post:: 2024\n   :tags: x\n   stray\n   :author: y\n";
    const MetadataSource metadata = findMetadata(source);
    ASSERT_TRUE(metadata.directives[0].strayText);
    EXPECT_EQ(metadata.directives[0].strayText->of(source), "stray");
    EXPECT_EQ(metadata.directives[0].options.size(), 2u);
}

TEST(MetadataSource, ReadsFrontMatter)
{
    const std::string source = ".. A comment.\n\n:blogpost: true\n:date: 6 May 2024\n:tags: a,\n   b\n\nTitle\n=====\n";
    const MetadataSource metadata = findMetadata(source);
    ASSERT_TRUE(metadata.frontMatter);
    EXPECT_EQ(metadata.frontMatter->dateText, "6 May 2024");
    EXPECT_EQ(metadata.frontMatter->option("tags")->value, "a, b");
    EXPECT_EQ(metadata.block(), &*metadata.frontMatter);
    EXPECT_FALSE(findMetadata("Title\n=====\n\n:blogpost: true\n").frontMatter);
    EXPECT_EQ(findMetadata(":orphan:\n\nTitle\n=====\n").block(), nullptr) << "front matter alone makes no post";
}

} // namespace
} // namespace post
