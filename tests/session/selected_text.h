// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <ranges>

/// A text with its selection in brackets; `[]` is a cursor.
struct Selected {
    explicit Selected(QString marked)
    {
        range.begin = int(marked.indexOf(u'['));
        marked.remove(range.begin, 1);
        range.end = int(marked.indexOf(u']'));
        marked.remove(range.end, 1);
        text = marked;
    }

    QString text;
    session::TextRange range;
};

/// The text after the edit, with the selection in brackets.
inline QString marked(const QString &text, const session::MarkupEdit &edit)
{
    QString result = text;
    for (const session::TextChange &change : edit.changes | std::views::reverse)
        result.replace(change.range.begin, change.range.end - change.range.begin, change.replacement);
    return result.insert(edit.selection.end, u']').insert(edit.selection.begin, u'[');
}
