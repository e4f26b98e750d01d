// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/git.h"

#include <memory>

namespace publish {

/// A second work tree of a repository, in a temporary folder, for a branch other than the one that is checked out. It goes
/// with this value, and so does the branch, if it was made for it and is not kept.
class WorkTree
{
public:
    /// Checks out `branch`; with a `base` it is a new one that begins there. The error is a sentence.
    /// What an earlier one left behind when its process was killed is cleared away first.
    [[nodiscard]] static std::expected<WorkTree, std::string> make(const GitRepository &repository,
                                                                   const std::string &branch, const std::string &base);

    WorkTree(WorkTree &&) noexcept;
    WorkTree &operator=(WorkTree &&) = delete;
    ~WorkTree();

    [[nodiscard]] const GitRepository &repository() const;
    void keepBranch();

private:
    class Checkout;
    explicit WorkTree(std::unique_ptr<Checkout> checkout);

    std::unique_ptr<Checkout> m_checkout;
};

} // namespace publish
