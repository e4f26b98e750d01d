// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/metadata_findings.h"

#include "rst/engine.h"

#include <gtest/gtest.h>

namespace post {
namespace {

using Found = std::vector<std::pair<std::string, std::string>>;

Found found(std::string_view source)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    const rst::Publication publication = engine.publish(source);
    Found result;
    for (const Finding &finding :
         metadataFindings(source, publication.document, {}, {.year = 2026, .month = 3, .day = 9}))
        result.emplace_back(finding.rule, finding.range.of(source));
    return result;
}

TEST(MetadataFindings, NamesBadDates)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nTitle\n=====\n"), Found());
    EXPECT_EQ(found(".. post::\n\nTitle\n=====\n"), Found()) << "a draft";
    EXPECT_EQ(found(".. post:: someday\n\nTitle\n=====\n"), (Found{{"post.date", "someday"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01 10:00 Z\n\nTitle\n=====\n"),
              (Found{{"post.date-zone", "2026-03-01 10:00 Z"}}));
    EXPECT_EQ(found(".. post:: March 2026\n\nTitle\n=====\n"), (Found{{"post.date-incomplete", "March 2026"}}));
}

TEST(MetadataFindings, NamesWhatMakesThePageNoPost)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :tag: x\n\nTitle\n=====\n"), (Found{{"post.option", "tag"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :tags: x\n   glued\n\nTitle\n=====\n"),
              (Found{{"post.stray-text", "glued"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nNo heading.\n"), (Found{{"post.title", "post"}}));
}

TEST(MetadataFindings, NamesEmptyLabelsAndDoubles)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :tags:\n   :author: a,\n\nTitle\n=====\n"),
              (Found{{"post.empty-label", "tags"}, {"post.empty-label", "a,"}}));
    EXPECT_EQ(found("One\n===\n\n.. post:: 2026-03-01\n\nTwo\n===\n\n.. post:: 2026-03-02\n"),
              (Found{{"post.several", "post"}}));
    EXPECT_EQ(found(":blogpost: true\n:date: 2026-03-01\n\nTitle\n=====\n\n.. post:: 2026-03-01\n"),
              (Found{{"post.twice", "post"}}));
}

TEST(MetadataFindings, NamesOptionsBelowAnEmptyLine)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n\n   :tags: x\n   :author: a\n\nTitle\n=====\n"),
              (Found{{"post.option-apart", "tags"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :tags: x\n\n   :author: a\n\nTitle\n=====\n"),
              (Found{{"post.option-apart", "author"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n\n   :note: Text.\n\nTitle\n=====\n"), Found());
    EXPECT_EQ(found(".. post:: 2026-03-01\n\n   An excerpt: of text.\n\nTitle\n=====\n"), Found());
}

TEST(MetadataFindings, NamesWhereABlogStopsOrLoops)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nOne\n===\n\n.. post:: 2026-03-02\n"),
              (Found{{"post.no-section", ".. post:: 2026-03-01"}, {"post.several", "post"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :excerpt: two\n\nT\n=\n"), (Found{{"post.number", "two"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :exclude: yes\n\nT\n=\n"), (Found{{"post.flag", "yes"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :external_link:\n\nT\n=\n"),
              (Found{{"post.empty-link", "external_link"}}));
    EXPECT_EQ(found(".. post::\n\nT\n=\n\nText.\n\n.. update:: 2026-03-02\n\n   New.\n"),
              (Found{{"update.draft", "2026-03-02"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nT\n=\n\nText.\n\n.. update:: soon\n\n   New.\n"),
              (Found{{"update.date", "soon"}}));
    EXPECT_EQ(found("T\n=\n\n.. update:: 2026-03-02\n\n   New.\n"), (Found{{"update.no-post", "2026-03-02"}}));
    EXPECT_EQ(found("T\n=\n\n.. postlist:: many\n"), (Found{{"postlist.number", "many"}}));
    EXPECT_EQ(found("T\n=\n\n.. postlist::\n   :format: {title} {{x}} {place}\n").size(), 1u);
    EXPECT_EQ(found("T\n=\n\n.. postlist:: 3\n   :format: {title:>4} by {author}\n"), Found());
    EXPECT_EQ(found("T\n=\n\n.. postlist::\n   :date:\n   :tags: x\n").size(), 1u);
    EXPECT_EQ(found("T\n=\n\n.. postlist::\n   :expand:\n   :tags:\n"), Found());
}

TEST(MetadataFindings, NamesFrontMatterThatStopsTheBuild)
{
    EXPECT_EQ(found(":Blogpost: true\n\nT\n=\n"), (Found{{"front-matter.case", "Blogpost"}}));
    EXPECT_EQ(found(":blogpost: true\n:date: 2026-03-01\n:nocomments: true\n:excerpt: 0\n\nT\n=\n"),
              (Found{{"front-matter.flag", "true"}, {"front-matter.excerpt", "0"}}));
    EXPECT_EQ(found(":blogpost: true\n\nNo heading.\n"), (Found{{"front-matter.no-heading", "blogpost"}}));
}

TEST(MetadataFindings, NamesWhatBreaksInLists)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nT\n=\n\nSee :doc:`other`.\n"),
              (Found{{"post.excerpt-link", ":doc:`other`"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nT\n=\n\nSee :doc:`/other`.\n"), Found());
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nTitle\n====\n\nText.\n"), (Found{{"post.excerpt-message", "post"}}));
    EXPECT_EQ(
        found(".. post:: 2026-03-01\n\nTitle\n=====\n\n.. contents::\n   :local:\n\nText.\n\nPart\n----\n\nMore.\n"),
        (Found{{"post.excerpt-contents", "post"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :tags: C, C++\n\nT\n=\n"), (Found{{"post.same-page", "post"}}));
}

} // namespace
} // namespace post
