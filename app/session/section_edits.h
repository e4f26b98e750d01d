// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace session {

/// A section as its adornments tell it, which needs no engine: the text may be half typed.
struct TextSection {
    int level = 1;          // 1 for the style that the text uses first
    TextRange heading = {}; // overline, title and underline, without the last line end
    TextRange title = {};   // the title's line
    TextRange underline = {};
    bool hasOverline = false;
    int end = 0; // where the next section of this level or above begins, or the text ends
};

/// The sections in the order of the text. Titles inside of literal text, directives and the like are indented, and so
/// are none.
[[nodiscard]] std::vector<TextSection> sectionsOf(const QString &text);

enum class Move : std::uint8_t { Up, Down };

/// Swaps the section at the position, all below it included, with its neighbour of the same level. The cursor moves
/// along. No changes where there is no such neighbour.
[[nodiscard]] MarkupEdit movedSection(const QString &text, int position, Move direction);

enum class Shift : std::uint8_t { Promote, Demote };

/// Makes the section at the position, all below it included, one level higher or deeper. Each heading gets the adornment
/// that the text uses for its new level, or the house's where the text has none yet. No changes where that would leave a
/// gap between levels: docutils takes no section that skips one.
[[nodiscard]] MarkupEdit shiftedSection(const QString &text, int position, Shift shift);

} // namespace session
