// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/git_commit.h"
#include "repository.h"

#include <string>
#include <string_view>

namespace publish {

/// The post that tests commit, with blanks and more than ASCII in its name.
inline constexpr std::string_view wishedPost = "posts/2026/2026-03-doors open – día.rst";

inline CommitRequest wishFor(const TestRepository &blog, std::string_view file = wishedPost,
                             std::string text = "A post.\n")
{
    return {.files = {{.path = blog / file, .bytes = std::move(text)}}, .message = "posts: Add “Día”\n"};
}

/// What a commit did with which files.
inline std::string filesOf(const TestRepository &blog, const std::string &commit)
{
    return blog.git({"-c", "core.quotePath=false", "show", "--format=", "--name-status", commit});
}

} // namespace publish
