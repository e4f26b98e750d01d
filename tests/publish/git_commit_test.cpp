// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/git_commit.h"

#include "commit_wish.h"

#include <csignal>
#include <sys/wait.h>
#include <thread>

namespace publish {
namespace {

namespace fs = std::filesystem;

/// A work tree as people have it: a staged change, another one that is not, and files that git does not know.
void makeDirty(const TestRepository &blog)
{
    blog.write("README", "Read me, staged.\n");
    blog.git({"add", "README"});
    blog.write("posts/2025/2025-01-old.rst", "An old post, changed.\n");
    blog.write("staged.txt", "staged\n");
    blog.git({"add", "staged.txt"});
    blog.write("unknown.txt", "unknown\n");
}

TEST(GitCommit, TakesExactlyThePostThoughMuchElseIsStaged)
{
    const TestRepository blog;
    makeDirty(blog);
    const std::string before = blog.git({"diff"}) + blog.git({"diff", "--cached"});
    const auto commit = commitFiles(blog.open(), wishFor(blog));
    ASSERT_TRUE(commit) << commit.error();
    EXPECT_EQ(filesOf(blog, "HEAD"), "A\t" + std::string(wishedPost) + "\n");
    EXPECT_EQ(commit->files, std::vector<std::string>{std::string(wishedPost)});
    EXPECT_EQ(blog.git({"log", "-1", "--format=%an: %B"}), "A Writer: posts: Add “Día”\n\n");
    EXPECT_EQ(blog.git({"diff"}) + blog.git({"diff", "--cached"}), before);
}

TEST(GitCommit, TakesThePictureOfAPostAndNoOther)
{
    const TestRepository blog;
    blog.write("_static/a.png", "picture");
    blog.write("_static/b.png", "another");
    CommitRequest wish = wishFor(blog);
    wish.files.push_back({.path = blog / "_static/a.png"});
    ASSERT_TRUE(commitFiles(blog.open(), wish));
    EXPECT_EQ(filesOf(blog, "HEAD"), "A\t_static/a.png\nA\t" + std::string(wishedPost) + "\n");
}

TEST(GitCommit, CommitsAPostThatIsStagedAndChangedAgain)
{
    const TestRepository blog;
    blog.write(wishedPost, "Staged.\n");
    blog.git({"add", "."});
    ASSERT_TRUE(commitFiles(blog.open(), wishFor(blog, wishedPost, "Final.\n")));
    EXPECT_EQ(blog.git({"show", "HEAD:" + std::string(wishedPost)}), "Final.\n");
    EXPECT_EQ(blog.git({"status", "--porcelain"}), "");
}

TEST(GitCommit, MakesTheFirstCommitOfARepository)
{
    const TestRepository blog;
    fs::remove_all(blog / ".git");
    blog.git({"init", "--quiet"});
    auto commit = commitFiles(blog.open(), wishFor(blog));
    ASSERT_TRUE(commit) << commit.error();
    EXPECT_EQ(filesOf(blog, "HEAD"), "A\t" + std::string(wishedPost) + "\n");
    ASSERT_TRUE(undoCommit(blog.open(), *commit));
    EXPECT_FALSE(TestRepository::run(blog.top(), {"rev-parse", "--verify", "HEAD"}).succeeded());
    EXPECT_EQ(blog.git({"ls-files"}), "");
}

TEST(GitCommit, CommitsOnANewBranchWithoutTouchingTheWorkTree)
{
    const TestRepository blog;
    makeDirty(blog);
    const std::string before = blog.git({"status", "--porcelain=v2", "--branch"});
    CommitRequest wish = wishFor(blog);
    wish.branch = "posts/doors";
    wish.base = "main";
    const auto commit = commitFiles(blog.open(), wish);
    ASSERT_TRUE(commit) << commit.error();
    EXPECT_TRUE(commit->isNewBranch);
    EXPECT_EQ(filesOf(blog, "posts/doors"), "A\t" + std::string(wishedPost) + "\n");
    EXPECT_EQ(blog.git({"rev-parse", "posts/doors^"}), blog.git({"rev-parse", "main"}));
    EXPECT_EQ(blog.git({"status", "--porcelain=v2", "--branch"}), before);
    EXPECT_FALSE(fs::exists(blog / wishedPost));
    EXPECT_FALSE(blog.git({"worktree", "list"}).contains("broadside-commit-"));

    wish.base.clear(); // once more, on the branch that is now there
    wish.files.front().bytes = "A better post.\n";
    ASSERT_TRUE(commitFiles(blog.open(), wish));
    EXPECT_EQ(blog.git({"rev-list", "--count", "main..posts/doors"}), "2\n");
}

TEST(GitCommit, IsTakenBackAsIfNothingHadBeen)
{
    const TestRepository blog;
    makeDirty(blog);
    const std::string before = blog.everything();
    auto here = commitFiles(blog.open(), wishFor(blog));
    ASSERT_TRUE(here) << here.error();
    const auto undone = undoCommit(blog.open(), *here);
    ASSERT_TRUE(undone) << undone.error();
    EXPECT_EQ(blog.everything(), before);
    EXPECT_FALSE(fs::exists((blog / wishedPost).parent_path()));

    CommitRequest wish = wishFor(blog);
    wish.branch = "posts/doors";
    wish.base = "main";
    auto beside = commitFiles(blog.open(), wish);
    ASSERT_TRUE(beside);
    ASSERT_TRUE(undoCommit(blog.open(), *beside));
    EXPECT_EQ(blog.everything(), before);
}

TEST(GitCommit, IsNotTakenBackOnceTheBranchWentOnOrTheTextChanged)
{
    const TestRepository blog;
    auto commit = commitFiles(blog.open(), wishFor(blog));
    ASSERT_TRUE(commit);
    blog.git({"commit", "--quiet", "--allow-empty", "-m", "More"});
    EXPECT_TRUE(undoCommit(blog.open(), *commit).error().contains("went on"));
    blog.git({"reset", "--quiet", "--soft", "HEAD^"});
    blog.write(wishedPost, "Typed since.\n");
    ASSERT_TRUE(undoCommit(blog.open(), *commit));
    EXPECT_EQ(Folder::read(blog / wishedPost), "Typed since.\n") << "a text is never lost";
}

TEST(GitCommit, RunsHooksAndTellsWhatTheySay)
{
    const TestRepository blog;
    blog.hook("pre-commit", "echo staged: $(git diff --cached --name-only | wc -l)\n");
    makeDirty(blog);
    const auto commit = commitFiles(blog.open(), wishFor(blog));
    ASSERT_TRUE(commit);
    EXPECT_TRUE(commit->said.contains("staged: 1")) << commit->said;
}

TEST(GitCommit, LeavesAllAsItWasWhenAHookRefuses)
{
    const TestRepository blog;
    blog.write(wishedPost, "As it was saved.\n");
    makeDirty(blog);
    blog.hook(
        "pre-commit",
        "echo The gate is shut >&2; echo changed by a hook > 'posts/2026/2026-03-doors open – día.rst'; exit 1\n");
    const std::string before = blog.everything();
    const auto here = commitFiles(blog.open(), wishFor(blog));
    ASSERT_FALSE(here);
    EXPECT_TRUE(here.error().contains("The gate is shut")) << here.error();
    EXPECT_EQ(blog.everything(), before);
    EXPECT_EQ(Folder::read(blog / wishedPost), "As it was saved.\n");

    CommitRequest wish = wishFor(blog);
    wish.branch = "posts/doors";
    wish.base = "main";
    EXPECT_FALSE(commitFiles(blog.open(), wish));
    EXPECT_EQ(blog.everything(), before);
}

TEST(GitCommit, StopsAHookThatHangsWhenTheUserWantsIt)
{
    const TestRepository blog;
    blog.hook("pre-commit", "echo $$ > hook-runs; exec sleep 600\n");
    const std::string before = blog.git({"for-each-ref"});
    std::stop_source source;
    CommitRequest wish = wishFor(blog);
    wish.stop = source.get_token();
    std::jthread user([&] {
        while (Folder::read(blog / "hook-runs").empty())
            std::this_thread::yield();
        source.request_stop();
    });
    const auto commit = commitFiles(blog.open(), wish);
    ASSERT_FALSE(commit);
    EXPECT_TRUE(commit.error().contains("cancelled")) << commit.error();
    EXPECT_EQ(blog.git({"for-each-ref"}), before);
    EXPECT_FALSE(fs::exists(blog / ".git/index.lock"));
    EXPECT_FALSE(fs::exists(blog / wishedPost));
}

/// Runs `request` in a process of its own, and kills that when its hook runs.
void killedDuring(const TestRepository &blog, const CommitRequest &request)
{
    blog.hook("pre-commit", "echo $$ > '" + (blog.folder / "hook-runs").string() + "'; exec sleep 600\n");
    const pid_t child = ::fork();
    if (child == 0) {
        (void)commitFiles(blog.open(), request);
        ::_exit(0);
    }
    std::string hook;
    while (!hook.ends_with('\n'))
        hook = Folder::read(blog.folder / "hook-runs");
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::kill(pid_t(std::stol(hook)), SIGKILL);
    fs::remove(blog / ".git/hooks/pre-commit");
}

TEST(GitCommit, LosesNothingWhenItIsKilledWithAHookRunning)
{
    const TestRepository blog;
    makeDirty(blog);
    const std::string branches = blog.git({"for-each-ref"});
    killedDuring(blog, wishFor(blog));
    // git itself lives on until it sees that the hook failed.
    while (fs::exists(blog / ".git/index.lock"))
        std::this_thread::yield();
    EXPECT_EQ(blog.git({"for-each-ref"}), branches);
    EXPECT_EQ(Folder::read(blog / wishedPost), "A post.\n");
    EXPECT_TRUE(blog.git({"diff", "--cached", "--name-only"}).contains("staged.txt"));
    ASSERT_TRUE(commitFiles(blog.open(), wishFor(blog)));
    EXPECT_EQ(filesOf(blog, "HEAD"), "A\t" + std::string(wishedPost) + "\n");
}

TEST(GitCommit, ClearsAwayWhatAKilledOneLeftBehind)
{
    const TestRepository blog;
    CommitRequest wish = wishFor(blog);
    wish.branch = "posts/doors";
    wish.base = "main";
    killedDuring(blog, wish);
    ASSERT_TRUE(blog.git({"worktree", "list"}).contains("broadside-commit-"));
    const auto commit = commitFiles(blog.open(), wish);
    ASSERT_TRUE(commit) << commit.error();
    EXPECT_FALSE(blog.git({"worktree", "list"}).contains("broadside-commit-"));
    EXPECT_EQ(blog.git({"rev-list", "--count", "main..posts/doors"}), "1\n");
}

TEST(GitCommit, ReplacesNoVersionButTheOneThatWasFound)
{
    const TestRepository blog;
    blog.git({"branch", "posts/doors"});
    CommitRequest wish = wishFor(blog);
    wish.branch = "posts/doors";
    wish.found = BranchVersion{"Another post.\n"};
    const std::string before = blog.everything();
    const auto refused = commitFiles(blog.open(), wish);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().starts_with("posts/doors has another version of posts/2026/")) << refused.error();
    EXPECT_EQ(blog.everything(), before);
    wish.found = BranchVersion{};
    ASSERT_TRUE(commitFiles(blog.open(), wish));
    wish.files.front().bytes = "A post, changed.\n";
    EXPECT_FALSE(commitFiles(blog.open(), wish)) << "the branch has the post now";
    wish.found = BranchVersion{"A post.\n"};
    EXPECT_TRUE(commitFiles(blog.open(), wish));

    CommitRequest here = wishFor(blog, "README", "Read me again.\n");
    here.found = BranchVersion{};
    EXPECT_FALSE(commitFiles(blog.open(), here)) << "the branch that is checked out has it";
    EXPECT_EQ(Folder::read(blog / "README"), "Read me.\n");
}

TEST(GitCommit, SaysWhyItCannotBe)
{
    const TestRepository blog;
    const auto problem = [&](const CommitRequest &wish) {
        const auto commit = commitFiles(blog.open(), wish);
        return commit ? std::string("committed") : commit.error();
    };
    CommitRequest wish = wishFor(blog);
    wish.message = " \n";
    EXPECT_TRUE(problem(wish).contains("needs a message"));
    EXPECT_TRUE(problem(wishFor(blog, "../outside.rst")).contains("outside the repository"));
    EXPECT_TRUE(problem(wishFor(blog, ".git/hooks/pre-commit")).contains("outside the repository"));
    EXPECT_FALSE(fs::exists(blog / "../outside.rst"));
    EXPECT_TRUE(problem(wishFor(blog, "README", "Read me.\n")).contains("nothing to commit"));
    blog.write(".gitignore", "drafts/\n");
    EXPECT_TRUE(problem(wishFor(blog, "drafts/a.rst")).contains("ignored"));
    EXPECT_FALSE(fs::exists(blog / "drafts")) << "made for a commit that was not";

    wish = wishFor(blog);
    wish.branch = "main";
    wish.base = "main";
    EXPECT_TRUE(problem(wish).contains("already"));
    wish.branch = "main/posts";
    EXPECT_TRUE(problem(wish).contains("cannot be called")) << problem(wish);
    wish.branch = "a..b";
    EXPECT_TRUE(problem(wish).contains("cannot be the name"));
    wish.branch = "--force";
    EXPECT_TRUE(problem(wish).contains("cannot be the name"));
    wish.branch = "posts/doors";
    wish.base = "origin/nowhere";
    EXPECT_TRUE(problem(wish).contains("no origin/nowhere"));
    wish.base.clear();
    EXPECT_TRUE(problem(wish).contains("no branch posts/doors"));
}

TEST(GitCommit, WantsABranchAndAnEndToWhatIsUnderWay)
{
    const TestRepository blog;
    blog.git({"checkout", "--quiet", "-b", "other"});
    blog.write("README", "Theirs.\n");
    blog.git({"commit", "--quiet", "-am", "Theirs"});
    blog.git({"checkout", "--quiet", "main"});
    blog.write("README", "Ours.\n");
    blog.git({"commit", "--quiet", "-am", "Ours"});
    EXPECT_FALSE(TestRepository::run(blog.top(), {"merge", "other"}).succeeded());
    const std::string before = blog.everything();
    const auto merging = commitFiles(blog.open(), wishFor(blog));
    ASSERT_FALSE(merging);
    EXPECT_TRUE(merging.error().contains("A merge is under way")) << merging.error();
    EXPECT_EQ(blog.everything(), before);
    CommitRequest beside = wishFor(blog);
    beside.branch = "posts/doors";
    beside.base = "main";
    EXPECT_TRUE(commitFiles(blog.open(), beside)) << "another branch is free";

    blog.git({"merge", "--abort"});
    blog.git({"checkout", "--quiet", "--detach"});
    EXPECT_TRUE(commitFiles(blog.open(), wishFor(blog)).error().contains("HEAD is detached"));
    blog.write(".git/index.lock", "");
    EXPECT_TRUE(commitFiles(blog.open(), wishFor(blog)).error().contains("index.lock"));
}

/// A signing program that says what gpg says, and signs with a word of its own.
void signWith(const TestRepository &blog, std::string_view script)
{
    const auto program = blog.folder.write("home/fake-gpg", "#!/bin/sh\n" + std::string(script));
    ::chmod(program.c_str(), 0755);
    blog.git({"config", "gpg.program", program.string()});
    blog.git({"config", "commit.gpgSign", "true"});
    blog.git({"config", "user.signingKey", "A Key"});
}

TEST(GitCommit, SignsWhereTheUserDoes)
{
    const TestRepository blog;
    signWith(blog, "cat >/dev/null\necho \"$@\" >\"$HOME/asked\"\n"
                   "printf '\\n[GNUPG:] SIG_CREATED \\n' >&2\necho '-----BEGIN PGP SIGNATURE-----'\necho mine\n"
                   "echo '-----END PGP SIGNATURE-----'\n");
    const auto commit = commitFiles(blog.open(), wishFor(blog));
    ASSERT_TRUE(commit) << commit.error();
    EXPECT_TRUE(blog.git({"cat-file", "commit", "HEAD"}).contains("gpgsig -----BEGIN PGP SIGNATURE-----\n mine\n"));
    EXPECT_TRUE(Folder::read(blog.folder / "home/asked").contains("A Key"));
    CommitRequest beside = wishFor(blog, "posts/2026/2026-04-other.rst");
    beside.branch = "posts/other";
    beside.base = "main";
    ASSERT_TRUE(commitFiles(blog.open(), beside));
    EXPECT_TRUE(blog.git({"cat-file", "commit", "posts/other"}).contains("gpgsig "));
}

TEST(GitCommit, LeavesAllAsItWasWhereTheSignatureFails)
{
    const TestRepository blog;
    makeDirty(blog);
    signWith(blog, "echo 'no pinentry' >&2\nexit 2\n");
    const std::string before = blog.everything();
    const auto commit = commitFiles(blog.open(), wishFor(blog));
    ASSERT_FALSE(commit);
    EXPECT_TRUE(commit.error().contains("no pinentry")) << commit.error();
    EXPECT_EQ(blog.everything(), before);
}

TEST(GitCommit, WantsToKnowWhoCommits)
{
    const TestRepository blog;
    blog.folder.write("home/.gitconfig", "[user]\n\tuseConfigOnly = true\n");
    const std::string before = blog.everything();
    const auto commit = commitFiles(blog.open(), wishFor(blog));
    ASSERT_FALSE(commit);
    EXPECT_TRUE(commit.error().contains("does not know who you are"));
    EXPECT_EQ(blog.everything(), before);
}

} // namespace
} // namespace publish
