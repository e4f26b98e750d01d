// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_commit.h"

#include "repository.h"

namespace publish {
namespace {

constexpr post::DateTime exportDay = {.year = 2026, .month = 3, .day = 9};

std::string postOf(std::string_view date, std::string_view words)
{
    return ".. post:: " + std::string(date) + "\n   :tags: news\n\nÜber die Tür\n============\n\n" +
           std::string(words) + "\n";
}

/// A blog in a folder of a repository, whose names are not of the plainest.
class ExportCommit : public testing::Test
{
protected:
    ExportCommit()
    {
        config.root = blog / "my blog – día";
        std::filesystem::create_directories(config.root);
    }

    [[nodiscard]] ExportPlan planOf(const std::string &text, Target target = Target::Ablog) const
    {
        static const rst::Engine engine(rst::Dialect::Sphinx);
        return planExport(text, engine, config, {.target = target, .today = exportDay});
    }
    [[nodiscard]] RepositoryState state() const { return stateOf(blog.open()).value_or(RepositoryState()); }
    [[nodiscard]] CommitProposal proposal(const ExportPlan &plan) const
    {
        return proposeCommit(blog.open(), state(), plan, config);
    }
    [[nodiscard]] std::expected<CommitOutcome, std::string> commit(const ExportPlan &plan, const std::string &branch,
                                                                   const std::string &base) const
    {
        const auto before = changesAgainst(blog.open(), base.empty() ? branch : base, plan).before;
        return commitExport({.repository = blog.open(),
                             .plan = plan,
                             .branch = branch,
                             .base = base,
                             .before = before,
                             .message = "posts: Add it\n"});
    }
    [[nodiscard]] std::string fileOn(const std::string &branch, const ExportPlan &plan) const
    {
        const auto path = plan.path.lexically_relative(blog.top()).generic_string();
        return blog.open().contentAt(branch, path).value_or("no file");
    }

    TestRepository blog;
    post::BlogConfig config;
};

TEST_F(ExportCommit, TakesNamesWithBlanksAndOtherLetters)
{
    const ExportPlan plan = planOf(postOf("2026-03-01", "Words."));
    ASSERT_TRUE(plan.path.string().contains("my blog – día/posts/2026/")) << plan.path;
    const auto done = commit(plan, "posts/über-die-tür", "main");
    ASSERT_TRUE(done) << done.error();
    EXPECT_EQ(done->commit.branch, "posts/über-die-tür");
    EXPECT_EQ(fileOn("posts/über-die-tür", plan), plan.bytes);
    ASSERT_TRUE(commit(plan, {}, {}));
    EXPECT_EQ(fileOn("HEAD", plan), plan.bytes);
}

TEST_F(ExportCommit, ProposesTheBranchOfTheSamePostAndNoOther)
{
    blog.git({"checkout", "--quiet", "--detach"});
    const ExportPlan first = planOf(postOf("2026-03-01", "Words."));
    const std::string name = proposal(first).branch;
    EXPECT_TRUE(name.starts_with("posts/")) << name;
    EXPECT_EQ(proposal(first).base, "HEAD");
    ASSERT_TRUE(commit(first, name, "HEAD"));
    EXPECT_EQ(proposal(first).branch, name) << "it is edited, and goes where it went";
    EXPECT_EQ(proposal(first).base, "");

    const ExportPlan second = planOf(postOf("2025-03-01", "A post of the same name."));
    ASSERT_NE(second.path, first.path);
    EXPECT_EQ(proposal(second).branch, name + "-2");
    EXPECT_EQ(proposal(second).base, "HEAD");
    ASSERT_TRUE(commit(second, name + "-2", "HEAD"));
    EXPECT_EQ(proposal(second).branch, name + "-2");
    EXPECT_EQ(fileOn(name, second), "no file");
    EXPECT_EQ(fileOn(name + "-2", first), "no file");
}

TEST_F(ExportCommit, PutsAPostForTwoTargetsOnOneBranch)
{
    blog.git({"checkout", "--quiet", "--detach"});
    const std::string text = postOf("2026-03-01", "Words.");
    const ExportPlan page = planOf(text);
    const std::string name = proposal(page).branch;
    ASSERT_TRUE(commit(page, name, "HEAD"));
    const ExportPlan markdown = planOf(text, Target::Astro);
    ASSERT_NE(markdown.path.extension(), page.path.extension());
    EXPECT_EQ(proposal(markdown).branch, name);
    EXPECT_EQ(proposal(markdown).base, "") << "the branch is there";
    ASSERT_TRUE(commit(markdown, name, {}));
    EXPECT_EQ(fileOn(name, page), page.bytes);
    EXPECT_EQ(proposal(page).branch, name);
}

TEST_F(ExportCommit, TellsOfAVersionThatNobodyHereKnows)
{
    const ExportPlan theirs = planOf(postOf("2026-03-01", "Words.\n\nWork of somebody else."));
    ASSERT_TRUE(commit(theirs, "posts/theirs", "main"));
    const ExportPlan ours = planOf(postOf("2026-03-01", "Words."));
    const CommitChanges changes = changesAgainst(blog.open(), "posts/theirs", ours);
    EXPECT_TRUE(changes.difference.contains("-Work of somebody else.\n")) << changes.difference;
    const auto check = checkVersion(changes, "posts/theirs", {});
    ASSERT_TRUE(check);
    EXPECT_EQ(check->state, Check::State::Warning);
    EXPECT_TRUE(check->text.starts_with("posts/theirs has another version of this post, and 2 of its lines"))
        << check->text;
    EXPECT_FALSE(checkVersion(changes, "posts/theirs", std::vector{theirs.bytes})) << "it came from here";
    EXPECT_FALSE(checkVersion(changesAgainst(blog.open(), "posts/theirs", theirs), "posts/theirs", {}));
    EXPECT_FALSE(checkVersion(changesAgainst(blog.open(), "main", ours), "main", {}));

    const ExportPlan longer = planOf(postOf("2026-03-01", "Words.\n\nWork of somebody else.\n\nAnd more."));
    const auto longerCheck = checkVersion(changesAgainst(blog.open(), "posts/theirs", longer), "posts/theirs", {});
    ASSERT_TRUE(longerCheck);
    EXPECT_EQ(longerCheck->state, Check::State::Passed) << longerCheck->text;
}

TEST_F(ExportCommit, DoesNotReplaceWhatAnUpdateOfTheBaseBrings)
{
    TestRepository::gitIn(blog.folder.path(), {"init", "--quiet", "--bare", "--initial-branch=main", "remote.git"});
    blog.git({"remote", "add", "origin", (blog.folder / "remote.git").string()});
    blog.git({"push", "--quiet", "-u", "origin", "main"});
    const ExportPlan plan = planOf(postOf("2026-03-01", "Words."));
    const auto before = changesAgainst(blog.open(), "origin/main", plan).before;
    EXPECT_FALSE(before);

    TestRepository::gitIn(blog.folder.path(), {"clone", "--quiet", "remote.git", "other"});
    blog.folder.write("other/" + plan.path.lexically_relative(blog.top()).string(), "Work of somebody else.\n");
    TestRepository::gitIn(blog.folder / "other", {"add", "."});
    TestRepository::gitIn(blog.folder / "other", {"commit", "--quiet", "-m", "Theirs"});
    TestRepository::gitIn(blog.folder / "other", {"push", "--quiet"});

    CommitOrder order = {.repository = blog.open(),
                         .plan = plan,
                         .branch = "posts/new",
                         .base = "origin/main",
                         .before = before,
                         .message = "posts: Add it\n",
                         .fetchesBase = true};
    const auto refused = commitExport(order);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().starts_with("origin/main has another version of")) << refused.error();
    EXPECT_FALSE(blog.git({"branch"}).contains("posts/new"));
    order.before = changesAgainst(blog.open(), "origin/main", plan).before; // as it is shown again
    EXPECT_EQ(order.before, "Work of somebody else.\n");
    EXPECT_TRUE(commitExport(order));
}

} // namespace
} // namespace publish
