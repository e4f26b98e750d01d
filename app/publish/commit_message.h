// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/git.h"

namespace publish {

/// How a repository words the subjects of its commits of posts.
struct MessageHabit {
    std::string prefix = {};                // "posts: ", "[blog] "
    std::string verb = {};                  // "Add"; empty: the title stands alone
    std::string opening = {}, closing = {}; // quotation marks around the title
    bool endsWithPeriod = false;
};

/// The habit of most of these subjects; house manners where there are too few or no habit.
[[nodiscard]] MessageHabit habitOf(const std::vector<std::string> &subjects);

enum class PostChange : std::uint8_t { New, Edited };

/// The message of a commit of this post: one line of at most 72 characters; a title that is cut stands in the body as a whole.
[[nodiscard]] std::string proposedMessage(const MessageHabit &habit, std::string_view title, PostChange change);

/// The subjects of the latest commits that added posts below `folder`, or that changed them.
[[nodiscard]] std::vector<std::string> subjectsOfPosts(const GitRepository &repository,
                                                       const std::filesystem::path &folder, PostChange change);

} // namespace publish
