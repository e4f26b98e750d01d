// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_positions.h"

#include <QString>

#include <cstdint>

namespace session {

/// How bad a problem is: docutils' four levels, and what docutils lets pass although readers will stumble over it.
enum class Severity : std::uint8_t { Info, LooksWrong, Warning, Error, Severe };

/// One thing that is wrong with the text.
struct Problem {
    Severity severity = Severity::Info;
    TextRange range = {}; // of the offending characters
    int line = 1;         // of the range's begin, as the editor counts
    int column = 1;       // in characters
    QString plain = {};   // a sentence for people who do not know docutils
    QString formal = {};  // docutils' own words; empty where docutils says nothing
};

/// The severity in one word, translated.
[[nodiscard]] QString severityName(Severity severity);

/// What a message of docutils means, in plain words; the message itself where there is nothing plainer to say.
[[nodiscard]] QString plainWords(const QString &message);

} // namespace session
