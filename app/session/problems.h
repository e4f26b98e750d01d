// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_positions.h"

#include "rst/diagnostics/diagnostic.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

namespace session {

/// How bad a problem is: docutils' four levels, what docutils lets pass although readers will stumble over it, and what is
/// no fault of anybody's yet: the slots of a template. An export takes these for errors all the same.
enum class Severity : std::uint8_t { Unfilled, Info, LooksWrong, Warning, Error, Severe };

/// One thing that is wrong with the text.
struct Problem {
    Severity severity = Severity::Info;
    TextRange range = {};                         // of the offending characters
    int line = 1;                                 // of the range's begin, as the editor counts
    int column = 1;                               // in characters
    QString plain = {};                           // a sentence for people who do not know docutils
    QString formal = {};                          // docutils' own words; empty where docutils says nothing
    std::optional<rst::DiagnosticKind> kind = {}; // of the engine's message
    std::string_view rule = {};                   // of any other finding: "legacy.picture"
    std::optional<QString> replacement = {};      // what the range should read, where that is known
};

/// The severity in one word, translated.
[[nodiscard]] QString severityName(Severity severity);

/// What a message of the engine means, in plain words: whatever the kind, there are some.
[[nodiscard]] QString plainWords(rst::DiagnosticKind kind, const QString &message);

} // namespace session
