// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QScreen>
#include <QWidget>

namespace ui {

/// Makes a window as large as it wants to be, in device independent pixels, or as its screen has room for: what stands at
/// its lower edge would be out of reach.
inline void resizeWithinScreen(QWidget *window, const QSize &wanted)
{
    constexpr QSize frame(16, 48); // what a window manager puts around it, roughly
    window->resize(wanted.boundedTo(window->screen()->availableSize() - frame));
}

} // namespace ui
