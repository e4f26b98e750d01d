// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/label_rename.h"

#include "folder.h"

#include "publish/atomic_file.h"

#include <gmock/gmock.h>

namespace publish {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const LabelRename toGrants{.option = "tags", .from = {"grant", "Grant money"}, .to = "Grants"};

std::string renamed(const std::string &tags)
{
    const std::string head = ".. post:: 2024-01-02\n   :author: grant\n   :tags:",
                      tail = "\n\nA grant\n=======\n\ngrant\n";
    const std::string after = withLabelsRenamed(head + tags + tail, toGrants);
    EXPECT_TRUE(after.starts_with(head)) << after;
    EXPECT_TRUE(after.ends_with(tail)) << after;
    return after.substr(head.size(), after.size() - head.size() - tail.size());
}

TEST(LabelRenameTest, ChangesTheBytesOfTheNameAlone)
{
    EXPECT_EQ(renamed(" news,  grant ,x"), " news,  Grants ,x");
    EXPECT_EQ(renamed(" grants, Grant"), " grants, Grant"); // other names
    EXPECT_EQ(renamed(" Grant\n      money, news"), " Grants, news");
}

TEST(LabelRenameTest, MergesInsteadOfSayingANameTwice)
{
    EXPECT_EQ(renamed(" grant, news, Grant money"), " Grants, news");
    EXPECT_EQ(renamed(" Grants, grant"), " Grants");
    EXPECT_EQ(renamed(" grant, Grants"), " Grants");
    EXPECT_EQ(renamed(" grant, Grant money, news, Grants"), " news, Grants");
    EXPECT_EQ(renamed(" grant,, grant"), " Grants");
}

TEST(LabelRenameTest, KeepsLineEndsAndAllElse)
{
    const std::string source = "\xef\xbb\xbf.. post:: 2024-01-02\r\n   :tags: grant\r\n\r\nT\r\n=\r\n\xff";
    std::string wanted = source;
    wanted.replace(wanted.find("grant"), 5, "Grants");
    EXPECT_EQ(withLabelsRenamed(source, toGrants), wanted);
    const std::string page = "T\n=\n\n:tags: grant\n";
    EXPECT_EQ(withLabelsRenamed(page, toGrants), page); // no post
}

TEST(LabelRenameTest, PlansWritesAndTakesBack)
{
    const Folder folder;
    const std::string one = ".. post:: 2024-01-02\n   :tags: grant\n\nT\n=\n",
                      two = ".. post::\n   :tags: news\n\nU\n=\n";
    ASSERT_TRUE(writeFileAtomically(folder.path() / "one.rst", one));
    ASSERT_TRUE(writeFileAtomically(folder.path() / "two.rst", two));
    const std::vector<std::string> paths = {"one.rst", "two.rst", "three.md", "gone.rst"};
    const auto plan = planLabelRename(toGrants, folder.path(), paths);
    ASSERT_TRUE(plan);
    ASSERT_THAT(plan->files, SizeIs(1));
    EXPECT_THAT(plan->files[0].difference, HasSubstr("-   :tags: grant\n+   :tags: Grants\n"));
    EXPECT_THAT(plan->problems, ElementsAre(HasSubstr("three.md is Markdown"), HasSubstr("gone.rst")));
    EXPECT_EQ(readFile(folder.path() / "one.rst"), one); // a plan writes nothing
    ASSERT_TRUE(writeLabelRename(plan->files));
    EXPECT_THAT(*readFile(folder.path() / "one.rst"), HasSubstr("   :tags: Grants\n"));
    EXPECT_THAT(writeLabelRename(plan->files).error(), HasSubstr("has changed meanwhile"));
    ASSERT_TRUE(writeLabelRename(reversed(plan->files)));
    EXPECT_EQ(readFile(folder.path() / "one.rst"), one);
}

TEST(LabelRenameTest, WritesAllOrNothing)
{
    const Folder folder;
    const std::string text = ".. post::\n   :tags: grant\n\nT\n=\n";
    ASSERT_TRUE(writeFileAtomically(folder.path() / "one.rst", text));
    const auto plan = planLabelRename(toGrants, folder.path(), std::vector<std::string>{"one.rst"});
    ASSERT_TRUE(plan);
    std::vector<RenamedFile> files = plan->files;
    // A file in the place of a folder: it can be read as nothing, and not be written.
    files.push_back({.path = folder.path() / "one.rst" / "two.rst"});
    EXPECT_FALSE(writeLabelRename(files));
    EXPECT_EQ(readFile(folder.path() / "one.rst"), text);
}

TEST(LabelRenameTest, RefusesWhatIsNoName)
{
    const std::vector<std::string> none;
    EXPECT_FALSE(planLabelRename({.from = {"a"}, .to = " "}, "/", none));
    EXPECT_FALSE(planLabelRename({.from = {"a"}, .to = "b, c"}, "/", none));
}

} // namespace

} // namespace publish
