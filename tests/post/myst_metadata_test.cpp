// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/myst_metadata.h"
#include "post/post_metadata.h"
#include "post/sphinx_settings.h"
#include "rst/engine.h"

#include <gtest/gtest.h>

namespace post {
namespace {

using Texts = std::vector<std::string>;

std::vector<PostMetadata> posts(std::string_view markdown)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    const DateTime today{.year = 2026, .month = 3, .day = 9};
    return readPosts(engine.publish(mystAsRst(markdown), sphinxSettings({}, today)).document, {}, today);
}

TEST(MystMetadata, ReadsTheBlockAtTheHead)
{
    const auto found = posts(
        "---\nblogpost: true\ndate: 2026-02-03\ntags: [one, \"two words\"]\ncategory: 'News'  # quoted\n"
        "author:\n  - Ann\n  - Bob\n---\n\n# The *title*\n\nFirst [words](https://example.org) of `it`.\n\nSecond.\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].isFrontMatter);
    EXPECT_EQ(isoDate(found[0].date.value), "2026-02-03T00:00:00");
    EXPECT_EQ(found[0].tags, (Texts{"one", "two words"}));
    EXPECT_EQ(found[0].category, Texts{"News"});
    EXPECT_EQ(found[0].author, (Texts{"[“Ann”", "“Bob”]"})) << "ABlog takes lists of tags alone";
    EXPECT_EQ(found[0].title, "The title");
    ASSERT_EQ(found[0].excerpt.size(), 1u);
    EXPECT_EQ(found[0].excerpt[0].text, "First words of it.");
}

TEST(MystMetadata, ReadsBlockLists)
{
    const auto found = posts("---\nblogpost: true\ntags:\n- a\n- b c\n---\n# T\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].tags, (Texts{"a", "b c"}));
    EXPECT_TRUE(found[0].isDraft);
}

TEST(MystMetadata, ReadsTheDirective)
{
    const auto found = posts("# Title\n\n```{post} 2026-01-02\n:tags: x, y\n:exclude:\n\nThe excerpt.\n```\n\nBody "
                             "with snake_case_.\n\n```python\nx = 1\n```\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].tags, (Texts{"x", "y"}));
    EXPECT_TRUE(found[0].exclude);
    ASSERT_EQ(found[0].excerpt.size(), 1u);
    EXPECT_EQ(found[0].excerpt[0].text, "The excerpt.");
}

TEST(MystMetadata, TakesAnythingForText)
{
    EXPECT_TRUE(posts("").empty());
    EXPECT_TRUE(posts("---\nnever: ends\n").empty());
    EXPECT_TRUE(posts("```{post").empty());
    EXPECT_TRUE(posts(std::string(100'000, '[')).empty());
}

} // namespace
} // namespace post
