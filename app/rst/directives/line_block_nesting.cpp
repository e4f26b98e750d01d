// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/line_block_nesting.h"

#include <vector>

namespace rst {

namespace {

struct OpenBlock {
    NodeId block = NodeId::None;
    std::size_t indent = 0; // of the lines directly in it
};

} // namespace

// docutils takes the least indented lines first and groups the others, again and again. Reading forth, with the blocks that
// are still open on a stack, gives the same in one pass.
void nestLines(Document &document, NodeId block, std::span<const IndentedLine> lines)
{
    std::vector<OpenBlock> open;
    for (const IndentedLine &line : lines) {
        while (!open.empty() && open.back().indent > line.indent) {
            const NodeId closed = open.back().block;
            open.pop_back();
            if (open.empty() || open.back().indent < line.indent)
                open.push_back({.block = document.create(NodeKind::LineBlock), .indent = line.indent});
            document.append(open.back().block, closed);
        }
        if (open.empty() || open.back().indent < line.indent)
            open.push_back({.block = document.create(NodeKind::LineBlock), .indent = line.indent});
        document.append(open.back().block, line.line);
    }
    if (open.empty())
        return;
    while (open.size() > 1) {
        const NodeId closed = open.back().block;
        open.pop_back();
        document.append(open.back().block, closed);
    }
    document.moveChildren(open.front().block, block);
}

} // namespace rst
