// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/prose_language.h"
#include "post/source_lines.h"

#include <optional>
#include <string_view>
#include <vector>

namespace post {

/// Where the words of a text stand in its source: runs of letters, digits and apostrophes.
using Words = std::vector<ByteRange>;

[[nodiscard]] Words wordsIn(std::string_view source, ByteRange range);

/// A day as prose writes it: "Thursday, December 10th, 2026", "10 December", "jeudi 10 décembre".
struct WrittenDate {
    std::optional<int> weekday = {}; // 0 for Monday
    ByteRange weekdayRange = {};     // in the source
    int month = 1;
    int day = 1;
    std::optional<int> year = {};
    ByteRange range = {}; // in the source
};

/// The days that are named in a text, in its order.
[[nodiscard]] std::vector<WrittenDate> datesIn(std::string_view source, const Words &words,
                                               const ProseLanguage &language);

} // namespace post
