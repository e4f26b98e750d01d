// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_plan.h"

#include "folder.h"

#include <algorithm>

namespace publish {
namespace {

namespace fs = std::filesystem;

constexpr post::DateTime today = {.year = 2026, .month = 3, .day = 9};
constexpr std::string_view goodPost = ".. post:: 2026-03-01\n   :tags: news\n\nA Good Post\n===========\n\nWords.\n";

const rst::Engine &engine()
{
    static const rst::Engine sphinx(rst::Dialect::Sphinx);
    return sphinx;
}

post::BlogConfig blogIn(const Folder &folder)
{
    post::BlogConfig config;
    config.root = folder.path();
    return config;
}

const Check *findCheck(const ExportPlan &plan, std::string_view rule, Check::State state)
{
    const auto found = std::ranges::find_if(
        plan.checks, [&](const Check &check) { return check.rule == rule && check.state == state; });
    return found == plan.checks.end() ? nullptr : &*found;
}

TEST(ExportPlan, WritesAPostAtItsPlace)
{
    const Folder folder;
    const ExportPlan plan = planExport(goodPost, engine(), blogIn(folder), {.today = today});
    EXPECT_EQ(plan.path, folder / "posts/2026/2026-03-good-post.rst");
    EXPECT_FALSE(plan.hasFailed());
    EXPECT_TRUE(plan.difference.contains("+A Good Post\n"));
    ASSERT_TRUE(writeExport(plan));
    EXPECT_EQ(Folder::read(plan.path), goodPost);
    EXPECT_TRUE(planExport(goodPost, engine(), blogIn(folder), {.today = today}).changesNothing());
}

TEST(ExportPlan, ShowsWhatItWouldReplace)
{
    const Folder folder;
    folder.write("posts/2026/2026-03-good-post.rst", "Other words.\n");
    const ExportPlan plan = planExport(goodPost, engine(), blogIn(folder), {.today = today});
    EXPECT_NE(findCheck(plan, "path", Check::State::Warning), nullptr);
    EXPECT_TRUE(plan.difference.contains("-Other words.\n"));
    folder.write("posts/2026/2026-03-good-post.rst", "Changed meanwhile.\n");
    EXPECT_FALSE(writeExport(plan)) << "the difference shown is not the one that would be made";
    EXPECT_EQ(Folder::read(plan.path), "Changed meanwhile.\n");
}

TEST(ExportPlan, LeavesAPostOfTheBlogWhereItIs)
{
    const Folder folder;
    const fs::path file = folder.write("posts/2020/old-name.rst", goodPost);
    EXPECT_EQ(planExport(goodPost, engine(), blogIn(folder), {.source = file, .today = today}).path, file);
}

TEST(ExportPlan, TellsWhatIsWrong)
{
    const Folder folder;
    const ExportPlan plan =
        planExport(".. post:: 30 February 2026\n\nTitle\n=====\n\n.. image:: ../../../../etc/passwd\n\n*open\n",
                   engine(), blogIn(folder), {.today = today});
    EXPECT_TRUE(plan.hasFailed());
    EXPECT_NE(findCheck(plan, "post.date", Check::State::Failed), nullptr);
    EXPECT_NE(findCheck(plan, "picture", Check::State::Failed), nullptr);
    EXPECT_NE(findCheck(plan, "alt", Check::State::Warning), nullptr);
    EXPECT_NE(findCheck(plan, "messages", Check::State::Warning), nullptr);
    EXPECT_NE(findCheck(planExport("Title\n=====\n", engine(), blogIn(folder), {.today = today}), "post",
                        Check::State::Failed),
              nullptr);
}

TEST(ExportPlan, TakesAnUnwrittenDescriptionForNone)
{
    const Folder folder;
    const auto alternatives = [&](std::string_view alt) {
        const std::string text =
            std::format(".. post:: 2026-03-02\n\nTitle\n=====\n\nWords.\n\n.. figure:: a.png\n   :alt: {}\n", alt);
        return planExport(text, engine(), blogIn(folder), {.today = today});
    };
    EXPECT_NE(findCheck(alternatives("describe the picture"), "alt", Check::State::Warning), nullptr);
    EXPECT_EQ(findCheck(alternatives("People describe the picture"), "alt", Check::State::Warning), nullptr);
}

TEST(ExportPlan, TellsWhenAPostStaysHidden)
{
    const Folder folder;
    const ExportPlan future =
        planExport(".. post:: 2026-03-10\n\nTitle\n=====\n\nWords.\n", engine(), blogIn(folder), {.today = today});
    ASSERT_NE(findCheck(future, "date", Check::State::Warning), nullptr);
    EXPECT_TRUE(findCheck(future, "date", Check::State::Warning)->text.contains("10 March 2026"));
    EXPECT_EQ(findCheck(planExport(".. post:: 2026-03-09 23:00\n\nTitle\n=====\n\nWords.\n", engine(), blogIn(folder),
                                   {.today = today}),
                        "date", Check::State::Warning),
              nullptr)
        << "later today is out already";
    const auto meaning = [&](Target target) {
        const ExportPlan plan = planExport(".. post:: 2026-03-10\n\nTitle\n=====\n\nWords.\n", engine(), blogIn(folder),
                                           {.target = target, .today = today});
        return findCheck(plan, "date", Check::State::Warning)->text;
    };
    EXPECT_TRUE(meaning(Target::Ablog).contains("by the clock of the machine that builds")) << meaning(Target::Ablog);
    EXPECT_TRUE(meaning(Target::Astro).contains("written as unpublished")) << meaning(Target::Astro);
    EXPECT_TRUE(meaning(Target::Email).contains("nothing hides")) << meaning(Target::Email);
}

TEST(ExportPlan, SeesAnExcerptThatSaysNothing)
{
    const Folder folder;
    const auto excerptOf = [&](std::string_view words) {
        const std::string source = ".. post:: 2026-03-01\n\nA Good Post\n===========\n\n" + std::string(words) +
                                   "\n\nThe office moves to another house.\n";
        return planExport(source, engine(), blogIn(folder), {.today = today});
    };
    EXPECT_NE(findCheck(excerptOf("The doors are open."), "excerpt", Check::State::Passed), nullptr);
    for (const std::string_view words :
         {"Dear readers,", "*This was originally posted on blogger* `here <https://example.org/a.html>`_.",
          "In ⟦period⟧ the doors were open."}) {
        const ExportPlan plan = excerptOf(words);
        EXPECT_NE(findCheck(plan, "excerpt", Check::State::Warning), nullptr) << words;
        EXPECT_EQ(findCheck(plan, "excerpt", Check::State::Passed), nullptr) << words;
    }
}

TEST(ExportPlan, NeverLeavesTheFolder)
{
    const Folder folder;
    post::BlogConfig config = blogIn(folder);
    config.pathRule = "../../{slug}.rst";
    const ExportPlan plan = planExport(goodPost, engine(), config, {.today = today});
    EXPECT_TRUE(plan.isBlocked());
    EXPECT_FALSE(writeExport(plan));
}

TEST(ExportPlan, DoesNotExportBytesThatAreNoText)
{
    const Folder folder;
    const ExportPlan plan = planExport(std::string(goodPost) + "\xff\n", engine(), blogIn(folder), {.today = today});
    EXPECT_TRUE(plan.isBlocked());
    EXPECT_FALSE(writeExport(plan));
}

} // namespace
} // namespace publish
