// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/theme.h"

#include "ui/box_borders.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleHints>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Shades {
    QColor window, base, alternate, text, faint, button, highlight, link;
};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette(shades.button, shades.window);
    palette.setColor(QPalette::WindowText, shades.text);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::Text, shades.text);
    palette.setColor(QPalette::ButtonText, shades.text);
    palette.setColor(QPalette::PlaceholderText, shades.faint);
    palette.setColor(QPalette::ToolTipBase, shades.base);
    palette.setColor(QPalette::ToolTipText, shades.text);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::Accent, shades.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, shades.faint);
    return palette;
}

const Shades light{.window = 0xf4f4f2,
                   .base = 0xffffff,
                   .alternate = 0xf7f7f5,
                   .text = 0x26292c,
                   .faint = 0x767b80,
                   .button = 0xf7f7f6,
                   .highlight = 0x2f6f9f,
                   .link = 0x1f6190};
const Shades dark{.window = 0x24272a,
                  .base = 0x1c1e21,
                  .alternate = 0x22252a,
                  .text = 0xe3e5e7,
                  .faint = 0x8f969c,
                  .button = 0x2e3236,
                  .highlight = 0x35719e,
                  .link = 0x7dbbe6};

/// Desktops bring their own colours; a bare X server or a plain window manager has none worth keeping.
bool hasDesktopStyle()
{
    static const bool hasOne = QApplication::style()->name().compare("fusion"_L1, Qt::CaseInsensitive) != 0;
    return hasOne;
}

/// Fusion with borders of its own; once, since a new style polishes all widgets anew.
void applyBoxBorders()
{
    static bool isApplied = false;
    if (!std::exchange(isApplied, true))
        QApplication::setStyle(new BoxBorders); // the application owns it
}

QColor mixed(const QColor &front, const QColor &back, float share)
{
    const auto mix = [share](float a, float b) { return a * share + b * (1 - share); };
    return QColor::fromRgbF(mix(front.redF(), back.redF()), mix(front.greenF(), back.greenF()),
                            mix(front.blueF(), back.blueF()));
}

/// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminanceOf(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// The shape tells as much as the colour, for those who see no colours.
QPixmap severityShape(session::Severity severity, const QColor &colour, const QColor &ground)
{
    using enum session::Severity;
    QPixmap pixmap(64, 64);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    QPainterPath shape;
    switch (severity) {
    case Unfilled: // an empty box
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 5));
        shape.addRoundedRect(14, 14, 36, 36, 6, 6);
        break;
    case Info: shape.addEllipse(12, 12, 40, 40); break;
    case LooksWrong: // a diamond
        shape.addPolygon(QPolygonF({{32, 6}, {58, 32}, {32, 58}, {6, 32}, {32, 6}}));
        break;
    case Warning: // a triangle
        shape.addPolygon(QPolygonF({{32, 8}, {60, 56}, {4, 56}, {32, 8}}));
        break;
    case Error:
    case Severe: // an octagon
        shape.addPolygon(
            QPolygonF({{21, 6}, {43, 6}, {58, 21}, {58, 43}, {43, 58}, {21, 58}, {6, 43}, {6, 21}, {21, 6}}));
        break;
    }
    painter.drawPath(shape);
    if (severity > Info) {
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(29, 22, 6, 18), 3, 3);
        painter.drawEllipse(QRectF(28.5, 44, 7, 7));
    }
    return pixmap;
}

} // namespace

double contrastOf(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminanceOf(one), luminanceOf(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readable(const QColor &colour, const QColor &ground)
{
    constexpr double enough = 5; // the line with the cursor, and what a search finds, have a tinted ground
    const QColor end = luminanceOf(ground) < 0.18 ? Qt::white : Qt::black;
    QColor better = colour;
    for (float share = 0; share < 1 && contrastOf(better, ground) < enough; share += 0.05f)
        better = mixed(end, colour, share);
    return better;
}

QColor Colours::of(session::Severity severity) const
{
    using enum session::Severity;
    switch (severity) {
    case Unfilled: return faintText;
    case Info: return note;
    case LooksWrong: return looksWrong;
    case Warning: return warning;
    case Error:
    case Severe: return error;
    }
    Q_UNREACHABLE_RETURN({});
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

Colours coloursOf(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    Colours colours{.text = text,
                    .faintText = mixed(text, base, 0.55f),
                    .currentLine = mixed(palette.color(QPalette::Highlight), base, 0.08f),
                    .panel = palette.color(QPalette::Window),
                    .border = mixed(text, palette.color(QPalette::Window), 0.16f)};
    if (isDark(palette)) {
        colours.error = 0xf07178;
        colours.warning = 0xe6b450;
        colours.looksWrong = 0xc792ea;
        colours.note = 0x82aaff;
        colours.good = 0x7fc98b;
    } else {
        colours.error = 0xc0303a;
        colours.warning = 0xa86a00;
        colours.looksWrong = 0x8a3fb5;
        colours.note = 0x2f6f9f;
        colours.good = 0x2c7a3f;
    }
    colours.searched = mixed(colours.warning, base, 0.1f); // no blue: that is chosen, or has the cursor
    colours.hit = mixed(colours.warning, base, 0.32f);
    return colours;
}

void applyColourScheme(session::ColourScheme scheme)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    switch (scheme) {
    case session::ColourScheme::System: hints->unsetColorScheme(); break;
    case session::ColourScheme::Light: hints->setColorScheme(Qt::ColorScheme::Light); break;
    case session::ColourScheme::Dark: hints->setColorScheme(Qt::ColorScheme::Dark); break;
    }
    if (!hasDesktopStyle())
        applyBoxBorders();
    const bool wantsDark = scheme == session::ColourScheme::Dark ||
                           (scheme == session::ColourScheme::System && hints->colorScheme() == Qt::ColorScheme::Dark);
    const bool follows =
        scheme == session::ColourScheme::System || isDark(QApplication::style()->standardPalette()) == wantsDark;
    if (hasDesktopStyle() && follows)
        QApplication::setPalette(QPalette());
    else
        QApplication::setPalette(paletteOf(wantsDark ? dark : light));

    QIcon::setFallbackThemeName(wantsDark ? u"breeze-dark"_s : u"breeze"_s);
    static const bool hasOwnIcons = !QIcon::themeName().isEmpty() && QIcon::themeName() != "hicolor"_L1;
    if (!hasOwnIcons)
        QIcon::setThemeName(QIcon::fallbackThemeName());
}

QIcon themeIcon(QLatin1StringView name)
{
    return QIcon::fromTheme(name);
}

QIcon blankIcon()
{
    QPixmap nothing(64, 64); // more than any list shows of an icon, which makes it smaller then
    nothing.fill(Qt::transparent);
    return nothing;
}

QIcon severityIcon(session::Severity severity, const QPalette &palette)
{
    return severityShape(severity, coloursOf(palette).of(severity), palette.color(QPalette::Base));
}

QIcon severityIconOfRow(session::Severity severity, const QPalette &palette)
{
    QIcon icon = severityIcon(severity, palette);
    icon.addPixmap(
        severityShape(severity, palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)),
        QIcon::Selected);
    return icon;
}

} // namespace ui
