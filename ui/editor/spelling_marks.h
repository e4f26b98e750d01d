// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/spelling_words.h"

#include <QColor>
#include <QTextEdit>

#include <optional>
#include <vector>

namespace ui {

/// The misspelt words as the editor shows them. Until the next check arrives, edits move the marks along, and a word that
/// is edited loses its own.
class SpellingMarks
{
public:
    void set(std::vector<session::SpelledWord> words) { m_words = std::move(words); }
    void move(int position, int removed, int added);

    /// Dots below the words that touch a stretch of the text, but for the one whose end the cursor is at: it may be half
    /// typed.
    [[nodiscard]] QList<QTextEdit::ExtraSelection> selections(const QTextCursor &cursor, session::TextRange visible,
                                                              const QColor &colour) const;
    [[nodiscard]] std::optional<session::SpelledWord> at(int position) const;
    /// The first word that begins at the position or after it, or else the first of all.
    [[nodiscard]] std::optional<session::SpelledWord> from(int position) const;
    [[nodiscard]] std::size_t size() const { return m_words.size(); }

private:
    std::vector<session::SpelledWord> m_words; // in the order of the text
};

} // namespace ui
