// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "folder.h"
#include "publish/git.h"

#include <cstdlib>

#include <sys/stat.h>

namespace publish {

/// A real git repository of its own for one test, with one commit on main, apart from the user's settings.
class TestRepository
{
public:
    TestRepository()
    {
        folder.write("home/.gitconfig", "[user]\n\tname = A Writer\n\temail = writer@example.org\n"
                                        "[init]\n\tdefaultBranch = main\n[commit]\n\tgpgSign = false\n");
        ::setenv("HOME", (folder / "home").c_str(), 1);
        ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
        ::unsetenv("XDG_CONFIG_HOME");
        std::filesystem::create_directories(top());
        git({"init", "--quiet"});
        write("posts/2025/2025-01-old.rst", "An old post.\n");
        write("README", "Read me.\n");
        git({"add", "."});
        git({"commit", "--quiet", "-m", "Begin"});
    }

    [[nodiscard]] std::filesystem::path top() const { return folder / "blog"; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return top() / name; }
    std::filesystem::path write(std::string_view name, std::string_view bytes) const
    {
        return folder.write("blog/" + std::string(name), bytes);
    }

    /// What git prints; the test stops where it fails.
    std::string git(std::vector<std::string> arguments) const { return gitIn(top(), std::move(arguments)); }
    static std::string gitIn(const std::filesystem::path &where, std::vector<std::string> arguments)
    {
        const auto done = run(where, std::move(arguments));
        EXPECT_TRUE(done.succeeded()) << done.errors;
        return done.output;
    }
    static ProcessResult run(const std::filesystem::path &where, std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"-C", where.string()});
        auto done = runProcess({.program = findProgram("git").value(), .arguments = std::move(arguments)});
        EXPECT_TRUE(done) << done.error();
        return done.value_or(ProcessResult());
    }

    void hook(std::string_view name, std::string_view script) const
    {
        const auto path = write(".git/hooks/" + std::string(name), "#!/bin/sh\n" + std::string(script));
        ::chmod(path.c_str(), 0755);
    }

    [[nodiscard]] GitRepository open() const
    {
        auto repository = GitRepository::open(top());
        EXPECT_TRUE(repository) << repository.error();
        return repository.value_or(GitRepository());
    }

    /// All that a failed commit must leave alone: branches, what is staged, what is changed.
    [[nodiscard]] std::string everything() const
    {
        return git({"for-each-ref"}) + git({"status", "--porcelain=v2", "--untracked-files=all"}) + git({"diff"}) +
               git({"diff", "--cached"}) + git({"worktree", "list"}) + git({"symbolic-ref", "HEAD"});
    }

    Folder folder;
};

} // namespace publish
