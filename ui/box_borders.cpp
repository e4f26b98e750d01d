// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/box_borders.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace ui {

BoxBorders::BoxBorders() : QProxyStyle(u"fusion"_s)
{
}

void BoxBorders::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_PanelTipLabel) {
        const Colours colours = coloursOf(option->palette);
        painter->fillRect(option->rect, option->palette.toolTipBase());
        painter->setPen(colours.border);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    const bool isCircle = element == PE_IndicatorRadioButton;
    const bool isFrame = element == PE_Frame;
    const bool isField = isFrame || (element == PE_FrameLineEdit && !option->state.testFlag(State_HasFocus));
    if ((!isBox && !isCircle && !isField) || !isDark(option->palette))
        return;
    painter->save();
    QColor border = option->palette.color(QPalette::WindowText);
    border.setAlphaF(!isField && option->state.testFlag(State_Enabled) ? 0.55f : 0.25f);
    painter->setPen(border);
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isCircle)
        painter->drawEllipse(edge);
    else
        painter->drawRoundedRect(edge, isFrame ? 0 : 2, isFrame ? 0 : 2);
    painter->restore();
}

/// Text does not touch the edge of a tip.
int BoxBorders::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    constexpr int roomInTips = 6;
    return metric == PM_ToolTipLabelFrameWidth ? roomInTips : QProxyStyle::pixelMetric(metric, option, widget);
}

/// Fusion mixes the icon's colours with the ground's lightness, which leaves light icons on a dark ground as they are.
QPixmap BoxBorders::generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap, const QStyleOption *option) const
{
    if (mode != QIcon::Disabled)
        return QProxyStyle::generatedIconPixmap(mode, pixmap, option);
    QPixmap faint(pixmap.size());
    faint.setDevicePixelRatio(pixmap.devicePixelRatio());
    faint.fill(Qt::transparent);
    QPainter painter(&faint);
    painter.setOpacity(0.38);
    painter.drawPixmap(QPoint(), pixmap);
    return faint;
}

} // namespace ui
