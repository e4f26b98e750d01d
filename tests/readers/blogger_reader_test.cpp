// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/blogger_reader.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using readers::BloggerEntry;

struct ReadExport {
    readers::BloggerSummary summary;
    std::vector<BloggerEntry> entries;
};

ReadExport readExport(std::string_view xml)
{
    ReadExport result;
    result.summary = readers::readBlogger(
        [&xml](std::span<char> buffer) {
            const std::size_t size =
                std::min({buffer.size(), xml.size(), std::size_t{7}}); // small pieces, as a slow disk gives
            std::ranges::copy(xml.substr(0, size), buffer.begin());
            xml.remove_prefix(size);
            return size;
        },
        [&result](BloggerEntry &&entry) { result.entries.push_back(std::move(entry)); });
    return result;
}

constexpr std::string_view begin = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://www.w3.org/2007/app'>";
constexpr std::string_view post =
    "<entry><published>2012-01-31T22:00:00.000-08:00</published>"
    "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>"
    "<category scheme='http://www.blogger.com/atom/ns#' term='grants'/><title>News</title>"
    "<content type='html'>&lt;p&gt;Text&lt;/p&gt;</content><author><name>Ann</name></author>"
    "<link rel='alternate' href='https://b.example/2012/01/news.html'/></entry>";
constexpr std::string_view comment =
    "<entry><category scheme='http://schemas.google.com/g/2005#kind' "
    "term='http://schemas.google.com/blogger/2008/kind#comment'/><content>spam</content></entry>";

TEST(BloggerReader, GivesPostsAndLeavesCommentsOut)
{
    const ReadExport read = readExport(std::string(begin) + std::string(post) + std::string(comment) + "</feed>");
    ASSERT_EQ(read.entries.size(), 1u);
    EXPECT_EQ(read.entries[0].title, "News");
    EXPECT_EQ(read.entries[0].published, "2012-01-31T22:00:00.000-08:00");
    EXPECT_EQ(read.entries[0].author, "Ann");
    EXPECT_EQ(read.entries[0].labels, (std::vector<std::string>{"grants"}));
    EXPECT_EQ(read.entries[0].html, "<p>Text</p>");
    EXPECT_EQ(read.entries[0].url, "https://b.example/2012/01/news.html");
    EXPECT_EQ(read.summary.comments, 1u);
    EXPECT_EQ(read.summary.problem, "");
}

TEST(BloggerReader, MarksDrafts)
{
    const ReadExport read =
        readExport(std::string(begin) +
                   "<entry><title>x</title><app:control><app:draft>yes</app:draft></app:control></entry></feed>");
    ASSERT_EQ(read.entries.size(), 1u);
    EXPECT_TRUE(read.entries[0].isDraft);
}

TEST(BloggerReader, SaysThatTheFileIsCutOff)
{
    const ReadExport read = readExport(std::string(begin) + std::string(post) + "<entry><title>ha");
    EXPECT_EQ(read.entries.size(), 1u);
    EXPECT_TRUE(read.summary.problem.contains("ends in the middle")) << read.summary.problem;
}

TEST(BloggerReader, RefusesEntities)
{
    const ReadExport read = readExport("<!DOCTYPE feed [<!ENTITY a 'b'>]>" + std::string(begin) +
                                       "<entry><title>&a;</title></entry></feed>");
    EXPECT_TRUE(read.entries.empty());
    EXPECT_TRUE(read.summary.problem.contains("entity")) << read.summary.problem;
}

} // namespace
