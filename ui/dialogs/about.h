// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace ui {

/// Says what the program is, and its version.
void showAbout(QWidget *parent);

} // namespace ui
