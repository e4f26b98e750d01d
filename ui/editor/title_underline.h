// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>
#include <QTextCursor>

class QKeyEvent;
class QPlainTextEdit;
class QTextBlock;

namespace ui {

/// Keeps the adornment of a heading as wide as its title while the title is typed.
///
/// Only an adornment that had the right width before the edit follows; one that somebody made longer stays. The change
/// joins the edit's own step of the undo stack, and what is typed makes one step for each word.
class TitleUnderline : public QObject
{
    Q_OBJECT

public:
    explicit TitleUnderline(QPlainTextEdit *editor);

    /// Begins the step of the undo stack that a key belongs to, where it changes a title whose adornment follows: one of its
    /// own, or the one of the word that is typed. Qt would put the letters and what is done to the adornment into
    /// steps by turns. The cursor ends the step; it is null where no such title is.
    [[nodiscard]] QTextCursor beginStep(const QKeyEvent &key) const;

private:
    void noteLine();
    void remember(int position, int removed, int added);
    void follow();
    void followEdit(int position);
    void widen(const QTextBlock &adornment, int before, int after);

    QPlainTextEdit *m_editor;
    int m_position = -1; // of the edit that is to be followed; -1 for none
    int m_removed = 0;
    int m_added = 0;
    int m_end = -1;        // of what was typed last and followed
    int m_revision = -1;   // of the document, with that
    QString m_line = {};   // that the cursor is in, as it was before the edit
    int m_lineNumber = -1; // from 0
};

} // namespace ui
