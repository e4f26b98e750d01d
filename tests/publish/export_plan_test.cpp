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

/// A post in another year's folder than its date wants, with this picture.
std::string postWith(std::string_view picture, std::string_view title = "A Good Post")
{
    return std::format(".. post:: 2026-03-01\n   :tags: news\n\n{0}\n{1}\n\nWords.\n\n{2}", title,
                       std::string(title.size(), '='), picture);
}

constexpr std::string_view aPicture = ".. image:: hall.png\n   :alt: A hall\n";

/// What the checklist says of pictures, a line each.
std::string toldOfPictures(const ExportPlan &plan)
{
    std::string told;
    for (const Check &check : plan.checks) {
        if (check.rule == "picture" || check.rule == "messages")
            told += std::format("{}: {}\n", int(check.state), check.text);
    }
    return told;
}

constexpr std::string_view goodMessages = "0: The site's build will have nothing to complain about in this text.\n";
constexpr std::string_view allOwn = "0: Every picture is the blog's own.\n";

TEST(ExportPlan, TakesAlongWhatStandsBesideThePost)
{
    const Folder folder;
    folder.write("conf.py", "");
    const std::string source = postWith(aPicture);
    const fs::path file = folder.write("drafts/hall.rst", source);
    folder.write("drafts/hall.png", "a picture");
    const ExportPlan plan = planExport(source, engine(), blogIn(folder), {.source = file, .today = today});
    EXPECT_EQ(toldOfPictures(plan), std::string(goodMessages) +
                                        "0: drafts/hall.png is taken along, to posts/2026/hall.png.\n" +
                                        std::string(allOwn));
    EXPECT_FALSE(plan.hasFailed());
    ASSERT_TRUE(writeExport(plan));
    EXPECT_EQ(Folder::read(plan.path), source);
    EXPECT_EQ(Folder::read(folder / "posts/2026/hall.png"), "a picture");
    EXPECT_EQ(Folder::read(folder / "drafts/hall.png"), "a picture");
    const ExportPlan again = planExport(source, engine(), blogIn(folder), {.source = file, .today = today});
    EXPECT_TRUE(again.changesNothing());
    EXPECT_EQ(toldOfPictures(again), std::string(goodMessages) + std::string(allOwn)) << "the same picture is there";
    ASSERT_EQ(again.pictures.size(), 1u);
    EXPECT_FALSE(again.pictures.front().bytes);
}

TEST(ExportPlan, TakesAPictureAlongUnderAFreeName)
{
    const Folder folder;
    folder.write("conf.py", "");
    const std::string source = postWith(".. |sign| image:: img/hall.png\n   :alt: A sign\n\n"
                                        "The |sign| and the |sign|.\n\n"
                                        ".. figure:: ./img/hall.png\n   :alt: A hall\n");
    const fs::path file = folder.write("drafts/hall.rst", source);
    folder.write("drafts/img/hall.png", "a picture");
    folder.write("posts/2026/img/hall.png", "another picture");
    folder.write("posts/2026/img/hall-2.png", "a third one");
    const ExportPlan plan = planExport(source, engine(), blogIn(folder), {.source = file, .today = today});
    EXPECT_TRUE(toldOfPictures(plan).contains("0: drafts/img/hall.png is taken along as posts/2026/img/hall-3.png, for "
                                              "another picture has its name there.\n"))
        << toldOfPictures(plan);
    ASSERT_TRUE(writeExport(plan));
    const std::string written = Folder::read(plan.path);
    EXPECT_TRUE(written.contains(".. |sign| image:: img/hall-3.png\n")) << written;
    EXPECT_TRUE(written.contains(".. figure:: ./img/hall-3.png\n")) << written;
    EXPECT_EQ(Folder::read(folder / "posts/2026/img/hall-3.png"), "a picture");
    EXPECT_EQ(Folder::read(folder / "posts/2026/img/hall.png"), "another picture");
    EXPECT_EQ(planExport(source, engine(), blogIn(folder), {.source = file, .today = today}).bytes, plan.bytes)
        << "the name that it has there by now is taken again";
}

TEST(ExportPlan, RefusesAPictureThatCannotGetAnotherName)
{
    const Folder folder;
    folder.write("conf.py", "");
    const std::string source = postWith(".. image:: ha\n           ll.png\n   :alt: A hall\n");
    const fs::path file = folder.write("drafts/hall.rst", source);
    folder.write("drafts/hall.png", "a picture");
    folder.write("posts/2026/hall.png", "another picture");
    const ExportPlan plan = planExport(source, engine(), blogIn(folder), {.source = file, .today = today});
    const Check *check = findCheck(plan, "picture", Check::State::Failed);
    ASSERT_NE(check, nullptr) << toldOfPictures(plan);
    EXPECT_TRUE(check->text.contains("posts/2026/hall.png is another one")) << check->text;
    EXPECT_EQ(plan.bytes, source);
}

TEST(ExportPlan, TakesNothingFromOutsideTheBlog)
{
    const Folder folder;
    folder.write("blog/conf.py", "");
    folder.write("secret.png", "not the blog's");
    post::BlogConfig config;
    config.root = folder / "blog";
    const std::string source = postWith(".. image:: hall.png\n   :alt: A hall\n");
    const fs::path inside = folder.write("blog/drafts/hall.rst", source);
    fs::create_symlink(folder / "secret.png", folder / "blog/drafts/hall.png");
    const fs::path outside = folder.write("hall.rst", source);
    folder.write("hall.png", "not the blog's");
    for (const fs::path &file : {inside, outside}) {
        const ExportPlan plan = planExport(source, engine(), config, {.source = file, .today = today});
        EXPECT_NE(findCheck(plan, "picture", Check::State::Failed), nullptr) << file;
        EXPECT_TRUE(plan.pictures.empty()) << file;
    }
}

TEST(ExportPlan, LeavesPicturesThatHaveTheirPlace)
{
    const Folder folder;
    folder.write("conf.py", "");
    folder.write("_static/hall.png", "a picture");
    folder.write("posts/shared.png", "another picture");
    const std::string source =
        postWith(".. image:: /_static/hall.png\n   :alt: A hall\n\n.. image:: ../shared.png\n   :alt: B\n");
    const fs::path file = folder.write("posts/2025/hall.rst", source);
    const ExportPlan plan = planExport(source, engine(), blogIn(folder),
                                       {.source = file, .folder = folder / "posts", .slug = "hall", .today = today});
    EXPECT_EQ(plan.path, folder / "posts/2026/2026-03-hall.rst");
    EXPECT_EQ(toldOfPictures(plan), std::string(goodMessages) + std::string(allOwn));
    EXPECT_EQ(plan.bytes, source);
    for (const FileContent &picture : plan.pictures)
        EXPECT_FALSE(picture.bytes) << picture.path;
}

TEST(ExportPlan, NeverReplacesAPictureThatCameMeanwhile)
{
    const Folder folder;
    folder.write("conf.py", "");
    const std::string source = postWith(aPicture);
    const fs::path file = folder.write("drafts/hall.rst", source);
    folder.write("drafts/hall.png", "a picture");
    const ExportPlan plan = planExport(source, engine(), blogIn(folder), {.source = file, .today = today});
    folder.write("posts/2026/hall.png", "somebody else's");
    const auto written = writeExport(plan);
    ASSERT_FALSE(written);
    EXPECT_TRUE(written.error().contains("is another picture meanwhile")) << written.error();
    EXPECT_EQ(Folder::read(folder / "posts/2026/hall.png"), "somebody else's");
    EXPECT_FALSE(fs::exists(plan.path));
}

TEST(ExportPlan, StoresPicturesThatAreInNoFileYet)
{
    const Folder folder;
    folder.write("conf.py", "");
    const std::string source = postWith(".. image:: picture-0a.png\n   :alt: A hall\n");
    const ExportWishes wishes = {.today = today, .held = {{"picture-0a.png", "a"}, {"picture-0b.png", "undone"}}};
    const ExportPlan beside = planExport(source, engine(), blogIn(folder), wishes);
    EXPECT_EQ(toldOfPictures(beside), std::string(goodMessages) +
                                          "0: The picture that came with the text is stored as "
                                          "posts/2026/2026-03-good-post.png.\n" +
                                          std::string(allOwn));
    EXPECT_TRUE(beside.bytes.contains(".. image:: 2026-03-good-post.png\n")) << beside.bytes;
    ASSERT_EQ(beside.pictures.size(), 1u) << "what the text does not name is left out";

    folder.write("_static/2026/2026-03-good-post.png", "of another post");
    const ExportPlan shared = planExport(source, engine(), blogIn(folder), wishes);
    EXPECT_TRUE(shared.bytes.contains(".. image:: /_static/2026/2026-03-good-post-2.png\n")) << shared.bytes;
    ASSERT_TRUE(writeExport(shared));
    EXPECT_EQ(Folder::read(folder / "_static/2026/2026-03-good-post-2.png"), "a");
    EXPECT_EQ(Folder::read(folder / "_static/2026/2026-03-good-post.png"), "of another post");

    const ExportPlan named = planExport(postWith(".. image:: hall-0a1b2c3d4e.jpg\n   :alt: A hall\n"), engine(),
                                        blogIn(folder), {.today = today, .held = {{"hall-0a1b2c3d4e.jpg", "b"}}});
    EXPECT_TRUE(named.bytes.contains(".. image:: /_static/2026/hall.jpg\n")) << named.bytes;
}

TEST(ExportPlan, PutsPicturesThatAreInNoFileYetIntoOtherTargets)
{
    const Folder folder;
    folder.write("conf.py", "");
    const std::string png = "\x89PNG\r\n\x1a\npicture";
    const std::string source = postWith(".. image:: picture-0a.png\n   :alt: A hall\n");
    const auto plan = [&](Target target) {
        return planExport(source, engine(), blogIn(folder),
                          {.target = target, .today = today, .held = {{"picture-0a.png", png}}});
    };
    const ExportPlan page = plan(Target::Html);
    EXPECT_TRUE(page.bytes.contains("src=\"data:image/png;base64,iVBORw0K"));
    EXPECT_EQ(findCheck(page, "picture", Check::State::Failed), nullptr) << toldOfPictures(page);
    EXPECT_EQ(filesOf(page).size(), 1u);
    for (const Target target : {Target::Astro, Target::Myst}) {
        const ExportPlan other = plan(target);
        EXPECT_EQ(findCheck(other, "picture", Check::State::Failed), nullptr) << toldOfPictures(other);
        ASSERT_TRUE(writeExport(other));
        ASSERT_EQ(other.pictures.size(), 1u);
        EXPECT_EQ(Folder::read(other.pictures.front().path), png);
        EXPECT_TRUE(other.bytes.contains(other.pictures.front().path.filename().string())) << other.bytes;
    }
    const ExportPlan mail = plan(Target::Email);
    ASSERT_NE(findCheck(mail, "picture", Check::State::Failed), nullptr);
    EXPECT_TRUE(findCheck(mail, "picture", Check::State::Failed)->text.contains("Save the post first"));
}

} // namespace
} // namespace publish
