// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/rst_table_parts.h"

namespace rst {

TableParts::TableParts(NodeRef table)
{
    for (const NodeRef group : table.children()) {
        if (!group.is(NodeKind::Tgroup))
            continue;
        for (const NodeRef part : group.children()) {
            if (part.is(NodeKind::Colspec)) {
                columns.push_back(part);
                stubs += part.hasAttribute(AttributeName::Stub);
            }
            for (const NodeRef row : part.children()) {
                rows.push_back(row);
                headRows += part.is(NodeKind::Thead);
            }
        }
    }
    for (const NodeRef row : rows) {
        for (const NodeRef entry : row.children())
            isSpanned =
                isSpanned || entry.hasAttribute(AttributeName::Morecols) || entry.hasAttribute(AttributeName::Morerows);
    }
}

} // namespace rst
