// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/difference_colours.h"

#include "ui/theme.h"

namespace ui {

DifferenceColours::DifferenceColours(QTextDocument *document, const QPalette &palette)
    : QSyntaxHighlighter(document)
    , m_palette(palette)
{
}

void DifferenceColours::highlightBlock(const QString &text)
{
    const Colours colours = coloursOf(m_palette);
    QTextCharFormat format;
    if (text.startsWith(u'+') && !text.startsWith(QStringLiteral("+++")))
        format.setForeground(colours.good);
    else if (text.startsWith(u'-') && !text.startsWith(QStringLiteral("---")))
        format.setForeground(colours.error);
    else if (text.startsWith(QStringLiteral("@@")) || text.startsWith(u'+') || text.startsWith(u'-'))
        format.setForeground(colours.faintText);
    setFormat(0, int(text.size()), format);
}

} // namespace ui
