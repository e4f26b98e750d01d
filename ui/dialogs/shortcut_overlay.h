// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QMainWindow;

namespace ui {

/// All keys on one page, as they are now, by the menus they stand in.
class ShortcutOverlay : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutOverlay(QMainWindow *window);
};

} // namespace ui
