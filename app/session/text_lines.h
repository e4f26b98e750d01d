// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"

#include <QString>

#include <vector>

namespace session {

/// The character at a position; a line end outside of the text.
[[nodiscard]] QChar charAt(const QString &text, int position);
[[nodiscard]] QString textOf(const QString &text, TextRange range);

/// Where a position is after changes, given in the order of the text. In a replaced range it keeps its distance from the
/// range's begin.
[[nodiscard]] int movedPosition(const std::vector<TextChange> &changes, int position);

/// The line that a position is in, without its end.
[[nodiscard]] TextRange lineAt(const QString &text, int position);
/// The lines that a selection touches; one that only ends at the begin of a line does not touch that line.
[[nodiscard]] std::vector<TextRange> linesOf(const QString &text, TextRange selection);
[[nodiscard]] bool isBlank(const QString &text, TextRange range);
/// How many blanks a line begins with.
[[nodiscard]] int indentOf(const QString &line);

/// The columns that a line takes, as docutils counts them: wide characters two, combining ones none.
[[nodiscard]] int columnsOf(const QString &line);
/// The position in a line at which so many columns have been taken; its end if it has fewer.
[[nodiscard]] int positionAtColumn(const QString &line, int column);

/// Whether a line is nothing but one punctuation character, twice or more, as below a title.
[[nodiscard]] bool isAdornment(const QString &line);
/// Whether a line is the adornment of a title of just that width.
[[nodiscard]] bool isAdornmentOf(const QString &line, int columns);
/// Whether two lines are a title and what underlines it.
[[nodiscard]] bool isTitleOver(const QString &title, const QString &underline);

/// How long the marker of a list item is that a line begins with, the blanks after it included; 0 for none.
[[nodiscard]] int bulletLength(const QString &line);
[[nodiscard]] int enumeratorLength(const QString &line);

} // namespace session
