// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/spell_checker.h"

#include <QHash>
#include <QLocale>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <Sonnet/Speller>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr int pauseInTyping = 250;       // ms
constexpr qsizetype mostJudged = 50'000; // words whose judgement is kept
constexpr qsizetype mostSuggestions = 7;

/// Sonnet's loader is no friend of two threads: all windows share this one, which stays.
QThreadPool &spellingThread()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    pool.setExpiryTimeout(-1);
    return pool;
}

} // namespace

/// The dictionary in use, and what it has said.
struct SpellingWorker {
    std::optional<Sonnet::Speller> speller;
    QString language;
    QString dictionary; // empty where there is none for the language
    QHash<QString, bool> isWrong;

    void use(const QString &wanted)
    {
        if (speller && language == wanted)
            return;
        language = wanted;
        isWrong.clear();
        if (!speller)
            speller.emplace();
        const QString found = dictionaryFor(wanted, QLocale::system().name(), speller->availableLanguages());
        if (!found.isEmpty() && speller->language() != found)
            speller->setLanguage(found);
        dictionary = found.isEmpty() || !speller->isValid() ? QString() : found;
    }

    bool judge(const QString &word)
    {
        if (const auto known = isWrong.constFind(word); known != isWrong.constEnd())
            return *known;
        if (isWrong.size() > mostJudged)
            isWrong.clear();
        return *isWrong.insert(word, speller->isMisspelled(word));
    }
};

namespace {

/// A name's word, also with the `'s` of a genitive.
bool isKnown(const QSet<QString> &names, const QString &word)
{
    const QString lower = word.toLower();
    return names.contains(lower) || (lower.endsWith("'s"_L1) && names.contains(lower.chopped(2)));
}

SpellingResult judged(SpellingWorker &worker, const Rendering &rendering, const QString &language,
                      const QSet<QString> &known)
{
    SpellingResult result{.revision = rendering.revision, .language = language};
    worker.use(result.language);
    result.dictionary = worker.dictionary;
    if (result.dictionary.isEmpty())
        return result;
    const QSet<QString> names = wordsOfNames(namesOf(rendering));
    for (SpelledWord &word : wordsToSpell(rendering)) {
        if (!isKnown(known, word.word) && !isKnown(names, word.word) && worker.judge(word.word))
            result.wrong.push_back(std::move(word));
    }
    return result;
}

} // namespace

SpellChecker::SpellChecker(QObject *parent) : QObject(parent), m_worker(std::make_shared<SpellingWorker>())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &SpellChecker::start);
}

SpellChecker::~SpellChecker()
{
    // The speller ends where it was used, and not after the program. To wait for a future would run what has not begun yet
    // on this thread, beside the check that is still under way.
    spellingThread().start([worker = std::exchange(m_worker, nullptr)]() mutable { worker.reset(); });
    spellingThread().waitForDone();
}

void SpellChecker::setKnown(const QStringList &personalWords, const QStringList &names)
{
    m_personal = wordsOfNames(personalWords);
    m_names = wordsOfNames(names);
    checkAgain();
}

void SpellChecker::ignore(const QString &word)
{
    m_ignored.insert(word.toLower());
    checkAgain();
}

void SpellChecker::check(const RenderingPtr &rendering, const QString &language)
{
    m_rendering = rendering;
    m_language = language;
    m_pause.start();
}

void SpellChecker::checkAgain()
{
    if (m_rendering)
        start();
}

void SpellChecker::stop()
{
    m_rendering.reset();
    m_pause.stop();
}

void SpellChecker::start()
{
    m_pause.stop(); // what it waits for begins now, or as soon as the thread is free
    m_isDue = m_isBusy;
    if (m_isBusy || !m_rendering)
        return;
    m_isBusy = true;
    QtConcurrent::run(&spellingThread(), [worker = m_worker, rendering = m_rendering, language = m_language,
                                          known = m_personal + m_names + m_ignored] {
        return judged(*worker, *rendering, language, known);
    }).then(this, [this](const SpellingResult &result) {
        m_isBusy = false;
        if (m_isDue)
            start();
        else if (m_rendering && m_rendering->revision == result.revision)
            Q_EMIT checked(result);
    });
}

void SpellChecker::suggest(const QString &word)
{
    QtConcurrent::run(&spellingThread(), [worker = m_worker, word] {
        if (!worker->speller || worker->dictionary.isEmpty())
            return QStringList();
        const QStringList all = worker->speller->suggest(word);
        return all.first(std::min(mostSuggestions, all.size()));
    }).then(this, [this, word](const QStringList &suggestions) { Q_EMIT suggested(word, suggestions); });
}

} // namespace session
