// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QProxyStyle>

namespace ui {

/// Fusion, whose icons say by their strength alone what can be done, on every ground; and whose fields, and boxes and
/// circles to check, are seen on a dark ground too: its own border of them is the ground's colour, darkened, which on light
/// grounds is a line and on dark ones nothing; the same goes for the frames of lists and of what pops up. Tips have a quiet
/// border, and room within it.
class BoxBorders : public QProxyStyle
{
    Q_OBJECT

public:
    BoxBorders();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap,
                                              const QStyleOption *option) const override;
};

} // namespace ui
