// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace session {

/// A line of a text, without its end.
struct TextLine {
    QString text = {};
    int begin = 0; // in the text

    [[nodiscard]] qsizetype indent() const;
    [[nodiscard]] bool isBlank() const { return indent() == text.size(); }
};

[[nodiscard]] TextLine textLineAt(const QString &text, int position);

/// A character that names of directives, options and roles have.
[[nodiscard]] bool isNameCharacter(QChar c);
[[nodiscard]] bool isName(QStringView text);

/// The name of the directive that a line begins, in lower case; empty for any other line.
[[nodiscard]] QString directiveOf(const TextLine &line);

/// The directive whose options may stand in a line; empty where there is none.
[[nodiscard]] QString directiveAbove(const QString &text, const TextLine &line);

} // namespace session
