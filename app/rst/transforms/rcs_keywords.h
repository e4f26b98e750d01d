// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace rst::transforms {

/// `text` with its RCS keywords replaced by what they expand to: `$Date: 2026/01/31 12:00:00 $` is `2026-01-31`,
/// `$RCSfile: post.rst,v $` is `post.rst`, `$Author: me $` is `me`. Nothing where it has none
/// (`DocInfo.rcs_keyword_substitutions`, https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#rcs-keywords).
[[nodiscard]] std::optional<std::string> withoutRcsKeywords(std::string_view text);

/// Does so for a paragraph that holds nothing but text (`utils.clean_rcs_keywords`).
void cleanRcsKeywords(Document &document, NodeId paragraph);

} // namespace rst::transforms
