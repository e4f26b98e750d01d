// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/difference_colours.h"

#include "ui/theme.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include <algorithm>

namespace ui {

namespace {

/// How many lines of a hunk are still to come, of what was and of what is.
struct Hunk {
    int removed = 0;
    int added = 0;

    static Hunk of(int state) { return state < 0 ? Hunk() : Hunk{state >> bits, state & most}; }
    [[nodiscard]] int state() const { return std::clamp(removed, 0, most) << bits | std::clamp(added, 0, most); }
    [[nodiscard]] bool isOver() const { return removed <= 0 && added <= 0; }

    static constexpr int bits = 15;
    static constexpr int most = (1 << bits) - 1;
};

int lengthOf(const QString &number)
{
    return number.isEmpty() ? 1 : number.toInt();
}

} // namespace

DifferenceColours::DifferenceColours(QTextDocument *document, const QPalette &palette)
    : QSyntaxHighlighter(document)
    , m_palette(palette)
{
}

// A removed line may begin with "--" itself, and then looks like the head of a file: what a hunk's own line says of its
// length tells them apart. The state of a block is how many lines of either side are still to come.
void DifferenceColours::highlightBlock(const QString &text)
{
    static const QRegularExpression hunk(QStringLiteral("^@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@"));
    const Colours colours = coloursOf(m_palette);
    Hunk rest = Hunk::of(previousBlockState());
    QTextCharFormat format;
    if (rest.isOver()) {
        const QRegularExpressionMatch begin = hunk.match(text);
        if (begin.hasMatch())
            rest = {lengthOf(begin.captured(1)), lengthOf(begin.captured(2))};
        format.setForeground(colours.faintText);
    } else if (text.startsWith(u'+')) {
        format.setForeground(colours.good);
        --rest.added;
    } else if (text.startsWith(u'-')) {
        format.setForeground(colours.error);
        --rest.removed;
    } else if (!text.startsWith(u'\\')) { // "\ No newline at end of file" is no line of either side
        --rest.added;
        --rest.removed;
    }
    setCurrentBlockState(rest.state());
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
