// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace session {

/// What a command of the tool bar does to a text, and what is selected then. No changes: there is nothing to do here.
struct MarkupEdit {
    std::vector<TextChange> changes = {}; // in the order of the text, apart from one another
    TextRange selection = {};             // in the changed text
};

/// Puts inline markup (`*`, `**` or two backquotes) around the selection, or the word at the cursor; takes it away where
/// it is already. Next to a letter the markup gets the escaped blank that reStructuredText asks for.
[[nodiscard]] MarkupEdit toggledInline(const QString &text, TextRange selection, const QString &mark);

/// Makes a hyperlink of the selection; where nothing is selected its words are `title`. What is to be filled in is
/// selected: the address, or else the words.
[[nodiscard]] MarkupEdit insertedLink(const QString &text, TextRange selection, const QString &address,
                                      const QString &title = {});

/// Makes the line at `position` a heading of a level (1 for the post's title, 0 for no heading). The adornment is the one
/// that the text uses for this level, at the width that docutils counts.
[[nodiscard]] MarkupEdit changedHeading(const QString &text, int position, int level);

} // namespace session
