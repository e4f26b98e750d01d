// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/node_ref.h"

#include <cstddef>
#include <vector>

namespace rst {

/// The parts of a table that are written one by one.
struct TableParts {
    std::vector<NodeRef> columns = {};
    std::vector<NodeRef> rows = {};
    std::size_t headRows = 0;
    std::size_t stubs = 0;
    bool isSpanned = false;

    explicit TableParts(NodeRef table);
};

} // namespace rst
