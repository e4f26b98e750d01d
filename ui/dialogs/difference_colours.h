// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace ui {

/// Colours a difference in the unified format.
class DifferenceColours : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    DifferenceColours(QTextDocument *document, const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    QPalette m_palette;
};

/// A text that is only read, in letters of one width, in which a difference is shown.
[[nodiscard]] QPlainTextEdit *makeDifferenceView(const QString &name, const QString &accessibleName, QWidget *parent);

} // namespace ui
