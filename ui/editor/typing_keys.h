// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

class QKeyEvent;

namespace ui {

class RstEditor;

/// Return, Tab and Shift+Tab as the text at the cursor asks for: lists go on, tables have cells, templates have slots.
/// False where the key is to do what it always does.
[[nodiscard]] bool takeTypingKey(RstEditor &editor, const QKeyEvent &event);

} // namespace ui
