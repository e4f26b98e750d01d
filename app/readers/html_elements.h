// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/node.h"

#include <optional>

struct GumboInternalNode;

namespace readers {

/// What an inline element makes of its text: word processors, and pages that were made by them, say it in a `style` only, and
/// wrap what is plain in a `b` that is none.
[[nodiscard]] std::optional<rst::NodeKind> styleOf(const GumboInternalNode *element);

// Of gumbo's tags (`GumboTag`).

/// Elements whose contents are not for readers.
[[nodiscard]] bool isLeftOut(int tag) noexcept;
/// Elements whose text is code within a line.
[[nodiscard]] bool isLiteral(int tag) noexcept;
/// Elements that flow within a line; all others end it.
[[nodiscard]] bool isInline(int tag) noexcept;

} // namespace readers
