// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/problems.h"
#include "session/settings.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace ui {

/// The colours that a palette has no role for.
struct Colours {
    QColor text = {};
    QColor faintText = {};
    QColor error = {};
    QColor warning = {};
    QColor looksWrong = {};
    QColor note = {};
    QColor good = {};
    QColor currentLine = {};
    QColor searched = {}; // behind lines that a search keeps to
    QColor hit = {};      // behind what a search finds, but for the one that is chosen
    QColor panel = {};    // behind strips and bars
    QColor border = {};   // between panes

    [[nodiscard]] QColor of(session::Severity severity) const;
};

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] Colours coloursOf(const QPalette &palette);

/// The contrast of two colours as WCAG reckons it, from 1 to 21. Text needs 4.5.
[[nodiscard]] double contrastOf(const QColor &one, const QColor &other);

/// The colour, or one like it that text can have on this ground and on tints of it.
[[nodiscard]] QColor readable(const QColor &colour, const QColor &ground);

/// Makes the whole program light or dark, now and until it is called again.
void applyColourScheme(session::ColourScheme scheme);

/// An icon of the desktop's theme, or of Breeze.
[[nodiscard]] QIcon themeIcon(QLatin1StringView name);

/// Takes the place of an icon beside others, so that all names begin in one column.
[[nodiscard]] QIcon blankIcon();

/// The severity's own shape and colour; never told by colour alone.
[[nodiscard]] QIcon severityIcon(session::Severity severity, const QPalette &palette);
/// The same for a row of a list, which has a colour of its own when it is chosen.
[[nodiscard]] QIcon severityIconOfRow(session::Severity severity, const QPalette &palette);

} // namespace ui
