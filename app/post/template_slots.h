// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/finding.h"

#include <string_view>
#include <vector>

namespace post {

// What a template leaves to be filled in stands between these. They are punctuation that nobody types, so that no text
// of a post is taken for a slot, and they may stand next to any markup.
inline constexpr std::string_view slotBegin = "⟦";
inline constexpr std::string_view slotEnd = "⟧";

/// The slots of a text with their marks, in order. A slot ends on its line.
[[nodiscard]] std::vector<ByteRange> templateSlots(std::string_view source);

/// An error for each slot that nobody has filled in.
[[nodiscard]] std::vector<Finding> slotFindings(std::string_view source);

} // namespace post
