// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_target.h"

#include "folder.h"
#include "publish/export_plan.h"

#include <algorithm>

namespace publish {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

constexpr post::DateTime today = {.year = 2026, .month = 3, .day = 9};
const std::string png = "\x89PNG\r\n\x1a\n"s + "picture";
const std::string source =
    ".. post:: 2026-03-01\n   :tags: news, it's\n   :author: Robin Okafor\n   :language: en\n\n"
    "A Good Post\n===========\n\n"
    "Words with *emphasis*, a `link <https://example.org/a>`_ and https://example.org/b.\n\n"
    "- one\n- two\n\n  more of two\n\nA Section\n---------\n\n.. image:: /_static/party.png\n   :alt: People dance\n\n"
    ".. code-block:: python\n\n   print(\"x\")\n\n.. note:: Mind the gap.\n";

ExportPlan planned(const Folder &folder, Target target, std::string_view text = source)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    post::BlogConfig config;
    config.root = folder.path();
    folder.write("_static/party.png", png);
    const fs::path file = folder.write("posts/2026/2026-03-good-post.rst", text);
    return planExport(text, engine, config, {.target = target, .source = file, .today = today});
}

std::string failures(const ExportPlan &plan)
{
    std::string text;
    for (const Check &check : plan.checks) {
        if (check.state == Check::State::Failed)
            text += check.text + '\n';
    }
    return text;
}

TEST(ExportTarget, AstroHasTheLayoutOfItsBlogs)
{
    const Folder folder;
    const ExportPlan plan = planned(folder, Target::Astro);
    EXPECT_EQ(failures(plan), "");
    EXPECT_EQ(plan.path, folder / "content/posts/good-post/index.md");
    EXPECT_TRUE(
        plan.bytes.starts_with("---\ntitle: 'A Good Post'\npublishDate: '2026-03-01'\nupdatedDate: '2026-03-01'\n"
                               "author: 'Robin Okafor'\ndescription: 'Words with emphasis, a link and "
                               "https://example.org/b.'\ntags:\n  - 'news'\n  - 'it''s'\npublished: true\n---\n"))
        << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("![People dance](./party.png)")) << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("\n## A Section\n")) << plan.bytes;
    EXPECT_FALSE(plan.losses.empty()) << "a note is told of";
    ASSERT_TRUE(writeExport(plan));
    EXPECT_EQ(Folder::read(folder / "content/posts/good-post/party.png"), png);
}

TEST(ExportTarget, AblogTakesThePicturesOfAPostThatIsInItsPlace)
{
    const Folder folder;
    const ExportPlan plan = planned(folder, Target::Ablog);
    EXPECT_EQ(failures(plan), "");
    ASSERT_EQ(plan.pictures.size(), 1u);
    EXPECT_EQ(plan.pictures[0].path, folder / "_static/party.png");
    EXPECT_FALSE(plan.pictures[0].bytes) << "it is there already";
}

TEST(ExportTarget, MystKeepsTheMetadata)
{
    const Folder folder;
    const ExportPlan plan = planned(folder, Target::Myst);
    EXPECT_EQ(failures(plan), "") << plan.bytes;
    EXPECT_EQ(plan.path, folder / "posts/2026/2026-03-good-post.md");
    EXPECT_TRUE(plan.bytes.starts_with("---\nblogpost: true\ndate: '2026-03-01'\ntags: 'news, it''s'\n")) << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("\n# A Good Post\n")) << plan.bytes;
}

TEST(ExportTarget, HtmlStandsAlone)
{
    const Folder folder;
    const ExportPlan plan = planned(folder, Target::Html);
    EXPECT_EQ(failures(plan), "");
    EXPECT_TRUE(plan.bytes.contains("src=\"data:image/png;base64,iVBORw0KGgpwaWN0dXJl\"")) << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("<title>A Good Post</title>"));
    EXPECT_FALSE(plan.bytes.contains("src=\"/"));
}

TEST(ExportTarget, HtmlKeepsAddressesOfMail)
{
    const Folder folder;
    EXPECT_EQ(failures(planned(folder, Target::Html, ".. post:: 2026-03-01\n\nA\n=\n\nWrite to a@example.org.\n")), "");
}

TEST(ExportTarget, HtmlDoesNotReadOutsideTheBlog)
{
    const Folder folder;
    folder.write("secret.png", png);
    static const rst::Engine engine(rst::Dialect::Sphinx);
    post::BlogConfig config;
    config.root = folder / "blog";
    const std::string text = ".. post:: 2026-03-01\n\nA\n=\n\n.. image:: ../../secret.png\n   :alt: x\n";
    const fs::path file = folder.write("blog/posts/a.rst", text);
    const ExportPlan plan = planExport(text, engine, config, {.target = Target::Html, .source = file, .today = today});
    EXPECT_FALSE(plan.bytes.contains("base64"));
    EXPECT_TRUE(plan.hasFailed());
}

TEST(ExportTarget, EmailIsWhatPeopleType)
{
    const Folder folder;
    const ExportPlan plan = planned(folder, Target::Email);
    EXPECT_EQ(failures(plan), "") << plan.bytes;
    EXPECT_TRUE(plan.bytes.starts_with(
        "A Good Post\n===========\n\nWords with _emphasis_, a link [1] and https://example.org/b.\n"))
        << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("\n- one\n- two\n\n  more of two\n")) << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("\n[1] https://example.org/a\n")) << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("    print(\"x\")\n")) << plan.bytes;
}

TEST(ExportTarget, AddressesInAnEmailEndWhereTheyEnd)
{
    const Folder folder;
    const ExportPlan plan = planned(folder, Target::Email,
                                    ".. post:: 2026-03-01\n\nTitle\n=====\n\nSee https://example.org/a—b, "
                                    "(https://example.org/c) and https://example.org/e.\n");
    EXPECT_EQ(failures(plan), "") << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("<https://example.org/a>—b, (https://example.org/c)")) << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("and\nhttps://example.org/e.") || plan.bytes.contains("and https://example.org/e."))
        << plan.bytes;
}

TEST(ExportTarget, WordsThatMarkupPartsAreProvedInAnEmail)
{
    const Folder folder;
    const ExportPlan plan =
        planned(folder, Target::Email,
                ".. post:: 2026-03-01\n\nTitle\n=====\n\nSee https://example.org/a\\ s, x\\ https://example.org/b and "
                "`a page <https://example.org/c>`__\\ s, *em*\\ phasis, **str**\\ ong.\n");
    EXPECT_EQ(failures(plan), "") << plan.bytes;
    EXPECT_TRUE(plan.bytes.contains("<https://example.org/a>s, x<https://example.org/b> and")) << plan.bytes;
}

} // namespace
} // namespace publish
