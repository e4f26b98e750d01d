// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/finding.h"
#include "rst/document/document.h"

#include <string_view>
#include <vector>

namespace post {

/// What the move from Blogger left behind in a post: Markdown that reStructuredText shows as it stands. Only certain cases are
/// named; text in literals, code and comments is left alone. `document` is what the engine made of `source`.
[[nodiscard]] std::vector<Finding> legacyFindings(std::string_view source, const rst::Document &document);

} // namespace post
