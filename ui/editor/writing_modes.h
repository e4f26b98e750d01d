// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_positions.h"

#include <QObject>
#include <QTextEdit>

class QAction;
class QPlainTextEdit;

namespace ui {

/// Two ways of writing without looking around: all paragraphs but the one at the cursor are faint, and the line that is
/// written stays in the middle of the view.
class WritingModes : public QObject
{
    Q_OBJECT

public:
    explicit WritingModes(QPlainTextEdit *editor);

    [[nodiscard]] QAction *focusAction() const { return m_focus; }
    [[nodiscard]] QAction *typewriterAction() const { return m_typewriter; }

    /// What makes the visible stretch of the text faint.
    [[nodiscard]] QList<QTextEdit::ExtraSelection> selections(session::TextRange visible) const;

Q_SIGNALS:
    /// The text is to be drawn another way.
    void changed();

private:
    void followCursor();

    QPlainTextEdit *m_editor;
    QAction *m_focus;
    QAction *m_typewriter;
};

/// Makes the slots of a template stand out in the visible stretch of the text.
[[nodiscard]] QList<QTextEdit::ExtraSelection> slotSelections(const QPlainTextEdit &editor, session::TextRange visible);

} // namespace ui
