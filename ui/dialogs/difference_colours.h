// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

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

} // namespace ui
