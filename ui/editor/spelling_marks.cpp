// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/spelling_marks.h"

#include <algorithm>

namespace ui {

namespace {

int beginOf(const session::SpelledWord &word)
{
    return word.range.begin;
}

int endOf(const session::SpelledWord &word)
{
    return word.range.end;
}

} // namespace

void SpellingMarks::move(int position, int removed, int added)
{
    const auto touched = std::ranges::lower_bound(m_words, position, {}, endOf);
    const auto after = std::ranges::find_if(touched, m_words.end(), [&](const session::SpelledWord &word) {
        return word.range.begin > position + removed;
    });
    for (auto word = after; word != m_words.end(); ++word) {
        word->range.begin += added - removed;
        word->range.end += added - removed;
    }
    if (removed != added || removed > 0)
        m_words.erase(touched, after);
}

QList<QTextEdit::ExtraSelection> SpellingMarks::selections(const QTextCursor &cursor, session::TextRange visible,
                                                           const QColor &colour) const
{
    QList<QTextEdit::ExtraSelection> selections;
    const int last = cursor.document()->characterCount() - 1;
    for (auto word = std::ranges::lower_bound(m_words, visible.begin, {}, endOf);
         word != m_words.end() && word->range.begin <= visible.end && word->range.end <= last; ++word) {
        if (!cursor.hasSelection() && cursor.position() == word->range.end)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(cursor.document());
        selection.cursor.setPosition(word->range.begin);
        selection.cursor.setPosition(word->range.end, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::DotLine);
        selection.format.setUnderlineColor(colour);
        selections.append(selection);
    }
    return selections;
}

std::optional<session::SpelledWord> SpellingMarks::at(int position) const
{
    const auto word = std::ranges::lower_bound(m_words, position, {}, endOf);
    if (word == m_words.end() || word->range.begin > position)
        return std::nullopt;
    return *word;
}

std::optional<session::SpelledWord> SpellingMarks::from(int position) const
{
    if (m_words.empty())
        return std::nullopt;
    const auto word = std::ranges::lower_bound(m_words, position, {}, beginOf);
    return word == m_words.end() ? m_words.front() : *word;
}

} // namespace ui
