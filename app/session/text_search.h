// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"

#include <QRegularExpression>
#include <QString>

#include <expected>
#include <vector>

namespace session {

/// What is looked for.
struct SearchWords {
    QString words = {};
    bool matchesCase = false;
    bool matchesWholeWords = false;
    bool isExpression = false; // a regular expression in Perl's syntax; `^` and `$` are the ends of lines
};

/// The expression that finds it. The error is one sentence about what is wrong with the expression.
[[nodiscard]] std::expected<QRegularExpression, QString> searchExpression(const SearchWords &search);

/// The same expression, which gives up after some milliseconds where it would try for long: for marks that follow the view.
[[nodiscard]] QRegularExpression impatient(const QRegularExpression &expression);

/// Where it stands in the range, in the order of the text.
[[nodiscard]] std::vector<TextRange> occurrences(const QString &text, const QRegularExpression &expression,
                                                 TextRange within);

/// The changes that replace every occurrence in the range. For an expression `\1` to `\9` in the replacement stand for
/// its groups, `\0` for all of it, `\n` and `\t` for line end and tab; otherwise it is taken as it is.
[[nodiscard]] std::vector<TextChange> replacements(const QString &text, const QRegularExpression &expression,
                                                   const QString &replacement, const SearchWords &search,
                                                   TextRange within);

} // namespace session
