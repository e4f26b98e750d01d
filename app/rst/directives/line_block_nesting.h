// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <cstddef>
#include <span>

namespace rst {

/// A line of a line block, detached, and how far it is indented.
struct IndentedLine {
    NodeId line = NodeId::None;
    std::size_t indent = 0;
};

/// Fills a line block with lines; further indented ones become line blocks within it (docutils' `nest_line_block_lines`).
void nestLines(Document &document, NodeId block, std::span<const IndentedLine> lines);

} // namespace rst
