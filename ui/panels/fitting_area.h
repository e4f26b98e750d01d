// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QScrollArea>

namespace ui {

/// As high as its content where there is room for that; where there is not, the content scrolls, and is not squeezed.
class FittingArea : public QScrollArea
{
public:
    explicit FittingArea(QWidget *parent);

    /// It takes no more height than that.
    void setRoom(int height);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int contentHeight(int width) const;

    int m_room = QWIDGETSIZE_MAX;
};

} // namespace ui
