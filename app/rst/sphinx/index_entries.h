// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/reporter.h"

#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// An entry of the site's index.
struct IndexEntry {
    std::string_view type = "single";
    std::string value = {};
};

/// The entries that `pair: a; b`, `!main` or `one, two` stands for (`sphinx.util.nodes.process_index_entry`).
[[nodiscard]] std::vector<IndexEntry> indexEntries(Reporter &reporter, Place place, std::string_view written);

/// Says of the first entry that lacks a part that it does; the entries of that element are then left out of the index
/// (`IndexDomain.process_doc`).
void checkIndexEntries(Reporter &reporter, Place place, const std::vector<IndexEntry> &entries);

} // namespace rst
