// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/metadata_source.h"

#include <string>
#include <string_view>
#include <vector>

namespace post {

/// One label of a list, and the bytes that say it.
struct LabelPlace {
    std::string label = {}; // its white space as single blanks
    ByteRange range = {};
};

/// The labels of an option's comma list where they stand in the source; empty ones are left out. A field's list may stand in
/// brackets, its items in quotes, as ABlog reads them there.
[[nodiscard]] std::vector<LabelPlace> labelPlaces(std::string_view source, const SourceOption &option);

} // namespace post
