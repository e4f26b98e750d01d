// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/problems.h"

#include <QPalette>
#include <QTextBlock>
#include <QTextEdit>

#include <optional>
#include <vector>

namespace ui {

/// The problems as the editor shows them: squiggles, icons and what the mouse is told.
///
/// Problems belong to one revision of the text. Until those of the next one arrive, edits move the marks along.
class ProblemMarks
{
public:
    void set(const std::vector<session::Problem> &problems);
    /// The text changed: `removed` characters at `position` gave way to `added` ones.
    void move(int position, int removed, int added);

    /// Squiggles for the problems that touch a stretch of the text; those that nobody sees cost time all the same. Slots of a
    /// template have a mark of their own (slotSelections()).
    [[nodiscard]] QList<QTextEdit::ExtraSelection> selections(QTextDocument *document, session::TextRange visible,
                                                              const QPalette &palette) const;
    [[nodiscard]] std::optional<session::Severity> worstInLine(const QTextBlock &block) const;
    /// Rich text about the problems at a place; empty where there are none.
    [[nodiscard]] QString explanationAt(int position) const;

private:
    std::vector<session::Problem> m_problems; // ascending by their begins
    int m_longest = 0;                        // of the ranges
};

} // namespace ui
