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
    for (const Finding &finding : metadataFindings(source, publication.document, {}, {.year = 2026, .month = 3, .day = 9}))
        result.emplace_back(finding.rule, finding.range.of(source));
    return result;
}

TEST(MetadataFindings, NamesBadDates)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nTitle\n=====\n"), Found());
    EXPECT_EQ(found(".. post::\n\nTitle\n=====\n"), Found()) << "a draft";
    EXPECT_EQ(found(".. post:: someday\n\nTitle\n=====\n"), (Found{{"post.date", "someday"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01 10:00 Z\n\nTitle\n=====\n"), (Found{{"post.date-zone", "2026-03-01 10:00 Z"}}));
    EXPECT_EQ(found(".. post:: March 2026\n\nTitle\n=====\n"), (Found{{"post.date-incomplete", "March 2026"}}));
}

TEST(MetadataFindings, NamesWhatMakesThePageNoPost)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :tag: x\n\nTitle\n=====\n"), (Found{{"post.option", "tag"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :tags: x\n   glued\n\nTitle\n=====\n"), (Found{{"post.stray-text", "glued"}}));
    EXPECT_EQ(found(".. post:: 2026-03-01\n\nNo heading.\n"), (Found{{"post.title", "post"}}));
}

TEST(MetadataFindings, NamesEmptyLabelsAndDoubles)
{
    EXPECT_EQ(found(".. post:: 2026-03-01\n   :tags:\n   :author: a,\n\nTitle\n=====\n"), (Found{{"post.empty-label", "tags"}, {"post.empty-label", "a,"}}));
    EXPECT_EQ(found("One\n===\n\n.. post:: 2026-03-01\n\nTwo\n===\n\n.. post:: 2026-03-02\n"), (Found{{"post.several", "post"}}));
    EXPECT_EQ(found(":blogpost: true\n:date: 2026-03-01\n\nTitle\n=====\n\n.. post:: 2026-03-01\n"), (Found{{"post.twice", "post"}}));
}

} // namespace
} // namespace post
