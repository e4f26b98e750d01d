// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_renderer.h"
#include "session/spell_checker.h"

#include "rst/engine.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class SpellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheWordsThatReadersSee_data();
    void findsTheWordsThatReadersSee();
    void givesTheirPlaces();
    void choosesADictionary();
    void findsMisspeltWords();
    void knowsNames();
    void saysWhereThereIsNoDictionary();
    void answersForTheLatestTextOnly();
    void endsWithItsLastCheck();

private:
    static RenderingPtr render(const QString &text, int revision = 1)
    {
        static const rst::Engine engine(rst::Dialect::Sphinx);
        return renderPost({.revision = revision, .text = text}, engine);
    }
    static QStringList words(const QString &text)
    {
        QStringList result;
        for (const SpelledWord &word : wordsToSpell(*render(text)))
            result.append(word.word);
        return result;
    }
    static QStringList wrongIn(const SpellingResult &result)
    {
        QStringList wrong;
        for (const SpelledWord &word : result.wrong)
            wrong.append(word.word);
        return wrong;
    }
};

void SpellingTest::findsTheWordsThatReadersSee_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("prose", u"Two words, and *more* **of** them."_s,
        {u"Two"_s, u"words"_s, u"and"_s, u"more"_s, u"of"_s, u"them"_s});
    row("apostrophes", u"Don’t say 'it's'."_s, {u"Don't"_s, u"say"_s, u"it's"_s});
    row("literals", u"The ``lytteral`` and :file:`fyle.txt` and :kbd:`Ctrll+X`"_s, {u"The"_s, u"and"_s, u"and"_s});
    row("addresses", u"See https://exampel.org/pagge or write to robbin@exampel.org"_s,
        {u"See"_s, u"or"_s, u"write"_s, u"to"_s});
    row("link", u"The `programme <https://exampel.org>`_ is out"_s, {u"The"_s, u"programme"_s, u"is"_s, u"out"_s});
    row("link to a word like itself", u"A `homelab <https://exampel.org/homelab>`_"_s, {u"homelab"_s});
    row("roles", u"Read :ref:`sum-labbel` and :doc:`othher`"_s, {u"Read"_s, u"and"_s});
    row("code", u"Code::\n\n    fooo = barr\n\n.. code-block:: python\n\n   bazz()"_s, {u"Code"_s});
    row("directives", u".. figure:: fotoo.png\n   :alt: altt\n   :class: clazz\n\n   A caption"_s, {u"caption"_s});
    row("post", u".. post:: 2026-03-02\n   :tags: sprynt\n   :author: Robbin\n\nTitle\n=====\n\nText"_s,
        {u"Title"_s, u"Text"_s});
    row("comments", u".. a commment\n\nText"_s, {u"Text"_s});
    row("targets", u".. _hawl: https://a.example\n\nSee the hawl_"_s, {u"See"_s, u"the"_s, u"hawl"_s});
    row("footnotes", u"See [#nott]_ there.\n\n.. [#nott] Words"_s, {u"See"_s, u"there"_s, u"Words"_s});
    row("names of things", u"PSF, PyPI, setup.py, 3rd, Q4, python.org and __init__"_s, {u"and"_s});
    row("substitution", u"Is |name| here?\n\n.. |name| replace:: the one"_s, {u"Is"_s, u"here"_s, u"the"_s, u"one"_s});
    row("marks", u"Cafe\u0301 naïve Ελλάδα"_s, {u"Cafe\u0301"_s, u"naïve"_s, u"Ελλάδα"_s});
    row("without spaces", u"The 日本語 and テスト teams"_s, {u"The"_s, u"and"_s, u"teams"_s});
    row("nothing", u""_s, {});
}

void SpellingTest::findsTheWordsThatReadersSee()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(words(text), expected);
}

void SpellingTest::givesTheirPlaces()
{
    const QString text = u"😀 Ünder *the* sky\n   and  back — “again”"_s;
    for (const SpelledWord &word : wordsToSpell(*render(text)))
        QCOMPARE(text.sliced(word.range.begin, word.range.end - word.range.begin), word.word);
}

void SpellingTest::choosesADictionary()
{
    const QStringList known{u"de_CH"_s, u"de_DE"_s, u"en_GB"_s, u"en_US"_s, u"pt_BR"_s};
    QCOMPARE(dictionaryFor(u"en"_s, u"C"_s, known), u"en_US"_s);
    QCOMPARE(dictionaryFor(u"en"_s, u"en_GB"_s, known), u"en_GB"_s);
    QCOMPARE(dictionaryFor(u"en-GB"_s, u"en_US"_s, known), u"en_GB"_s);
    QCOMPARE(dictionaryFor(u"de"_s, u"en_GB"_s, known), u"de_DE"_s);
    QCOMPARE(dictionaryFor(u"pt"_s, u"C"_s, known), u"pt_BR"_s);
    QCOMPARE(dictionaryFor(u"pt_br"_s, u"C"_s, known), u"pt_BR"_s);
    QCOMPARE(dictionaryFor(u"fi"_s, u"C"_s, known), QString());
}

void SpellingTest::findsMisspeltWords()
{
    SpellChecker checker;
    QSignalSpy checked(&checker, &SpellChecker::checked);
    checker.check(render(u"The annoucement is out. ``annoucement``"_s), u"en"_s);
    QTRY_COMPARE(checked.count(), 1);
    const auto result = checked.front().front().value<SpellingResult>();
    QVERIFY2(result.dictionary.startsWith(u"en"_s), "hunspell-en-us is needed");
    QCOMPARE(wrongIn(result), QStringList({u"annoucement"_s}));
    QCOMPARE(result.wrong.front().range, (TextRange{4, 15}));

    QSignalSpy suggested(&checker, &SpellChecker::suggested);
    checker.suggest(u"annoucement"_s);
    QTRY_COMPARE(suggested.count(), 1);
    QVERIFY(suggested.front().at(1).toStringList().contains(u"announcement"_s));
}

void SpellingTest::knowsNames()
{
    SpellChecker checker;
    QSignalSpy checked(&checker, &SpellChecker::checked);
    checker.setKnown({u"frobnicate"_s}, {u"Zsuzsanna Okaforova"_s, u"vorpal-sprynt"_s});
    const QString text = u".. post:: 2026-03-02\n   :author: Xochitl Qwertz\n\nXochitl, Qwertz’s and Okaforova "
                         u"frobnicate the vorpal sprynt zzyzxian."_s;
    checker.check(render(text), u"en"_s);
    QTRY_COMPARE(checked.count(), 1);
    QCOMPARE(wrongIn(checked.takeFirst().front().value<SpellingResult>()), QStringList({u"zzyzxian"_s}));
    checker.ignore(u"Zzyzxian"_s);
    QTRY_COMPARE(checked.count(), 1);
    QVERIFY(checked.takeFirst().front().value<SpellingResult>().wrong.empty());
}

void SpellingTest::saysWhereThereIsNoDictionary()
{
    SpellChecker checker;
    QSignalSpy checked(&checker, &SpellChecker::checked);
    checker.check(render(u"Sanoja qwxz"_s), u"tlh"_s);
    QTRY_COMPARE(checked.count(), 1);
    const auto result = checked.front().front().value<SpellingResult>();
    QCOMPARE(result.language, u"tlh"_s);
    QVERIFY(result.dictionary.isEmpty());
    QVERIFY(result.wrong.empty());
}

void SpellingTest::answersForTheLatestTextOnly()
{
    SpellChecker checker;
    QSignalSpy checked(&checker, &SpellChecker::checked);
    checker.check(render(u"wrongg"_s, 1), u"en"_s);
    checker.checkAgain(); // is under way now, or answered already
    const qsizetype before = checked.count();
    checker.check(render(u"wronggg"_s, 2), u"en"_s);
    checker.checkAgain();
    QTRY_COMPARE(checked.count(), before + 1);
    QCOMPARE(checked.back().front().value<SpellingResult>().revision, 2);
    checker.stop();
    checker.checkAgain();
    QCOMPARE(checked.count(), before + 1);
}

void SpellingTest::endsWithItsLastCheck()
{
    QString text;
    for (char16_t a = u'a'; a <= u'z'; ++a) {
        for (char16_t b = u'a'; b <= u'z'; ++b) {
            for (char16_t c = u'a'; c <= u'z'; ++c)
                text += u"wurd"_s + a + b + c + u' '; // a dictionary takes its time for each of them
        }
    }
    const RenderingPtr rendering = render(text);
    auto checker = std::make_unique<SpellChecker>();
    checker->check(rendering, u"en"_s);
    (void)QTest::qWaitFor([&] { return rendering.use_count() > 2; }, 2'000); // the check has it, too
    checker.reset();
    QCOMPARE(rendering.use_count(), 1); // or it would go on while the program ends
}

QTEST_GUILESS_MAIN(SpellingTest)
#include "spelling_test.moc"
