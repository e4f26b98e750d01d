// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace publish {

/// What readers get from a document, whatever its markup: words in their order, and the addresses of links and pictures.
struct Content {
    std::vector<std::string> words = {};
    std::vector<std::string> links = {};    // sorted; of the web and of mail
    std::vector<std::string> pictures = {}; // sorted
};

/// Whether markup is written as signs in the text, at which a word ends: `_em_phasis` has two.
enum class MarkupSigns : std::uint8_t { None, InText };

[[nodiscard]] Content contentOf(const rst::Document &document, MarkupSigns signs = MarkupSigns::None);

/// The words of a text: runs of letters and digits.
[[nodiscard]] std::vector<std::string> wordsIn(std::string_view text);

/// What of `source` is not in `exported`, as sentences: words that are missing or stand in another order, links, pictures. The
/// exported one may have more, numbers of notes and the names of boxes.
[[nodiscard]] std::vector<std::string> missingFrom(const Content &exported, const Content &source);

} // namespace publish
