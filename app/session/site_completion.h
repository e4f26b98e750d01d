// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/completion.h"

#include <vector>

namespace session {

/// Documents and labels of the blog for the roles that lead to them, the best first: what begins with the text typed so far,
/// then what has it within, then titles that have it.
[[nodiscard]] std::vector<Proposal> siteProposals(const CompletionContext &context, const CompletionSources &sources,
                                                  std::size_t most);

} // namespace session
