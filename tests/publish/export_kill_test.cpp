// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_commit.h"

#include "repository.h"

#include "tests/support/faults.h"

#include <algorithm>

#include <sys/prctl.h>
#include <sys/wait.h>

namespace publish {
namespace {

namespace fs = std::filesystem;

constexpr post::DateTime today = {.year = 2026, .month = 3, .day = 9};
constexpr std::string_view oldPost = ".. post:: 2026-03-01\n   :tags: news\n\nA Good Post\n===========\n\nOld words.\n";
constexpr std::string_view newPost = ".. post:: 2026-03-01\n   :tags: news\n\nA Good Post\n===========\n\nNew words.\n";
constexpr std::string_view postName = "posts/2026/2026-03-good-post.rst";

const rst::Engine &sphinxEngine()
{
    static const rst::Engine sphinx(rst::Dialect::Sphinx);
    return sphinx;
}

ExportPlan planFor(const fs::path &blog)
{
    post::BlogConfig config;
    config.root = blog;
    ExportPlan plan = planExport(newPost, sphinxEngine(), config, {.today = today});
    plan.pictures.push_back({blog / "_static/2026/door.png", std::string(200'000, 'p')});
    return plan;
}

/// Runs `work` in a process of its own that ends before its call of this number; false where it makes no so many.
template <class Work>
bool endsWithin(int number, const Work &work)
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1); // what it has started becomes ours
    const pid_t child = ::fork();
    if (child == 0) {
        faults::killAt(number);
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    while (::waitpid(-1, nullptr, 0) > 0) { // git goes on until it notices
    }
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

/// All files below a folder but those of git, from there.
std::vector<std::string> filesBelow(const fs::path &folder)
{
    std::vector<std::string> files;
    for (fs::recursive_directory_iterator entry(folder), end; entry != end; ++entry) {
        if (entry->path().filename() == ".git")
            entry.disable_recursion_pending();
        else if (!entry->is_directory())
            files.push_back(entry->path().lexically_relative(folder).string());
    }
    std::ranges::sort(files);
    return files;
}

TEST(ExportKill, LeavesACopyThatIsTheOldOneOrTheNew)
{
    bool wasKilled = true;
    int number = 1;
    for (; wasKilled; ++number) {
        const TestRepository blog; // so that git sees litter, too
        blog.write(postName, oldPost);
        wasKilled = endsWithin(number, [&] { (void)writeExport(planFor(blog.top())); });
        const std::string post = Folder::read(blog / postName);
        ASSERT_TRUE(post == oldPost || post == newPost) << "killed at call " << number << ": " << post;
        const std::string picture = Folder::read(blog / "_static/2026/door.png");
        ASSERT_TRUE(picture.empty() || picture.size() == 200'000u) << "killed at call " << number;

        const auto again = writeExport(planFor(blog.top()));
        ASSERT_TRUE(again) << again.error();
        EXPECT_EQ(Folder::read(blog / postName), newPost);
        // A kill after the post and before the picture leaves nothing to write of the post, so nothing to clear beside it.
        EXPECT_EQ(filesBelow(blog.top()),
                  (std::vector<std::string>{"README", "_static/2026/door.png", "posts/2025/2025-01-old.rst",
                                            std::string(postName)}))
            << "killed at call " << number;
    }
    EXPECT_GT(number, 10) << "the calls are not counted";
}

TEST(ExportKill, LeavesARepositoryInWhichTheCommitCanBeMadeAgain)
{
    bool wasKilled = true;
    // Each call of git is some of ours: its pipes.
    for (int number = 1; wasKilled; number += 5) {
        const TestRepository blog;
        const CommitRequest wish = {.files = {{.path = blog / postName, .bytes = std::string(newPost)}},
                                    .message = "posts: Add it\n",
                                    .branch = "posts/good",
                                    .base = "main"};
        const auto repository = blog.open();
        wasKilled = endsWithin(number, [&] { (void)commitFiles(repository, wish); });
        const bool isMade = !blog.git({"log", "--format=%H", "--all", "--", std::string(postName)}).empty();
        CommitRequest again = wish;
        if (isMade) {
            again.base.clear();
            again.files.front().bytes->append("\nMore words.\n");
        }
        const auto commit = commitFiles(repository, again);
        ASSERT_TRUE(commit) << "killed at call " << number << ": " << commit.error();
        EXPECT_EQ(blog.git({"rev-list", "--count", "main..posts/good"}), isMade ? "2\n" : "1\n");
        EXPECT_FALSE(blog.git({"worktree", "list"}).contains("broadside-commit-")) << "killed at call " << number;
    }
}

} // namespace
} // namespace publish
