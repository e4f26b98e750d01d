// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/difference_colours.h"

#include "ui/theme.h"

#include <QFontDatabase>
#include <QPlainTextEdit>

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

QPlainTextEdit *makeDifferenceView(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *view = new QPlainTextEdit(parent);
    view->setObjectName(name);
    view->setAccessibleName(accessibleName);
    view->setReadOnly(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DifferenceColours(view->document(), view->palette());
    return view;
}

} // namespace ui
