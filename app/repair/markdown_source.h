// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/rules/blocks.h"

#include <string>
#include <vector>

namespace repair {

/// The language of a code block that holds reStructuredText to be kept.
inline constexpr std::string_view verbatimLanguage = "{verbatim}";

/// The blocks as Markdown that CommonMark reads without doubt: what html2text wrote, and meant.
[[nodiscard]] std::string writeMarkdown(const std::vector<Block> &blocks, const Objects &objects);

} // namespace repair
