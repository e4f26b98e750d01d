// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace session {

/// How many words a piece of text has, by Unicode's rules for the ends of words.
[[nodiscard]] int wordsIn(const QString &text);

/// Whole minutes that it takes to read so many words, rounded; 0 for less than half a minute.
[[nodiscard]] int readingMinutes(int words);

} // namespace session
