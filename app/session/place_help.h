// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/completion.h"

#include <QString>

namespace session {

/// What is worth knowing about a place of a text.
struct PlaceHelp {
    QString text = {};    // plain, of some lines; empty where there is nothing to say
    QString picture = {}; // the file of the blog that the place names; empty for none
};

/// Helps with what stands at a position: a directive, an option or a role in the engine's words, where a link leads, what a
/// footnote says, what a substitution stands for, the picture of a directive.
[[nodiscard]] PlaceHelp placeHelp(const QString &text, int position, const CompletionSources &sources);

} // namespace session
