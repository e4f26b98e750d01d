// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace publish {

/// Two texts that were made of one, as one text.
struct LineMerge {
    std::string text = {};
    std::size_t conflicts = 0; // places where both changed the same lines, or lines that touch
};

/// Merges three ways, line by line: what either side changed in `base` is changed in the result. Where both changed the same
/// place differently, both stand in the result, between the marks that git makes: `<<<<<<< mineName`, `=======`,
/// `>>>>>>> theirsName`. Without conflicts the result has no marks.
///
/// Laws: merge(base, x, base) = x, merge(base, base, x) = x, merge(base, x, x) = x, and swapping the sides changes nothing
/// but the order within conflicts.
[[nodiscard]] LineMerge mergeLines(std::string_view base, std::string_view mine, std::string_view theirs,
                                   std::string_view mineName = "mine", std::string_view theirsName = "theirs");

} // namespace publish
