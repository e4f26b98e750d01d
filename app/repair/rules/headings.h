// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/marked_text.h"
#include "repair/rule.h"

#include <string>
#include <string_view>

namespace repair {

/// Text in which headings, code blocks and what was written by hand are marked; the first of the rules, by lines.
[[nodiscard]] std::string markLines(std::string_view body, Objects &objects, const RuleContext &context);

} // namespace repair
