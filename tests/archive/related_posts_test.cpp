// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/related_posts.h"
#include "archive/series.h"

#include <gmock/gmock.h>

namespace archive {

namespace {

TEST(RelatedPostsTest, NamesWhatAnotherPostHasAlready)
{
    const ArchivedPost posts[] = {
        {.path = "2023/news.rst",
         .slug = "news",
         .title = "News",
         .state = PostState::Published,
         .redirects = {"old/a"}},
        {.path = "2024/news.rst", .slug = "news", .title = "Other", .state = PostState::Published},
        {.path = "index.rst", .slug = "news", .title = "News", .state = PostState::Page},
        {.path = "c.rst", .slug = "c", .title = "News", .state = PostState::Draft, .redirects = {"old/a", "2024/news"}},
    };
    EXPECT_EQ(collisionsOf(posts[0], posts).size(), 3U); // slug, title, redirect
    const auto second = collisionsOf(posts[1], posts);
    ASSERT_EQ(second.size(), 2U);
    EXPECT_EQ(second[0].kind, Collision::Kind::Slug);
    EXPECT_EQ(second[1].kind, Collision::Kind::Redirect);
    EXPECT_EQ(second[1].otherPath, "c.rst");
}

TEST(RelatedPostsTest, KnowsASeriesByItsTitles)
{
    EXPECT_EQ(seriesOf("Fellow Members for Q3 2021! 🎉"), "fellow members for");
    EXPECT_EQ(seriesOf("Fellow members for Q1 2024"), "fellow members for");
    EXPECT_EQ(seriesOf("The 2026 PSF Board election"), seriesOf("The 2025 PSF Board Election"));
    EXPECT_EQ(seriesOf("Lightning Talks, Part 2"), seriesOf("Lightning Talks, Part One"));
    EXPECT_EQ(seriesOf("2024"), "");
    EXPECT_EQ(seriesOf("News for May"), "");
}

TEST(RelatedPostsTest, FindsItsNeighboursInASeries)
{
    const ArchivedPost posts[] = {{.path = "4", .date = "", .series = "s t"},
                                  {.path = "3", .date = "2024-03-01", .series = "s t"},
                                  {.path = "x", .date = "2024-02-15", .series = "u v"},
                                  {.path = "2", .date = "2024-02-01", .series = "s t"},
                                  {.path = "1", .date = "2024-01-01", .series = "s t"}};
    const SeriesNeighbours middle = seriesNeighbours(posts[3], posts);
    EXPECT_EQ(middle.previous, &posts[4]);
    EXPECT_EQ(middle.next, &posts[1]);
    EXPECT_EQ(seriesNeighbours(posts[4], posts).previous, nullptr);
    EXPECT_EQ(seriesNeighbours(posts[1], posts).next, &posts[0]);
    EXPECT_EQ(seriesNeighbours(posts[0], posts).previous, &posts[1]);
    EXPECT_EQ(seriesNeighbours(posts[2], posts).next, nullptr);
    EXPECT_EQ(seriesNeighbours(posts[2], posts).previous, nullptr);
}

} // namespace

} // namespace archive
