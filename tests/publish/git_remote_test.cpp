// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/git_remote.h"

#include "publish/commit_message.h"
#include "publish/git_commit.h"
#include "repository.h"

namespace publish {
namespace {

namespace fs = std::filesystem;

/// A repository with a remote that has its main branch.
class WithRemote : public testing::Test
{
protected:
    WithRemote()
    {
        TestRepository::gitIn(blog.folder.path(), {"init", "--quiet", "--bare", "--initial-branch=main", "remote.git"});
        blog.git({"remote", "add", "origin", (blog.folder / "remote.git").string()});
        blog.git({"push", "--quiet", "-u", "origin", "main"});
    }

    /// Somebody else's commit on the remote's main.
    void otherCommits()
    {
        TestRepository::gitIn(blog.folder.path(), {"clone", "--quiet", "remote.git", "other"});
        blog.folder.write("other/news.txt", "news\n");
        TestRepository::gitIn(blog.folder / "other", {"add", "."});
        TestRepository::gitIn(blog.folder / "other", {"commit", "--quiet", "-m", "News"});
        TestRepository::gitIn(blog.folder / "other", {"push", "--quiet"});
    }
    [[nodiscard]] std::expected<Commit, std::string> commitPost(const std::string &branch,
                                                                const std::string &base) const
    {
        return commitFiles(blog.open(), {.files = {{blog / "posts/2026/a.rst", "A post.\n"}},
                                         .message = "Add a post",
                                         .branch = branch,
                                         .base = base});
    }
    [[nodiscard]] RepositoryState state() const { return stateOf(blog.open()).value_or(RepositoryState()); }

    TestRepository blog;
};

TEST_F(WithRemote, IsKnownWithItsMainBranch)
{
    EXPECT_EQ(state().branch, "main");
    EXPECT_EQ(state().remote, "origin");
    EXPECT_EQ(state().base, "origin/main");
    EXPECT_EQ(state().upstream, "origin/main");
    blog.git({"commit", "--quiet", "--allow-empty", "-m", "Ahead"});
    EXPECT_EQ(state().ahead, 1u);
    EXPECT_EQ(state().behind, 0u);
}

TEST_F(WithRemote, GetsANewBranchFromAFreshBase)
{
    otherCommits();
    const auto fetched = fetchBase(blog.open(), state());
    ASSERT_TRUE(fetched) << fetched.error();
    EXPECT_EQ(state().behind, 1u);
    const auto commit = commitPost("posts/a", "origin/main");
    ASSERT_TRUE(commit) << commit.error();
    const auto pushed = pushBranch(blog.open(), {.remote = "origin", .branch = "posts/a", .embargo = Embargo::None});
    ASSERT_TRUE(pushed) << pushed.error();
    EXPECT_EQ(TestRepository::gitIn(blog.folder / "remote.git", {"log", "--format=%s", "posts/a"}),
              "Add a post\nNews\nBegin\n");
    EXPECT_EQ(blog.git({"config", "branch.posts/a.merge"}), "refs/heads/posts/a\n");
}

TEST_F(WithRemote, TakesNothingBackThatWasPushed)
{
    auto commit = commitPost("", "");
    ASSERT_TRUE(commit);
    ASSERT_TRUE(pushBranch(blog.open(), {.remote = "origin", .branch = "main", .embargo = Embargo::None}));
    const auto undone = undoCommit(blog.open(), *commit);
    ASSERT_FALSE(undone);
    EXPECT_TRUE(undone.error().contains("origin/main"));
    EXPECT_EQ(blog.git({"rev-parse", "HEAD"}), commit->id + "\n");
}

TEST_F(WithRemote, GetsNothingUnderEmbargo)
{
    ASSERT_TRUE(commitPost("", ""));
    const std::string before = TestRepository::gitIn(blog.folder / "remote.git", {"for-each-ref"});
    const auto pushed = pushBranch(blog.open(), {.remote = "origin", .branch = "main"});
    ASSERT_FALSE(pushed);
    EXPECT_TRUE(pushed.error().contains("dated in the future"));
    EXPECT_EQ(TestRepository::gitIn(blog.folder / "remote.git", {"for-each-ref"}), before);
    EXPECT_TRUE(pushBranch(blog.open(), {.remote = "origin", .branch = "main", .embargo = Embargo::Overruled}));
}

TEST_F(WithRemote, SaysThatItHasMore)
{
    otherCommits();
    ASSERT_TRUE(commitPost("", ""));
    const auto pushed = pushBranch(blog.open(), {.remote = "origin", .branch = "main", .embargo = Embargo::None});
    ASSERT_FALSE(pushed);
    EXPECT_TRUE(pushed.error().contains("not here")) << pushed.error();
    EXPECT_TRUE(pushed.error().contains("git pull")) << pushed.error();
}

TEST_F(WithRemote, IsMissedWhenItIsGone)
{
    fs::remove_all(blog.folder / "remote.git");
    EXPECT_FALSE(fetchBase(blog.open(), state()));
    EXPECT_FALSE(pushBranch(blog.open(), {.remote = "origin", .branch = "main", .embargo = Embargo::None}));
}

TEST(PullRequestAddress, IsTheForgesOwn)
{
    EXPECT_EQ(pullRequestAddress("git@github.com:psf/blog.git", "main", "posts/a b"),
              "https://github.com/psf/blog/compare/main...posts/a%20b?expand=1");
    EXPECT_EQ(pullRequestAddress("https://user:secret@github.com/psf/blog", "main", "x"),
              "https://github.com/psf/blog/compare/main...x?expand=1");
    EXPECT_EQ(
        pullRequestAddress("ssh://git@gitlab.com:2222/group/sub/blog.git", "main", "x"),
        "https://gitlab.com/group/sub/blog/-/merge_requests/new?merge_request%5Bsource_branch%5D=x&merge_request%5B"
        "target_branch%5D=main");
    EXPECT_EQ(pullRequestAddress("https://codeberg.org/a/b.git", "main", "x"),
              "https://codeberg.org/a/b/compare/main...x");
    EXPECT_EQ(pullRequestAddress("https://git.example.org/a/b.git", "main", "x"), "");
    EXPECT_EQ(pullRequestAddress("https://git.example.org/a/b.git", "main", "x", forgeNamed("forgejo")),
              "https://git.example.org/a/b/compare/main...x");
    EXPECT_EQ(pullRequestAddress("/home/me/blog.git", "main", "x"), "");
    EXPECT_EQ(pullRequestAddress("file:///home/me.org/blog.git", "main", "x"), "");
    EXPECT_EQ(pullRequestAddress("https://github.com/a\"b/c", "main", "x"), "");
}

TEST(Git, SaysWhereItIsMissing)
{
    const Folder folder;
    ::setenv("HOME", folder.path().c_str(), 1);
    const auto none = GitRepository::open(folder.path() / "not/there/yet.rst");
    ASSERT_FALSE(none);
    EXPECT_TRUE(none.error().contains("no git repository")) << none.error();
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", folder.path().c_str(), 1);
    const auto missing = GitRepository::open(folder.path());
    ::setenv("PATH", path.c_str(), 1);
    ASSERT_FALSE(missing);
    EXPECT_TRUE(missing.error().contains("not installed"));
}

TEST(CommitMessage, FollowsTheRepositorysHabit)
{
    EXPECT_EQ(proposedMessage(habitOf({}), "Doors open", PostChange::New), "Add “Doors open”\n");
    const MessageHabit prefixed =
        habitOf({"posts: announce the election", "posts: announce fellows", "posts: announce x"});
    EXPECT_EQ(proposedMessage(prefixed, "Doors open", PostChange::New), "posts: announce Doors open\n");
    const MessageHabit bracketed = habitOf({"[blog] Publish \"A\"", "[blog] Publish \"B: c\"", "Fix a typo"});
    EXPECT_EQ(proposedMessage(bracketed, "Doors open", PostChange::New), "[blog] Publish \"Doors open\"\n");
    const MessageHabit dotted = habitOf({"Add post 1.", "Add post 2.", "Add post 3."});
    EXPECT_EQ(proposedMessage(dotted, "Doors open", PostChange::Edited), "Update Doors open.\n");
    const MessageHabit none = habitOf({"Python 3: new", "Board: who", "Grants"});
    EXPECT_EQ(proposedMessage(none, "Doors open", PostChange::New), "Add “Doors open”\n");
}

TEST(CommitMessage, KeepsItsFirstLineShort)
{
    std::string title = "The";
    for (int i = 0; i < 30; ++i)
        title += " word";
    const std::string message = proposedMessage(habitOf({}), title, PostChange::New);
    EXPECT_LE(message.find('\n'), 76u); // bytes of 72 characters
    EXPECT_TRUE(message.contains("…”\n\n" + title));
}

TEST(CommitMessage, LearnsFromPostsAlone)
{
    const TestRepository blog;
    for (const char *post : {"a", "b", "c"}) {
        blog.write("posts/" + std::string(post), post);
        blog.git({"add", "."});
        blog.git({"commit", "--quiet", "-m", "posts: add " + std::string(post)});
        blog.git({"commit", "--quiet", "--allow-empty", "-m", "ci: turn a wheel"});
    }
    EXPECT_EQ(subjectsOfPosts(blog.open(), blog / "posts", PostChange::New),
              (std::vector<std::string>{"posts: add c", "posts: add b", "posts: add a", "Begin"}));
}

} // namespace
} // namespace publish
