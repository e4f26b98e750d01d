// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "blog_folder.h"

#include <gmock/gmock.h>

namespace archive {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ArchiveTest, ListsPostsByStateAndDate)
{
    const BlogFolder blog;
    blog.writePost("posts/old.rst", "2020-01-02", "Old news", "news, pycon");
    blog.writePost("posts/today.rst", "2026-11-25 18:00", "News of today", "news");
    blog.writePost("posts/later.rst", "2026-12-01", "Later", "news");
    blog.writePost("posts/draft.rst", "", "A draft", "news");
    blog.write("index.rst", "Welcome\n=======\n\nA page.\n");
    Archive archive = blog.open();
    const auto updated = archive.update(testDay);
    ASSERT_TRUE(updated) << updated.error();
    EXPECT_EQ(updated->documents, 5U);
    EXPECT_EQ(updated->read, 5U);
    const auto posts = archive.posts(testDay).value();
    EXPECT_THAT(pathsOf(posts),
                ElementsAre("posts/draft.rst", "posts/later.rst", "posts/today.rst", "posts/old.rst", "index.rst"));
    EXPECT_EQ(posts[0].state, PostState::Draft);
    EXPECT_EQ(posts[1].state, PostState::Scheduled);
    EXPECT_EQ(posts[2].state, PostState::Published);
    EXPECT_EQ(posts[4].state, PostState::Page);
    EXPECT_THAT(posts[3].tags, ElementsAre("news", "pycon"));
    EXPECT_EQ(posts[3].title, "Old news");
    EXPECT_EQ(posts[3].excerpt, "Some text.");
    EXPECT_EQ(posts[3].slug, "old");
    EXPECT_EQ(posts[3].year(), 2020);
    // The day decides, not the index.
    EXPECT_EQ(archive.posts({.year = 2026, .month = 12, .day = 1}).value()[1].state, PostState::Published);
}

TEST(ArchiveTest, CountsProblemsAndPictures)
{
    const BlogFolder blog;
    blog.writePost(
        "a.rst", "2024-01-01", "Pictures", "x",
        ".. image:: https://example.org/a.png\n   :alt: A tree\n\n.. image:: https://example.org/b.png\n\n*open");
    Archive archive = blog.open();
    ASSERT_TRUE(archive.update(testDay));
    const ArchivedPost post = archive.posts(testDay).value().front();
    EXPECT_EQ(post.pictures, 2);
    EXPECT_EQ(post.missingAlternatives, 1);
    EXPECT_EQ(post.warnings, 1);
}

TEST(ArchiveTest, ReadsOnlyWhatHasChanged)
{
    const BlogFolder blog;
    blog.writePost("a.rst", "2024-01-01", "First", "x");
    blog.writePost("b.rst", "2024-01-02", "Second", "x");
    {
        Archive archive = blog.open();
        EXPECT_EQ(archive.update(testDay)->read, 2U);
    }
    Archive archive = blog.open();
    EXPECT_FALSE(archive.update(testDay)->hasChanges());
    // Even within one tick of the file system's clock, and with as many bytes.
    blog.writePost("b.rst", "2024-01-02", "Zecond", "x");
    EXPECT_EQ(archive.update(testDay)->read, 1U);
    EXPECT_EQ(archive.posts(testDay).value().front().title, "Zecond");
    std::filesystem::remove(blog.folder() / "a.rst");
    EXPECT_EQ(archive.update(testDay)->removed, 1U);
    EXPECT_THAT(pathsOf(archive.posts(testDay).value()), ElementsAre("b.rst"));
    EXPECT_THAT(archive.search("First", testDay).value(), IsEmpty());
    // Other settings may mean other problems.
    blog.write("conf.py", "extensions = ['ablog']\npost_auto_excerpt = 2\n");
    EXPECT_EQ(archive.update(testDay)->read, 1U);
}

TEST(ArchiveTest, ReadsDatesThatDependOnTheDayAgain)
{
    const BlogFolder blog;
    blog.writePost("a.rst", "2026-11", "Some day", "x");
    Archive archive = blog.open();
    EXPECT_EQ(archive.update(testDay)->read, 1U);
    EXPECT_EQ(archive.posts(testDay).value().front().date, "2026-11-25");
    const post::DateTime next{.year = 2026, .month = 11, .day = 26};
    EXPECT_EQ(archive.update(next)->read, 1U);
    EXPECT_EQ(archive.posts(next).value().front().date, "2026-11-26");
}

TEST(ArchiveTest, KnowsWhatPagesNeedToKnowOfOneAnother)
{
    const BlogFolder blog;
    blog.writePost("posts/a.rst", "2024-01-01 09:30", "First", "x, y", ".. _spot:\n\nPart\n----\n\nWords.");
    blog.writePost("posts/b.rst", "2027-01-01", "Later", "z");
    blog.write("page.rst", "A page\n======\n\n.. glossary::\n\n   Grant\n      Money.\n");
    Archive archive = blog.open();
    ASSERT_TRUE(archive.update(testDay));
    const auto site = archive.siteIndex(testDay, post::SiteKnowledge::Whole).value();
    EXPECT_EQ(site->docnames(), (std::vector<std::string>{"page", "posts/a", "posts/b"}));
    EXPECT_EQ(*site->titleOf("page"), "A page");
    EXPECT_EQ(site->place("", "spot")->docname, "posts/a");
    EXPECT_EQ(site->place("", "spot")->title, "Part");
    EXPECT_EQ(site->place("term", "Grant")->id, "term-Grant");
    ASSERT_EQ(site->posts().size(), 2U);
    EXPECT_FALSE(site->posts()[0].isPublished);
    const post::ListedPost &first = site->posts()[1];
    EXPECT_TRUE(first.isPublished);
    EXPECT_EQ(first.date, (post::DateTime{.year = 2024, .month = 1, .day = 1, .hour = 9, .minute = 30}));
    EXPECT_TRUE(site->isUsed(rst::LabelKind::Tag, "y") && !site->isUsed(rst::LabelKind::Tag, "z"));
    std::filesystem::remove(blog.folder() / "page.rst");
    ASSERT_TRUE(archive.update(testDay));
    EXPECT_EQ(archive.siteIndex(testDay, post::SiteKnowledge::Whole).value()->titleOf("page"), nullptr);
}

TEST(ArchiveTest, SearchesWithSnippetsAsOneTypes)
{
    const BlogFolder blog;
    blog.writePost("a.rst", "2024-01-01", "Élections open", "board", "The voting for the board begins on Thursday.");
    blog.writePost("b.rst", "2024-01-02", "Grants", "grants", "Money for workshops, not for voting machines.");
    Archive archive = blog.open();
    ASSERT_TRUE(archive.update(testDay));
    const auto hits = archive.search("voting boa", testDay).value();
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].post.path, "a.rst");
    EXPECT_THAT(hits[0].snippet, testing::HasSubstr("\x02voting\x03"));
    EXPECT_EQ(archive.search("elections", testDay)->size(), 1U);
    EXPECT_EQ(archive.search("\"voting machines\"", testDay)->size(), 1U);
    EXPECT_EQ(archive.search("\"machines voting\"", testDay)->size(), 0U);
    EXPECT_EQ(archive.search("voting", testDay)->size(), 2U);
    EXPECT_EQ(archive.search("grants", testDay)->front().post.path, "b.rst");
    EXPECT_EQ(lineOf(hits[0].snippet, ".. post::\n\nvoting\nvoting for the board\n"), 4U);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THAT(archive.search("voting", testDay, 50, stop.get_token()).value(), IsEmpty());
    EXPECT_EQ(archive.search("voting", testDay)->size(), 2U);
}

TEST(ArchiveTest, FindsPostsOfTheSameKind)
{
    const BlogFolder blog;
    blog.writePost("q1.rst", "2024-01-01", "Fellows for Q1 2024", "fellows");
    blog.writePost("q2.rst", "2024-04-01", "Fellows for Q2 2024", "fellows");
    blog.writePost("other.rst", "2024-05-01", "Something else", "news");
    Archive archive = blog.open();
    ASSERT_TRUE(archive.update(testDay));
    const auto posts = archive.similarPosts("Fellows for Q3 2024", {"fellows"}, "q1.rst", testDay).value();
    EXPECT_THAT(pathsOf(posts), ElementsAre("q2.rst"));
    EXPECT_THAT(archive.similarPosts("", {}, "", testDay).value(), IsEmpty());
}

TEST(ArchiveTest, StopsAndGoesOnLater)
{
    const BlogFolder blog;
    for (int i = 0; i < 40; ++i)
        blog.writePost(std::format("p{}.rst", i), "2024-01-01", std::format("Post {}", i), "x");
    Archive archive = blog.open();
    std::stop_source stop;
    const auto updated = archive.update(
        testDay,
        [&](const UpdateProgress &progress) {
            EXPECT_EQ(progress.total, 40U);
            if (progress.done == 10)
                stop.request_stop();
        },
        stop.get_token());
    ASSERT_TRUE(updated);
    EXPECT_TRUE(updated->wasStopped);
    EXPECT_EQ(updated->read, 10U);
    EXPECT_EQ(archive.posts(testDay)->size(), 10U);
    EXPECT_EQ(archive.update(testDay)->read, 30U);
}

TEST(ArchiveTest, KnowsAFolderThatIsNoBlog)
{
    const BlogFolder blog;
    std::filesystem::remove(blog.folder() / "conf.py");
    blog.writePost("2024/Größe und mehr.rst", "2024-01-01", "Spaces", "x");
    Archive archive = blog.open();
    ASSERT_TRUE(archive.update(testDay));
    EXPECT_THAT(pathsOf(archive.posts(testDay).value()), ElementsAre("2024/Größe und mehr.rst"));
    EXPECT_EQ(Archive::open(blog.folder() / "conf.py", blog.cache()).has_value(), false);
}

TEST(ArchiveTest, ReadsAgainWhatIncludesAChangedFile)
{
    const BlogFolder blog;
    blog.writePost("posts/a.rst", "2024-01-02", "First", "news", ".. include:: /shared/words.txt");
    blog.writePost("posts/b.rst", "2024-01-03", "Second", "news");
    blog.write("shared/words.txt", "Zebras graze.\n");
    Archive archive = blog.open();
    EXPECT_EQ(archive.update(testDay)->read, 2U);
    EXPECT_EQ(archive.search("zebras", testDay)->size(), 1U);
    blog.write("shared/words.txt", "Giraffes graze, too.\n");
    const auto update = archive.update(testDay);
    EXPECT_EQ(update->read, 1U);
    EXPECT_THAT(*archive.search("zebras", testDay), IsEmpty());
    EXPECT_EQ(archive.search("giraffes", testDay)->size(), 1U);
    std::filesystem::remove(blog.folder() / "shared/words.txt");
    EXPECT_EQ(archive.update(testDay)->read, 1U);
    EXPECT_EQ(archive.update(testDay)->read, 0U);
}

TEST(ArchiveTest, ReadsMarkdownWhereMystDoes)
{
    const BlogFolder blog;
    blog.write("a.md",
               "---\nblogpost: true\ndate: 2024-01-02\ntags: news\n---\n\n# Written in Markdown\n\nZebras graze.\n");
    Archive archive = blog.open();
    EXPECT_EQ(archive.update(testDay)->documents, 0U);
    blog.write("conf.py", "extensions = ['ablog', 'myst_parser']\n");
    EXPECT_EQ(archive.update(testDay)->documents, 1U);
    const auto posts = archive.posts(testDay).value();
    ASSERT_EQ(posts.size(), 1U);
    EXPECT_EQ(posts[0].title, "Written in Markdown");
    EXPECT_EQ(posts[0].state, PostState::Published);
    EXPECT_THAT(posts[0].tags, ElementsAre("news"));
    EXPECT_EQ(archive.search("zebras", testDay)->size(), 1U);
}

} // namespace

} // namespace archive
