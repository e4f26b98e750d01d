// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace repair {

/// A sum of words: their texts, sorted.
using Words = std::vector<std::string>;

/// The words of any text: runs of letters and digits.
[[nodiscard]] Words wordsOf(std::string_view text);

/// The words that a document's readers and its links have: texts, descriptions of pictures, addresses, numbers of items.
[[nodiscard]] Words wordsOf(const rst::Document &document);

/// What a repair took and gave, by words, beyond what its rules said.
struct Proof {
    std::size_t wordsBefore = 0;
    std::size_t wordsAfter = 0;
    std::vector<std::string> lost = {};
    std::vector<std::string> gained = {};

    [[nodiscard]] bool holds() const { return lost.empty() && gained.empty(); }
};

/// Compares the words of a post before and after, with those that the rules announced.
[[nodiscard]] Proof prove(const Words &before, const Words &after, const Words &announcedLoss,
                          const Words &announcedGain);

} // namespace repair
