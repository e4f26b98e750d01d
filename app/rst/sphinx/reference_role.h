// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/roles/role.h"

#include <string_view>

namespace rst {

/// The text of a role that refers to something: `title <target>`, or one text for both, or `!text` for no reference at
/// all (`sphinx.util.docutils.ReferenceRole`).
struct ReferenceText {
    std::string_view title = {}; // without escapes, like the other two
    std::string_view target = {};
    std::string_view whole = {};
    bool isExplicit = false; // title and target were written out
    bool isDisabled = false;
};

[[nodiscard]] ReferenceText referenceTextOf(RoleContext &context);

/// The two elements that an entry of the index leaves in the text, with an id `index-N` of their own.
struct IndexTarget {
    NodeId index = NodeId::None;
    NodeId target = NodeId::None;

    void append(RoleContext &context) const;
};

/// Makes them, detached: where the role fails, only the id is gone.
[[nodiscard]] IndexTarget makeIndexTarget(RoleContext &context);

/// A new id `index-N`, with the invisible target that carries it and the index element before it.
void appendIndexTarget(RoleContext &context);

} // namespace rst
