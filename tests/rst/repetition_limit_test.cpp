// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Directives that repeat what stands elsewhere, many of them in a long document: the text stays, the repetition ends.

#include "rst/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <format>

namespace {

std::size_t tooOften(const rst::Publication &publication)
{
    return std::size_t(
        std::ranges::count(publication.diagnostics, rst::DiagnosticKind::RepeatedTooOften, &rst::Diagnostic::kind));
}

std::string sectionsWith(std::string_view directive, int count)
{
    std::string source;
    for (int i = 0; i < count; ++i)
        source += std::format("Section {}\n-----------\n\n.. {}\n\ntext\n\n", i, directive);
    return source;
}

class RepetitionLimit : public testing::TestWithParam<std::string_view>
{
};

TEST_P(RepetitionLimit, IsReached)
{
    constexpr int count = 1500;
    const rst::Publication publication = rst::Engine().publish(sectionsWith(GetParam(), count));
    EXPECT_GT(tooOften(publication), 100u);
    EXPECT_LT(publication.document.nodeCount(), 2'000'000u);
}

INSTANTIATE_TEST_SUITE_P(Directives, RepetitionLimit, testing::Values("contents::", "sectnum::", "target-notes::"));

TEST(RepetitionLimit, LeavesAFewAlone)
{
    for (const std::string_view directive : {"contents::", "contents::\n   :local:", "sectnum::", "target-notes::"})
        EXPECT_EQ(tooOften(rst::Engine().publish(sectionsWith(directive, 100))), 0u) << directive;
}

TEST(RepetitionLimit, IsReachedByListsOfPosts)
{
    rst::Settings settings;
    settings.dialect = rst::Dialect::Sphinx;
    settings.sphinx.posts = [] {
        return std::vector<rst::SitePost>(1000, {.docname = "elsewhere", .title = "A post"});
    };
    const rst::Engine engine(rst::Dialect::Sphinx);
    EXPECT_GT(tooOften(engine.publish(sectionsWith("postlist::", 1500), settings)), 1000u);
    EXPECT_EQ(tooOften(engine.publish(sectionsWith("postlist:: 5", 1500), settings)), 0u);
}

} // namespace
