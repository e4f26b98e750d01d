// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/rule.h"

#include <string>
#include <vector>

namespace repair {

/// Pairs the stars and underscores of the blocks' texts, in reading order: pairs become marks of strong and emphasis, empty
/// ones go, and what has no partner goes or is text. An empty pointer parts texts that no pair may join: a heading, a rule.
void pairMarks(const std::vector<std::string *> &texts, const RuleContext &context);

} // namespace repair
