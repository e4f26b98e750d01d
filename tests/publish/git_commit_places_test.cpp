// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Where a commit writes, and where not: folders without rights, links, folders full of other files.

#include "commit_wish.h"

#include <sys/wait.h>

namespace publish {
namespace {

namespace fs = std::filesystem;

TEST(GitCommitPlaces, TakesBackWhatItWroteWhenAFileCannotBeWritten)
{
    const TestRepository blog;
    blog.write("posts/2026", "a file where a folder should be\n");
    const std::string before = blog.everything();
    CommitRequest wish = wishFor(blog, "posts/2025/first.rst");
    wish.files.push_back({blog / wishedPost, "A post.\n"});
    EXPECT_FALSE(commitFiles(blog.open(), wish));
    EXPECT_EQ(blog.everything(), before);
}

/// What `work` says when a user without rights does it, whose repository it is. For root.
template <class Work>
std::string asNobody(const TestRepository &blog, const Work &work)
{
    constexpr uid_t nobody = 65534;
    const fs::path &folder = blog.folder.path();
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(folder))
        (void)::lchown(entry.path().c_str(), nobody, nobody);
    (void)::chown(folder.c_str(), nobody, nobody);
    const pid_t child = ::fork();
    if (child == 0) {
        const bool isNobody = ::setresgid(nobody, nobody, nobody) == 0 && ::setresuid(nobody, nobody, nobody) == 0;
        std::ofstream(folder / "said") << (isNobody ? work() : "could not become nobody");
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    blog.git({"config", "--global", "--add", "safe.directory", "*"});
    return Folder::read(folder / "said");
}

TEST(GitCommitPlaces, LeavesAReadOnlyFolderAlone)
{
    const TestRepository blog;
    fs::create_directories(blog / "posts/2026");
    fs::permissions(blog / "posts/2026", fs::perms::owner_read | fs::perms::owner_exec);
    const std::string before = blog.everything();
    std::string problem;
    if (::geteuid() != 0) {
        const auto commit = commitFiles(blog.open(), wishFor(blog));
        problem = commit ? "committed" : commit.error();
    } else { // to whom no folder is read-only
        problem = asNobody(blog, [&] {
            const auto commit = commitFiles(blog.open(), wishFor(blog));
            return commit ? std::string("committed") : commit.error();
        });
    }
    EXPECT_TRUE(problem.contains("You may not write")) << problem;
    EXPECT_EQ(blog.everything(), before);
    fs::permissions(blog / "posts/2026", fs::perms::owner_all);
}

TEST(GitCommitPlaces, FollowsALinkInsideTheRepositoryAndNoneThatLeavesIt)
{
    const TestRepository blog;
    fs::create_directory_symlink("posts", blog / "articles");
    ASSERT_TRUE(commitFiles(blog.open(), wishFor(blog, "articles/2026/a.rst")));
    EXPECT_EQ(filesOf(blog, "HEAD"), "A\tposts/2026/a.rst\n");
    fs::create_directory_symlink(blog.folder.path(), blog / "away");
    EXPECT_TRUE(commitFiles(blog.open(), wishFor(blog, "away/a.rst")).error().contains("outside the repository"));
    EXPECT_FALSE(fs::exists(blog.folder / "a.rst"));
    const fs::path link = blog / "posts/link.rst";
    fs::create_symlink("2025/2025-01-old.rst", link);
    ASSERT_TRUE(commitFiles(blog.open(), wishFor(blog, "posts/link.rst", "Through a link.\n")));
    EXPECT_EQ(filesOf(blog, "HEAD"), "M\tposts/2025/2025-01-old.rst\n");
    EXPECT_TRUE(fs::is_symlink(link));
}

TEST(GitCommitPlaces, DoesNotFollowALinkOfTheOtherBranch)
{
    const TestRepository blog;
    fs::create_directory_symlink(blog.folder.path(), blog / "away");
    blog.git({"checkout", "--quiet", "-b", "trap"});
    blog.git({"add", "away"});
    blog.git({"commit", "--quiet", "-m", "Trap"});
    blog.git({"checkout", "--quiet", "main"});
    fs::create_directory(blog / "away");
    CommitRequest wish = wishFor(blog, "away/a.rst");
    wish.branch = "trap";
    EXPECT_TRUE(commitFiles(blog.open(), wish).error().contains("link"));
    EXPECT_FALSE(fs::exists(blog.folder / "a.rst"));
}

TEST(GitCommitPlaces, DoesNotMindTenThousandFilesThatGitDoesNotKnow)
{
    const TestRepository blog;
    for (int i = 0; i < 10'000; ++i)
        std::ofstream(blog / ("unknown-" + std::to_string(i)));
    const auto state = stateOf(blog.open());
    ASSERT_TRUE(state);
    EXPECT_EQ(state->changedFiles, 0u);
    ASSERT_TRUE(commitFiles(blog.open(), wishFor(blog)));
    EXPECT_EQ(filesOf(blog, "HEAD"), "A\t" + std::string(wishedPost) + "\n");
}

} // namespace
} // namespace publish
