// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QPlainTextEdit;
class QTextBlock;

namespace ui {

/// Keeps the adornment of a heading as wide as its title while the title is typed.
///
/// Only an adornment that had the right width before the edit follows; one that somebody made longer stays. The change
/// joins the edit's own step of the undo stack.
class TitleUnderline : public QObject
{
    Q_OBJECT

public:
    explicit TitleUnderline(QPlainTextEdit *editor);

private:
    void remember(int position, int removed, int added);
    void follow();
    void widen(const QTextBlock &adornment, int before, int after);

    QPlainTextEdit *m_editor;
    int m_position = -1; // of the edit that is to be followed; -1 for none
    int m_removed = 0;
    int m_added = 0;
};

} // namespace ui
