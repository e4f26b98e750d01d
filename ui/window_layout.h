// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/settings.h"

class QMainWindow;
class QSplitter;

namespace ui {

class PreviewPane;
class WritingPane;

/// What of a window's looks is kept between runs.
struct WindowLayout {
    QMainWindow *window = nullptr;
    QSplitter *splitter = nullptr;
    WritingPane *writing = nullptr;
    PreviewPane *preview = nullptr;
};

void restoreLayout(const session::Settings &settings, const WindowLayout &layout);
/// All but the docks, which are only there while a post is open.
void rememberLayout(session::Settings &settings, const WindowLayout &layout);

} // namespace ui
