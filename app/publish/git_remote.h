// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/git.h"

#include <cstdint>

namespace publish {

/// Whether a post that is not to be known before its day may leave this machine.
enum class Embargo : std::uint8_t {
    None,      // its day has come
    Holds,     // it is dated in the future
    Overruled, // it is, and somebody said clearly that it may be seen
};

struct PushRequest {
    std::string remote = {};
    std::string branch = {};
    Embargo embargo = Embargo::Holds;
    std::stop_token stop = {};
};

/// Fetches the remote branch that `base` ("origin/main") stands for. The error is a sentence.
[[nodiscard]] std::expected<void, std::string> fetchBase(const GitRepository &repository, const RepositoryState &state,
                                                         std::stop_token stop = {});

/// Pushes one branch to the branch of its name, with the user's hooks; a branch without an upstream gets this one. Gives what
/// git and the remote said. Refused under embargo. The error is a sentence.
[[nodiscard]] std::expected<std::string, std::string> pushBranch(const GitRepository &repository,
                                                                 const PushRequest &request);

enum class Forge : std::uint8_t { Unknown, GitHub, GitLab, Gitea, Bitbucket };

/// The forge of a name in broadside.toml, "github", "gitlab", "gitea", "forgejo", "codeberg", "bitbucket".
[[nodiscard]] Forge forgeNamed(std::string_view name);

/// The page on which a pull request for the branch is opened; empty where the remote's address does not tell. `known` decides
/// for hosts whose name does not.
[[nodiscard]] std::string pullRequestAddress(std::string_view remoteUrl, std::string_view base, std::string_view branch,
                                             Forge known = Forge::Unknown);
/// The same for a remote of the repository; else the address of that host that the remote printed on a push.
[[nodiscard]] std::string pullRequestAddress(const GitRepository &repository, const RepositoryState &state,
                                             std::string_view branch, std::string_view said = {},
                                             Forge known = Forge::Unknown);

} // namespace publish
