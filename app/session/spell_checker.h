// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/rendering.h"
#include "session/spelling_words.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

namespace session {

struct SpellingWorker;

/// What a dictionary says of a text.
struct SpellingResult {
    int revision = 0;
    QString language = {};   // that the post is in, like "en" or "pt-br"
    QString dictionary = {}; // that judged, like "en_US"; empty where there is none for the language
    std::vector<SpelledWord> wrong = {};
};

/// Checks the words of renderings with Sonnet's dictionaries, on a thread of its own, some time after the last key. Nothing
/// is loaded before the first check.
class SpellChecker : public QObject
{
    Q_OBJECT

public:
    explicit SpellChecker(QObject *parent = nullptr);
    ~SpellChecker() override;

    /// The user's own words, and names that are never wrong.
    void setKnown(const QStringList &personalWords, const QStringList &names);
    /// Never wrong either, until the program ends.
    void ignore(const QString &word);

    /// Answers with checked(), unless a later rendering comes first. `language` is the post's, like "en" or "pt-br".
    void check(const RenderingPtr &rendering, const QString &language);
    /// The same rendering again: what is known has changed.
    void checkAgain();
    /// Forgets what waits.
    void stop();

    /// Looks for words that may be meant, in the dictionary of the last check; answers with suggested().
    void suggest(const QString &word);

Q_SIGNALS:
    void checked(const session::SpellingResult &result);
    void suggested(const QString &word, const QStringList &suggestions);

private:
    void start();

    std::shared_ptr<SpellingWorker> m_worker; // touched on the spelling thread alone
    RenderingPtr m_rendering;
    QString m_language;
    QSet<QString> m_personal, m_names, m_ignored;
    QTimer m_pause;
    bool m_isBusy = false;
    bool m_isDue = false; // something came while busy
};

} // namespace session
