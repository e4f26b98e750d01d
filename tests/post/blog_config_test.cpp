// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/blog_config.h"

#include <gtest/gtest.h>

#include <fstream>

namespace post {
namespace {

namespace fs = std::filesystem;

TEST(BlogConfig, HasTheHousesDefaults)
{
    const auto config = parseBlogConfig("");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->pathRule, "{year}/{year}-{month}-{slug}.rst");
    EXPECT_EQ(config->optionOrder.front(), "tags");
}

/// Found by fuzzing: toml++ is not to see such characters where TOML has no place for them.
TEST(BlogConfig, RefusesStrayCharacters)
{
    for (const char *toml :
         {"\u03FB\uFEFF//?", "ü = 1\n", "[blog]\nposts = é\n", "a = \"\"\u2E00\n", "a = 'x'\u0101", "a = [8'7=8\u0301",
          "a = -\"ne%\u0301 x", "ns=0m_\"\uFDFF ", "a =0[\"x\u0447\"", "a = \"\xFF\"\n"}) {
        const auto config = parseBlogConfig(toml);
        ASSERT_FALSE(config) << toml;
        EXPECT_TRUE(config.error().starts_with("broadside.toml, line ")) << config.error();
    }
    const auto config = parseBlogConfig("\uFEFF# é\n[blog]\nauthors = [\"É \\\" é\", '\\é\\', \"\"\"é\n\"é\"\"\"\"]\n"
                                        "\"é\" = {'ü' = \"é\"}\na.\"é\" = [\n  'é']\n[b.'é']\n");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->authors, (std::vector<std::string>{"É \" é", "\\é\\", "é\n\"é\""}));
    EXPECT_TRUE(parseBlogConfig("\uFEFF\"é\" = 1\n"));
}

TEST(BlogConfig, KeepsCharactersBeyondAscii)
{
    const auto config = parseBlogConfig("[new-post]\n'ö~0~' = ['日本 ~1~', \"\\u00e9\\u007e2~ é\"]\n");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->newPost.at("ö~0~"), "日本 ~1~, é~2~ é");
    EXPECT_EQ(parseBlogConfig("[new-post]\n'ö' = 1\n").error(), "broadside.toml, line 2: “ö” must be a list of texts.");
}

TEST(BlogConfig, ReadsItsKeys)
{
    const auto config = parseBlogConfig("[blog]\n"
                                        "posts = \"docs/posts\"\n"
                                        "path = \"{slug}.rst\"\n"
                                        "slug-length = 20\n"
                                        "authors = [\"Ann\", \"Bob\"]\n"
                                        "[new-post]\n"
                                        "tags = [\"news\", \"all\"]\n"
                                        "[site-defaults]\n"
                                        "author = \"Ann\"\n"
                                        "[unknown]\n"
                                        "x = 1\n");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->posts, "docs/posts");
    EXPECT_EQ(config->slugLength, 20u);
    EXPECT_EQ(config->authors, (std::vector<std::string>{"Ann", "Bob"}));
    EXPECT_EQ(config->newPost.at("tags"), "news, all");
    EXPECT_EQ(config->newPost.at("language"), "en");
    EXPECT_EQ(config->defaultAuthor, std::vector<std::string>{"Ann"});
}

TEST(BlogConfig, SaysWhatIsWrong)
{
    EXPECT_EQ(parseBlogConfig("[blog]\nslug-length = 3\n").error(),
              "broadside.toml, line 2: “slug-length” must be a number from 8 to 200.");
    EXPECT_EQ(parseBlogConfig("[blog]\n\nposts = \"../elsewhere\"\n").error(),
              "broadside.toml, line 3: “posts” must be a folder inside the blog.");
    EXPECT_TRUE(parseBlogConfig("[blog]\nauthors = [\n").error().starts_with("broadside.toml, line "));
}

TEST(BlogConfig, IsFoundUpwardFromAFile)
{
    const fs::path blog = fs::path(testing::TempDir()) / "blog-config-test";
    fs::create_directories(blog / "posts" / "2026");
    std::ofstream(blog / "broadside.toml") << "[blog]\nposts = \"posts\"\n";
    const auto config = findBlogConfig(blog / "posts" / "2026" / "a-post-to-be.rst");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->root, blog);
    EXPECT_EQ(config->postsFolder(), blog / "posts");

    fs::remove(blog / "broadside.toml");
    std::ofstream(blog / "conf.py") << "extensions = []\n";
    EXPECT_EQ(findBlogConfig(blog / "posts" / "2026")->root, blog);
    for (const fs::path &same : {blog / ".", blog / "", blog / "posts" / ".."})
        EXPECT_EQ(findBlogConfig(same)->root, blog) << same;
    fs::remove_all(blog);
}

TEST(BlogConfig, KnowsASiteBelowIt)
{
    const fs::path top = fs::path(testing::TempDir()) / "blog-config-site-test";
    fs::remove_all(top);
    fs::create_directories(top / "docs" / "posts" / "2026");
    std::ofstream(top / "docs" / "conf.py") << "blog_title = 'Doors'\nblog_default_author = 'Robin'\n";
    std::ofstream(top / "broadside.toml") << "[blog]\nposts = \"docs/posts\"\n[export]\nhtml = \"out\"\n";
    for (const fs::path &place : {top / "docs" / "posts" / "2026" / "a.rst", top}) {
        const auto config = findBlogConfig(place);
        ASSERT_TRUE(config);
        EXPECT_EQ(config->root, top / "docs");
        EXPECT_EQ(config->file, top / "broadside.toml");
        EXPECT_EQ(config->postsFolder(), top / "docs" / "posts");
        EXPECT_TRUE(config->hasSite);
        EXPECT_EQ(config->site.blogTitle, "Doors");
        EXPECT_EQ(config->defaultAuthor, std::vector<std::string>{"Robin"});
        EXPECT_EQ((config->root / config->templates).lexically_normal(), top / "templates");
        EXPECT_EQ((config->root / config->exports.html).lexically_normal(), top / "out");
        EXPECT_EQ(config->pictures, "_static");
    }
    std::ofstream(top / "broadside.toml") << "[blog]\nposts = \"docs/posts\"\npictures = \"docs/img\"\n";
    EXPECT_EQ(findBlogConfig(top)->pictures, "img");
    std::ofstream(top / "conf.py") << "blog_title = 'Top'\n";
    EXPECT_EQ(findBlogConfig(top)->root, top); // the one beside it
    EXPECT_EQ(findBlogConfig(top)->site.blogTitle, "Top");
    fs::remove_all(top);
}

} // namespace
} // namespace post
