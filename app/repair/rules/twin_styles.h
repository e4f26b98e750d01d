// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/rule.h"
#include "repair/twin.h"
#include "rst/document/document.h"

namespace repair {

/// Less than this, and the twin is another text: nothing is taken from it.
inline constexpr double leastMatch = 0.6;

/// Aligns the twin's words with those of a repaired post; where the twin has bold or italics that the post lacks, they are
/// set. Words are never changed: where they differ, that is told as a conflict, beside the line of `legacy` they come from.
[[nodiscard]] TwinMatch applyTwin(rst::Document &document, const Twin &twin, std::string_view legacy,
                                  const RuleContext &context);

} // namespace repair
