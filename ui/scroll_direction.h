// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

namespace ui {

/// Where a view that follows another one may go. What takes much room in one of them may take none in the other (the
/// adornment of a title, a comment; a picture), and the view that follows waits there instead of going back.
enum class ScrollDirection { Up = -1, Any = 0, Down = 1 };

} // namespace ui
