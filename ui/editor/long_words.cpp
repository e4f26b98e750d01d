// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/long_words.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace ui {

namespace {

/// Breaking a word of this many characters takes about a millisecond, of ten times as many a hundred.
constexpr int tooLong = 5'000;

bool hasLongWord(const QTextBlock &line)
{
    if (line.length() <= tooLong)
        return false;
    const QString text = line.text();
    auto begin = text.cbegin();
    while (text.cend() - begin > tooLong) {
        const auto end = std::find_if(begin, text.cend(), [](QChar c) { return c.isSpace(); });
        if (end - begin > tooLong)
            return true;
        begin = end == text.cend() ? end : end + 1;
    }
    return false;
}

bool hasLongWord(QTextBlock line, const QTextBlock &end)
{
    for (; line.isValid() && line != end; line = line.next()) {
        if (hasLongWord(line))
            return true;
    }
    return false;
}

} // namespace

LongWords::LongWords(QPlainTextEdit *editor) : QObject(editor), m_editor(editor)
{
    // Told before the lines are broken.
    connect(editor->document(), &QTextDocument::contentsChange, this, &LongWords::look);
}

void LongWords::look(int position, int /*removed*/, int added)
{
    const QTextDocument &text = *m_editor->document();
    const bool breaksAnywhere = m_editor->wordWrapMode() == QTextOption::WrapAnywhere;
    // Where lines end anywhere the long word may be the one that went.
    const bool hasOne = breaksAnywhere ? hasLongWord(text.begin(), text.end())
                                       : hasLongWord(text.findBlock(position), text.findBlock(position + added).next());
    if (hasOne != breaksAnywhere)
        m_editor->setWordWrapMode(hasOne ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
}

} // namespace ui
