// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive_findings.h"

#include "post/sphinx_settings.h"
#include "rst/engine.h"

#include <gmock/gmock.h>

namespace archive {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ArchivedPost known(std::string path, std::string title, std::vector<std::string> tags)
{
    return {.path = path,
            .slug = path.substr(path.rfind('/') + 1, path.rfind('.') - path.rfind('/') - 1),
            .title = std::move(title),
            .state = PostState::Published,
            .tags = std::move(tags)};
}

KnownPosts someBlog()
{
    std::vector<ArchivedPost> posts = {known("posts/a.rst", "First", {"Grants", "news"}),
                                       known("posts/b.rst", "Second", {"Grants"}),
                                       known("posts/c.rst", "Third", {"grant"})};
    posts[1].redirects = {"old/place"};
    return KnownPosts(std::move(posts));
}

std::vector<post::Finding> findingsOf(const std::string &source, const std::string &path,
                                      const post::BlogConfig &config = {})
{
    const post::DateTime today{.year = 2026, .month = 11, .day = 25};
    const rst::Engine engine(rst::Dialect::Sphinx);
    const rst::Publication publication = engine.publish(source, post::sphinxSettings(config, today, path));
    return archiveFindings(source, publication.document, post::readPosts(publication.document, config, today),
                           someBlog(), path, config, today);
}

TEST(ArchiveFindingsTest, NamesTheSpellingOfTheOtherPosts)
{
    const std::string source =
        ".. post:: 2026-01-02\n   :tags: new thing,\n      GRANT, news\n\nTitle\n=====\n\nText.\n";
    const auto findings = findingsOf(source, "posts/d.rst");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "archive.spelling");
    EXPECT_EQ(findings[0].range.of(source), "GRANT");
    EXPECT_EQ(findings[0].replacement, "Grants");
    EXPECT_EQ(findings[0].text, "“GRANT” is written “Grants” in 2 other posts.");
}

TEST(ArchiveFindingsTest, LeavesOutWhatThePostSaysItself)
{
    // Its own "grant" is in the index, which makes it no better known.
    const auto findings = findingsOf(".. post:: 2026-01-02\n   :tags: grant\n\nThird\n=====\n\nText.\n", "posts/c.rst");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].replacement, "Grants");
    EXPECT_THAT(findingsOf(".. post:: 2026-01-02\n   :tags: Grants\n\nThird\n=====\n\nText.\n", "posts/c.rst"),
                IsEmpty());
}

TEST(ArchiveFindingsTest, ResolvesAuthorsByTheirNames)
{
    post::BlogConfig config;
    config.site.namedLabels = {{rst::LabelKind::Author, "robin", "Robin Okafor"}};
    const std::string source = ".. post:: 2026-01-02\n   :author: Robin Okafor\n\nTitle\n=====\n\nText.\n";
    const auto findings = findingsOf(source, "posts/d.rst", config);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "archive.name");
    EXPECT_EQ(findings[0].replacement, "robin");
    EXPECT_THAT(findingsOf(".. post:: 2026-01-02\n   :author: robin\n\nTitle\n=====\n\nText.\n", "posts/d.rst", config),
                IsEmpty());
}

TEST(ArchiveFindingsTest, TellsWhatIsTaken)
{
    const std::string source = ".. post:: 2026-01-02\n   :redirect: old/place\n\nFirst\n=====\n\nText.\n";
    const auto findings = findingsOf(source, "posts/2026/c.rst");
    std::vector<std::string_view> rules;
    for (const post::Finding &finding : findings)
        rules.push_back(finding.rule);
    EXPECT_THAT(rules, ElementsAre("archive.slug", "archive.redirect", "archive.title"));
    EXPECT_EQ(findings[1].range.of(source), "old/place");
    EXPECT_THAT(std::string(findings[2].range.of(source)), HasSubstr("First"));
}

TEST(ArchiveFindingsTest, TakesANewPostForTheFileThatItWouldBecome)
{
    post::BlogConfig config;
    config.posts = "posts";
    config.pathRule = "{slug}.rst";
    EXPECT_THAT(findingsOf(".. post:: 2026-01-02\n\nNew\n===\n\nText.\n", "", config), IsEmpty());
    const auto findings = findingsOf(".. post:: 2026-01-02\n\nA\n=\n\nText.\n", "", config);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "archive.slug");
    EXPECT_THAT(findings[0].text, HasSubstr("posts/a.rst is there already"));
    const auto taken = findingsOf(".. post:: 2026-01-02\n\nB b\n===\n\nText.\n", "posts/2020/b.rst", config);
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_EQ(taken[0].rule, "archive.slug");
}

TEST(ArchiveFindingsTest, SaysNothingOfATextThatIsNoPost)
{
    EXPECT_THAT(findingsOf("First\n=====\n\nText.\n", "posts/d.rst"), IsEmpty());
}

} // namespace

} // namespace archive
