// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/editor/problem_marks.h"
#include "ui/editor/spelling_marks.h"

#include <QObject>
#include <QRegularExpression>

namespace ui {

class RstEditor;

/// What the editor marks in its text without changing it: the line of the cursor, problems, misspelt words, slots of a
/// template, what a search finds and the lines that it keeps to, and what focus mode makes faint. Only what is in view is
/// marked, anew with each step of the view.
class TextMarks : public QObject
{
    Q_OBJECT

public:
    explicit TextMarks(RstEditor *editor);

    /// Marks the problems of the text as it stands.
    void setProblems(const std::vector<session::Problem> &problems);
    /// Marks the words that no dictionary knows.
    void setMisspelt(const std::vector<session::SpelledWord> &words);
    /// Marks where a search looks, while it keeps to a part of the text; nothing, where that is nothing.
    void setSearched(const QTextCursor &part);
    /// Marks all that the expression finds there; nothing, where it is empty.
    void setHits(const QRegularExpression &expression);
    /// Another text comes.
    void clear();

    [[nodiscard]] const ProblemMarks &problems() const { return m_problems; }
    [[nodiscard]] const SpellingMarks &misspelt() const { return m_spelling; }

    void update();

Q_SIGNALS:
    /// The marks, or the lines that they stand in, are others now.
    void updated();

private:
    [[nodiscard]] QList<QTextEdit::ExtraSelection> searched(session::TextRange visible) const;
    [[nodiscard]] QList<QTextEdit::ExtraSelection> hits(session::TextRange visible) const;
    [[nodiscard]] session::TextRange searchedOf(session::TextRange visible) const;

    RstEditor *m_editor;
    ProblemMarks m_problems;
    SpellingMarks m_spelling;
    QTextCursor m_searched; // moves along with edits
    QRegularExpression m_hit;
    bool m_isMarking = false;
};

} // namespace ui
