// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/post_metadata.h"

#include "post/sphinx_settings.h"
#include "rst/engine.h"

#include <gtest/gtest.h>

namespace post {
namespace {

std::vector<PostMetadata> posts(std::string_view source, const BlogConfig &config = {})
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    const rst::Publication publication =
        engine.publish(source, sphinxSettings(config, {.year = 2026, .month = 3, .day = 9}));
    return readPosts(publication.document, config, {.year = 2026, .month = 3, .day = 9});
}

std::vector<std::string> texts(const PostMetadata &post)
{
    std::vector<std::string> result;
    for (const ExcerptPart &part : post.excerpt)
        result.push_back(part.isImage ? "image " + part.text : part.text);
    return result;
}

using Texts = std::vector<std::string>;

TEST(PostMetadata, ReadsADirective)
{
    const auto found = posts(".. post:: 1 March 2026\n"
                             "   :tags: a, b c\n"
                             "   :author: Ann\n"
                             "   :canonical_link: https://example.org/\n"
                             "   :nocomments:\n"
                             "\n"
                             "It's a *Title*\n"
                             "==============\n"
                             "\n"
                             "First\nparagraph.\n"
                             "\n"
                             "Second.\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].isDraft);
    EXPECT_EQ(isoDate(found[0].date.value), "2026-03-01T00:00:00");
    EXPECT_EQ(found[0].title, "It’s a Title");
    EXPECT_EQ(found[0].tags, (Texts{"a", "b c"}));
    EXPECT_EQ(found[0].author, Texts{"Ann"});
    EXPECT_EQ(found[0].canonicalLink, "https://example.org/");
    EXPECT_TRUE(found[0].noComments);
    EXPECT_FALSE(found[0].exclude);
    EXPECT_EQ(texts(found[0]), Texts{"First paragraph."});
}

TEST(PostMetadata, TakesTheExcerptThatIsAskedFor)
{
    EXPECT_EQ(texts(posts(".. post::\n\n   Own words.\n\n   * item\n\nTitle\n=====\n\nText.\n")[0]),
              (Texts{"Own words.", "item"}));
    EXPECT_EQ(texts(posts(".. post::\n   :excerpt: 2\n\nTitle\n=====\n\n* item\n\nText.\n\nMore.\n")[0]),
              (Texts{"item", "Text."}));
    EXPECT_EQ(texts(posts(".. post::\n   :excerpt: 0\n   :image: 2\n\nTitle\n=====\n\n.. image:: /a.png\n\n.. image:: "
                          "/b.png\n\nText.\n")[0])
                  .size(),
              1u);
    EXPECT_EQ(texts(posts(".. post::\n   :image: 3\n\nTitle\n=====\n\nText.\n")[0]), Texts{"Text."});
}

TEST(PostMetadata, KnowsDraftsAndFillsInTheSitesDefaults)
{
    BlogConfig config;
    config.defaultAuthor = {"House"};
    config.defaultLanguage = {"en"};
    const auto find = [&](std::string_view date) {
        return posts(".. post:: " + std::string(date) + "\n\nTitle\n=====\n\nText.\n", config)[0];
    };
    EXPECT_TRUE(find("").isDraft);
    EXPECT_TRUE(find("2026-03-10").isDraft);
    EXPECT_TRUE(find("").author.empty());
    EXPECT_FALSE(find("2026-03-09 23:59").isDraft);
    EXPECT_EQ(find("2026-03-09").author, Texts{"House"});
    EXPECT_EQ(find("2026-03-09").language, Texts{"en"});
}

TEST(PostMetadata, ReadsUpdates)
{
    const auto found = posts("Title\n=====\n\n.. post:: 2026-01-01\n\nText.\n\n.. update:: 2 February 2026\n\n   "
                             "One.\n\n.. update:: 2026-01-05\n\n   Two.\n");
    EXPECT_EQ(isoDate(found[0].updated), "2026-02-02T00:00:00");
}

TEST(PostMetadata, GivesEachSectionItsPost)
{
    const auto found = posts(
        "Log\n===\n\nOne\n---\n\n.. post:: 2026-01-01\n\nText one.\n\nTwo\n---\n\n.. post:: 2026-01-02\n\nText two.\n");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].section, "one");
    EXPECT_EQ(found[0].title, "One");
    EXPECT_EQ(found[1].section, "two");
    EXPECT_EQ(texts(found[1]), Texts{"Text two."});
}

TEST(PostMetadata, GivesPostsUnderThePagesTitleThePageItself)
{
    const auto found = posts("Log\n===\n\n.. post:: 2026-01-01\n\nOf the log.\n\nOne\n---\n\n.. post:: 2026-01-02\n\n"
                             "Text one.\n");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].section, "");
    EXPECT_TRUE(found[0].isInSection);
    EXPECT_EQ(found[0].title, "Log");
    EXPECT_EQ(found[1].section, "one");
    EXPECT_FALSE(posts(".. post:: 2026-01-01\n\nLog\n===\n")[0].isInSection);
}

TEST(PostMetadata, ReadsFrontMatter)
{
    const auto found =
        posts(":blogpost: true\n:date: Jan 2, 2026\n:tags: [a, b]\n:category: News\n\nTitle\n=====\n\nText.\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].isFrontMatter);
    EXPECT_EQ(isoDate(found[0].date.value), "2026-01-02T00:00:00");
    EXPECT_EQ(found[0].tags, (Texts{"a", "b"}));
    EXPECT_EQ(found[0].category, Texts{"News"});
    EXPECT_TRUE(posts(":blogpost: true\n\nNo section.\n").empty());
    EXPECT_TRUE(posts("Title\n=====\n\n:blogpost: true\n").empty());
}

TEST(PostMetadata, SplitsCommaLists)
{
    EXPECT_EQ(commaList("a, b ,,c"), (Texts{"a", "b", "", "c"}));
    EXPECT_EQ(commaList(""), Texts{""});
}

} // namespace
} // namespace post
