// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/post_template.h"

#include "post/metadata_findings.h"
#include "post/post_metadata.h"
#include "post/template_slots.h"
#include "rst/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace post {
namespace {

TEST(PostTemplate, GivesAPostWithoutMessages)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const std::vector<PostTemplate> templates = postTemplates({});
    ASSERT_EQ(templates.size(), 6u);
    for (const PostTemplate &chosen : templates) {
        EXPECT_FALSE(chosen.label.empty() || chosen.about.empty()) << chosen.name;
        EXPECT_FALSE(templateSlots(chosen.body).empty()) << chosen.name;
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
        const std::string text = newPostText(postTemplates({}).front(), {.title = title}, {});
        const auto posts = readPosts(engine.publish(text).document, {}, {.year = 2026});
        ASSERT_EQ(posts.size(), 1u) << text;
        EXPECT_EQ(posts[0].title, title) << text;
    }
}

TEST(PostTemplate, AddsTagsOnce)
{
    const std::vector<PostTemplate> templates = postTemplates({});
    BlogConfig config;
    config.newPost["tags"] = "all, news";
    const std::string text =
        newPostText(*findPostTemplate(templates, "release"), {.title = "X", .tags = "news, mine"}, config);
    EXPECT_TRUE(text.starts_with(".. post::\n   :tags: all, news, release, mine\n")) << text;
    EXPECT_EQ(findPostTemplate(templates, "none"), nullptr);
}

TEST(PostTemplate, SaysMoreInAComment)
{
    const PostTemplate full =
        parsePostTemplate("x", ".. template: A label\n   about: What: for\n   tags: a, b\n\nBody.\n");
    EXPECT_EQ(full.label, "A label");
    EXPECT_EQ(full.about, "What: for");
    EXPECT_EQ(full.tags, "a, b");
    EXPECT_EQ(full.body, "Body.\n");
    const PostTemplate bare = parsePostTemplate("x", "Body.\n");
    EXPECT_EQ(bare.label, "x");
    EXPECT_EQ(bare.body, "Body.\n");
    EXPECT_EQ(parsePostTemplate("x", ".. template: A").label, "A");
}

TEST(PostTemplate, TakesTheBlogsOwn)
{
    namespace fs = std::filesystem;
    const fs::path root = fs::path(testing::TempDir()) / "broadside_templates";
    fs::remove_all(root);
    fs::create_directories(root / "forms");
    const auto write = [](const fs::path &path, std::string_view text) { std::ofstream(path) << text; };
    write(root / "forms/release.rst", ".. template: Our release\n\nOurs.\n");
    write(root / "forms/minutes.rst", "Minutes of ⟦day⟧.\n");
    write(root / "forms/binary.rst", "\xff\xfe");
    write(root / "forms/readme.txt", "no template");
    const fs::path outside = root.parent_path() / "broadside_outside.rst";
    write(outside, "secret\n");
    fs::create_symlink(outside, root / "forms/linked.rst");
    BlogConfig config;
    config.root = root;
    config.templates = "forms";
    const std::vector<PostTemplate> templates = postTemplates(config);
    ASSERT_EQ(templates.size(), 7u);
    EXPECT_EQ(findPostTemplate(templates, "release")->label, "Our release");
    EXPECT_EQ(templates.back().name, "minutes");
}

TEST(TemplateSlots, AreFoundAndReported)
{
    const std::string source = ".. post:: 2026-01-01\n\nT\n=\n\nIn ⟦month⟧, ⟦not\nclosed⟧ or ⟦⟧, ⟦a ⟦b⟧.\n";
    const std::vector<ByteRange> slots = templateSlots(source);
    ASSERT_EQ(slots.size(), 2u);
    EXPECT_EQ(slots[0].of(source), "⟦month⟧");
    EXPECT_EQ(slots[1].of(source), "⟦b⟧");
    const rst::Engine engine(rst::Dialect::Sphinx);
    const auto findings = metadataFindings(source, engine.publish(source).document, {}, {.year = 2026});
    const auto found = std::ranges::find(findings, "template.slot", &Finding::rule);
    ASSERT_NE(found, findings.end());
    EXPECT_EQ(found->text, "“month” is still to be filled in.");
    EXPECT_EQ(found->severity, Severity::Error);
}

} // namespace
} // namespace post
