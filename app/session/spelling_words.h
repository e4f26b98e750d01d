// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_positions.h"

#include "rst/document/document.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace session {

struct Rendering;

/// A word of the text.
struct SpelledWord {
    TextRange range = {};
    QString word = {}; // with a plain apostrophe

    friend bool operator==(const SpelledWord &, const SpelledWord &) = default;
};

/// The words of a post that a dictionary may judge, in the order of the text: what readers read as prose. Markup, code,
/// literals, addresses, names of directives, roles and targets, and what has digits, dots or capitals within, are left out.
[[nodiscard]] std::vector<SpelledWord> wordsToSpell(const Rendering &rendering);

/// The words that names such as "Robin Okafor" are made of, in lower case.
[[nodiscard]] QSet<QString> wordsOfNames(const QStringList &names);

/// The names that a post's own metadata has: its authors, tags, locations and categories.
[[nodiscard]] QStringList namesOf(const Rendering &rendering);

/// Which of the dictionaries, named like "en_US", serves a post's language, written like "en" or "pt-br"; empty where none
/// does. Of several it takes the one for `locale`, and else the largest country's.
[[nodiscard]] QString dictionaryFor(const QString &language, const QString &locale, const QStringList &dictionaries);

} // namespace session
