// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/settings.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rst {

/// One block of a page: a heading, a paragraph, a list, a run of footnotes.
struct PageBlock {
    std::string html = {};
    Span span = {};              // its source
    NodeId first = NodeId::None; // the elements that it shows are siblings; a heading's is the title
    NodeId last = NodeId::None;
    std::uint64_t hash = 0; // of the HTML
    bool isBroken = false;  // has a placeholder for what could not be read
};

/// What writeSphinxHtml() writes, cut into its top-level blocks, with the sections taken away: a heading stands beside what
/// it heads, and carries the section's ids. What shows nothing is no block.
[[nodiscard]] std::vector<PageBlock> pageBlocks(const Document &document, const Settings &settings);

} // namespace rst
