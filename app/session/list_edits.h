// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

namespace session {

enum class ListKind : std::uint8_t { Bullets, Numbers };

/// Makes each selected line an item of a list; without a selection, the paragraph at the cursor. Where all of them are
/// items of that kind, their markers are taken away. What belongs to an item moves with it, and blank lines part a list
/// from what is around it, as docutils asks for ("Bullet Lists", "Enumerated Lists").
[[nodiscard]] MarkupEdit toggledList(const QString &text, TextRange selection, ListKind kind);

} // namespace session
