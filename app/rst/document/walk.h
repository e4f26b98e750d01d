// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <cstdint>
#include <utility>

namespace rst {

/// What a visitor wants after it has seen a node.
enum class Walk : std::uint8_t {
    Into, // its children, then `visitor.depart(node)`
    Past, // what follows; neither its children nor depart() (docutils' SkipNode)
};

/// Calls the visitor's function for the node's kind; a kind for which it has none does not compile.
template <class Visitor>
Walk visit(NodeRef node, Visitor &visitor)
{
    switch (node.kind()) {
#define RST_NODE(Kind, tag, categories)                                                                                \
    case NodeKind::Kind: return visitor.visit##Kind(node);
#include "rst/document/node_kinds.def"
    }
    std::unreachable();
}

/// Walks the tree below `top` in document order (docutils' `walkabout`), at any depth without recursion.
template <class Visitor>
void walk(NodeRef top, Visitor &visitor)
{
    NodeRef here = top;
    for (;;) {
        const bool entered = visit(here, visitor) == Walk::Into;
        if (entered && here.hasChildren()) {
            here = here.firstChild();
            continue;
        }
        if (entered)
            visitor.depart(here);
        while (here != top && !here.next()) {
            here = here.parent();
            visitor.depart(here);
        }
        if (here == top)
            return;
        here = here.next();
    }
}

} // namespace rst
