// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <QString>

#include <optional>

namespace session {

/// What Return does at a position. A list goes on with its next marker, numbered lists count on, a line block gets its
/// bar; an empty item ends its list, or goes on with the list around it. In quotes and directives the next line keeps the
/// indent; on a second blank line it leaves the block. No changes: Return only begins a line.
[[nodiscard]] MarkupEdit continuedLine(const QString &text, int position);

/// What Tab does: the selected lines go to the next column at which something above begins or could begin. So a list item
/// becomes part of the item above, with the blank line that reStructuredText asks for. Within a line it fills up with
/// blanks.
[[nodiscard]] MarkupEdit indentedLines(const QString &text, TextRange selection);

/// What Shift+Tab does: the way back.
[[nodiscard]] MarkupEdit outdentedLines(const QString &text, TextRange selection);

/// The first place to be filled in after the position, or else the first one of the text: a slot of a template
/// (post/template_slots.h), or the words that stand for a picture's description until somebody writes it.
[[nodiscard]] std::optional<TextRange> nextSlot(const QString &text, int position);
/// The first description of a picture from the position on that is still to be written.
[[nodiscard]] std::optional<TextRange> nextDescription(const QString &text, qsizetype position);
/// Whether Tab at a selection means the line's indent, rather than something in it.
[[nodiscard]] bool isAtIndent(const QString &text, TextRange selection);

} // namespace session
