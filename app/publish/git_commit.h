// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/file_changes.h"
#include "publish/git.h"

namespace publish {

/// A file as a branch has it; without bytes, it has none.
struct BranchVersion {
    std::optional<std::string> bytes = {};
};

/// What is to be committed, and where.
struct CommitRequest {
    std::vector<FileContent> files = {}; // absolute paths in the work tree
    std::string message = {};
    /// Empty for the branch that is checked out. Any other branch is committed to beside the work tree, which stays as it is.
    std::string branch = {};
    /// Where a new branch begins, "origin/main"; empty for a branch that is there already.
    std::string base = {};
    /// How the branch, or else the base, was found to have the first file. Where it has another version now, somebody has
    /// worked on it, and nothing is committed.
    std::optional<BranchVersion> found = {};
    std::stop_token stop = {};
};

/// A commit that was made, and how to take it back.
struct Commit {
    std::string id = {};
    std::string parent = {}; // empty: it is the first
    std::string branch = {};
    bool isNewBranch = false;
    bool isCheckedOut = false;           // the branch that the work tree is of
    std::vector<std::string> files = {}; // all that the commit changes, from the top folder
    std::string said = {};               // by git and the hooks
    FileChanges written = {};            // into the work tree
};

/// Commits exactly these files, whatever else is changed or staged, with the user's hooks, signature and identity.
/// The error is a sentence; work tree, index and branches are then as they were.
[[nodiscard]] std::expected<Commit, std::string> commitFiles(const GitRepository &repository,
                                                             const CommitRequest &request);

/// Takes a commit back: branch, index and written files are as before. Refused once it was pushed, or where the branch
/// went on.
[[nodiscard]] std::expected<void, std::string> undoCommit(const GitRepository &repository, Commit &commit);

} // namespace publish
