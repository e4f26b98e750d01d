// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/folds.h"

#include <QObject>
#include <QTextCursor>

#include <vector>

class QAction;
class QPlainTextEdit;
class QRect;
class QTextBlock;

namespace ui {

/// Hides sections and directives below their first lines. What is folded stays so while the text around it is edited, and
/// opens when the cursor comes into it, by whatever way.
class TextFolding : public QObject
{
    Q_OBJECT

public:
    explicit TextFolding(QPlainTextEdit *editor);

    [[nodiscard]] QAction *foldAction() const { return m_fold; }
    [[nodiscard]] QAction *foldAllAction() const { return m_foldAll; }

    /// What can be folded in the text as it stands.
    void setFolds(std::vector<session::Fold> folds);
    /// Another text: nothing is folded.
    void clear();

    [[nodiscard]] bool canFold(const QTextBlock &block) const;
    [[nodiscard]] bool isFolded(const QTextBlock &block) const;
    void toggle(const QTextBlock &block);

    /// Tells behind each folded line how many follow it.
    void paintEnds(const QRect &visible) const;

private:
    [[nodiscard]] const session::Fold *foldAt(int line) const;
    /// The innermost fold around a line that is not folded yet.
    [[nodiscard]] const session::Fold *foldAround(int line) const;
    /// The section of the post's title, which everything is in.
    [[nodiscard]] bool holdsAll(const session::Fold &fold) const;
    void toggleAtCursor();
    void toggleAll();
    void openAtCursor();
    void show();

    QPlainTextEdit *m_editor;
    QAction *m_fold;
    QAction *m_foldAll;
    std::vector<session::Fold> m_folds; // by their lines
    std::vector<QTextCursor> m_closed;  // at the begins of the lines that are folded: cursors follow edits
    bool m_hasHidden = false;
};

} // namespace ui
