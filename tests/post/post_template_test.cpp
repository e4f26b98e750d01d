// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/post_template.h"

#include "post/post_metadata.h"
#include "rst/engine.h"

#include <gtest/gtest.h>

namespace post {
namespace {

TEST(PostTemplate, GivesAPostWithoutMessages)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    for (const PostTemplate &chosen : postTemplates()) {
        const std::string text = newPostText(
            chosen, {.title = "A *new* \\ post_ 🎉", .date = DateTime{.year = 2026, .month = 3, .day = 1}}, {});
        const rst::Publication publication = engine.publish(text);
        for (const rst::Diagnostic &diagnostic : publication.diagnostics)
            EXPECT_TRUE(diagnostic.level == rst::Level::Info || diagnostic.message.contains("not readable"))
                << chosen.name << ": " << diagnostic.message;
        const auto posts = readPosts(publication.document, {}, {.year = 2026, .month = 3, .day = 9});
        ASSERT_EQ(posts.size(), 1u) << chosen.name;
        EXPECT_EQ(posts[0].title, "A *new* \\ post_ 🎉");
        EXPECT_FALSE(posts[0].excerpt.empty());
    }
}

TEST(PostTemplate, TakesAnyTitleForText)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    for (const std::string title :
         {"1. First", "(a) x", "- dash", ":field: x", ".. note::", "...", "====", "> quote", "|bar|", "x:: y::"}) {
        const std::string text = newPostText(postTemplates().front(), {.title = title}, {});
        const auto posts = readPosts(engine.publish(text).document, {}, {.year = 2026});
        ASSERT_EQ(posts.size(), 1u) << text;
        EXPECT_EQ(posts[0].title, title) << text;
    }
}

TEST(PostTemplate, AddsTagsOnce)
{
    BlogConfig config;
    config.newPost["tags"] = "all, news";
    const std::string text = newPostText(*findPostTemplate("release"), {.title = "X", .tags = "news, mine"}, config);
    EXPECT_TRUE(text.starts_with(".. post::\n   :tags: all, news, release, mine\n")) << text;
    EXPECT_EQ(findPostTemplate("none"), nullptr);
}

} // namespace
} // namespace post
