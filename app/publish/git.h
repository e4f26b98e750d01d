// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/process.h"

#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

/// A git repository with a work tree, driven through the `git` program.
struct GitRepository {
    std::filesystem::path program = {};
    std::filesystem::path top = {};       // the work tree's folder
    std::filesystem::path gitFolder = {}; // this work tree's; the index lies in it
    std::filesystem::path commonFolder = {};

    /// The repository that a file or folder, which need not exist yet, lies in. The error is a sentence: no git, no
    /// repository, or one that git does not trust.
    [[nodiscard]] static std::expected<GitRepository, std::string> open(const std::filesystem::path &path);

    /// Runs git in the work tree: English, never asking, without the variables by which git tells its hooks where they are.
    [[nodiscard]] std::expected<ProcessResult, std::string> run(std::vector<std::string> arguments,
                                                                ProcessRequest options = {}) const;
    /// What git prints when it succeeds; else a sentence with git's own words.
    [[nodiscard]] std::expected<std::string, std::string> read(std::vector<std::string> arguments,
                                                               ProcessRequest options = {}) const;

    /// What git calls a file: its path from the top folder, with slashes. Links are followed, as they are when it is committed.
    [[nodiscard]] std::string nameOf(const std::filesystem::path &path) const;

    /// The bytes of a file, named from the top folder, as a commit has it; nothing where it has none, or is not there.
    [[nodiscard]] std::optional<std::string> contentAt(const std::string &commit, const std::string &path) const;

    /// A pathspec that means this file and no pattern; `path` is absolute and below `top`.
    [[nodiscard]] std::string pathspec(const std::filesystem::path &path) const;
};

/// Why git did not do it, in its own words: its errors without "fatal:" and hints.
[[nodiscard]] std::string gitProblem(const ProcessResult &result);

/// How a repository stands. Asking runs no hook and no file system monitor of the repository's.
struct RepositoryState {
    std::string branch = {};                // empty: HEAD is detached
    std::string head = {};                  // the commit; empty: there is none yet
    std::string upstream = {};              // "origin/main"
    std::size_t ahead = 0;                  // commits that the upstream does not have
    std::size_t behind = 0;                 // and that it alone has
    std::size_t changedFiles = 0;           // tracked files with changes, staged or not
    std::vector<std::string> branches = {}; // local ones
    std::string remote = {};                // that a push goes to
    std::string base = {};                  // "origin/main": where new branches begin; empty without one
    std::string operation = {};             // "a merge", "a rebase" ... that is under way
    std::string identityProblem = {};       // why nobody could be the author
    bool isLocked = false;                  // another git is at work, or was interrupted
    std::vector<std::string> hooks = {};    // that a commit will run

    /// Why nothing can be committed on the current branch now; empty when it can.
    [[nodiscard]] std::string obstacle() const;
};

[[nodiscard]] std::expected<RepositoryState, std::string> stateOf(const GitRepository &repository);

/// Why a branch cannot have this name; empty when it can.
[[nodiscard]] std::expected<void, std::string> checkBranchName(const GitRepository &repository,
                                                               const std::string &name);

/// The pieces of a text that ends each with a NUL.
[[nodiscard]] std::vector<std::string> nulSeparated(std::string_view text);
/// The lines of a text, without empty ones.
[[nodiscard]] std::vector<std::string> lines(std::string_view text);

} // namespace publish
