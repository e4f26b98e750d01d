// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/commit_message.h"
#include "publish/export_plan.h"
#include "publish/git_commit.h"
#include "publish/git_remote.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace publish {

/// What is proposed for the commit of an export.
struct CommitProposal {
    std::string branch = {};    // empty: the one that is checked out
    std::string base = {};      // where a new branch begins; empty for a branch that is there
    std::string newBranch = {}; // what a new branch would be called
    std::string newBase = {};   // and where it would begin
    std::string message = {};
    Embargo embargo = Embargo::None; // Holds for a post of a day to come
};

/// A new branch where the main one of a remote is checked out, or none; else the one that is. A branch that an earlier export
/// of the post made is taken again.
[[nodiscard]] CommitProposal proposeCommit(const GitRepository &repository, const RepositoryState &state,
                                           const ExportPlan &plan, const post::BlogConfig &config);

/// One file that a commit would change.
struct FileChange {
    enum class Kind : std::uint8_t { Same, Added, Modified } kind = Kind::Same;
    std::string path = {}; // from the top folder
    std::uintmax_t size = 0;
    std::size_t addedLines = 0, removedLines = 0; // of the post; a picture has none
};

/// What a commit would change.
struct CommitChanges {
    std::vector<FileChange> files = {};
    std::optional<std::string> before = {}; // the post's file on that branch
    std::string difference = {};            // unified, of the post's file
};

/// Compares a plan with a commit: "HEAD", a branch, or a base. A reference that is not there is like an empty one.
[[nodiscard]] CommitChanges changesAgainst(const GitRepository &repository, const std::string &reference,
                                           const ExportPlan &plan);

/// The versions of a post that its author has before his eyes: the file on the disk and, where the text comes from that file,
/// the checked out version. `source` is the file that the text comes from; empty where there is none.
[[nodiscard]] std::vector<std::string> knownVersions(const GitRepository &repository, const ExportPlan &plan,
                                                     const CommitChanges &changes, const std::filesystem::path &source);

/// What is to be said of the version of a post that a commit would replace; nothing where the branch has none, or one that
/// the text's author knows: it came from there, or was committed from here.
[[nodiscard]] std::optional<Check> checkVersion(const CommitChanges &changes, const std::string &branch,
                                                std::span<const std::string> known);

/// The same of pictures that the post brings to where the branch has others.
[[nodiscard]] std::vector<Check> checkPictures(const CommitChanges &changes, const std::string &branch,
                                               const ExportPlan &plan);

/// An export into git.
struct CommitOrder {
    GitRepository repository = {};
    ExportPlan plan = {};
    std::string branch = {}; // as in CommitRequest
    std::string base = {};
    std::optional<std::string> before = {}; // the post's file there, as the difference was shown
    std::string message = {};
    bool fetchesBase = false; // brings the base up to date first
    bool pushes = false;
    Embargo embargo = Embargo::Holds; // for the push
    Forge forge = Forge::Unknown;
    std::stop_token stop = {};
};

struct CommitOutcome {
    Commit commit = {};
    std::string fetchProblem = {}; // why the base could not be brought up to date; the commit was made all the same
    std::string pushProblem = {};  // why it was not pushed
    std::string said = {};         // by git, hooks and the remote
    std::string pullRequest = {};  // where to open one; after a push
};

/// Commits what the plan says, and pushes it if wanted. The error is a sentence, and then nothing was done; a push that fails
/// leaves the commit.
[[nodiscard]] std::expected<CommitOutcome, std::string> commitExport(const CommitOrder &order);

} // namespace publish
