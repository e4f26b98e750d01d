// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <QString>

namespace session {

/// Puts a block of its own after the paragraph at the cursor, though never above the post's title, or makes the selected
/// lines the content of `block`. In it, `¦` marks what is selected then: nothing but the place, or the words up to the next
/// `¦`.
[[nodiscard]] MarkupEdit insertedBlock(const QString &text, TextRange selection, const QString &block);

/// Makes the selected lines, or the paragraph at the cursor, a block quote; takes the indent away where all of them have
/// one.
[[nodiscard]] MarkupEdit toggledQuote(const QString &text, TextRange selection);

/// Puts a reference to a new footnote at the cursor, and the footnote, to be written, below the last one or at the end of
/// the text. Its label is a name of its own, so that the order of footnotes does not matter.
[[nodiscard]] MarkupEdit insertedFootnote(const QString &text, TextRange selection);

/// The language of the code block before the position; Python where there is none yet.
[[nodiscard]] QString languageBefore(const QString &text, int position);

} // namespace session
