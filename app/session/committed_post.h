// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"

#include <optional>

namespace session {

/// The post as a branch of its repository holds it; nothing where that has no such file, or is gone. Asks git, so it is for
/// a worker. `path` is where the file lies when the branch is checked out.
[[nodiscard]] std::optional<CommittedText> committedPost(const QString &path, const QString &branch);

/// Whether any branch's history has the file. Asks git.
[[nodiscard]] bool wasEverCommitted(const QString &path);

} // namespace session
