// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/text_search.h"
#include "session/text_statistics.h"

#include <QTest>

#include <ranges>

using namespace Qt::StringLiterals;
using namespace session;

class TextSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaces_data();
    void replaces();
    void keepsToItsRange();
    void saysWhatIsWrongWithAnExpression();
    void givesUpOnEndlessExpressions();
    void countsWords();
};

void TextSearchTest::replaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SearchWords>("search");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QString>("after");
    QTest::newRow("words") << u"A cat, a Cat"_s << SearchWords{.words = u"cat"_s} << u"dog"_s << u"A dog, a dog"_s;
    QTest::newRow("case") << u"A cat, a Cat"_s << SearchWords{.words = u"Cat"_s, .matchesCase = true} << u"dog"_s
                          << u"A cat, a dog"_s;
    QTest::newRow("whole words") << u"cat concat"_s << SearchWords{.words = u"cat"_s, .matchesWholeWords = true}
                                 << u"dog"_s << u"dog concat"_s;
    QTest::newRow("no expression") << u"a.b axb"_s << SearchWords{.words = u"a.b"_s} << u"\\1"_s << u"\\1 axb"_s;
    QTest::newRow("groups") << u"12.03.2026"_s
                            << SearchWords{.words = u"(\\d+)\\.(\\d+)\\.(\\d+)"_s, .isExpression = true}
                            << u"\\3-\\2-\\1"_s << u"2026-03-12"_s;
    QTest::newRow("begin of line") << u"a\na\n"_s << SearchWords{.words = u"^a$"_s, .isExpression = true} << u"b\\n"_s
                                   << u"b\n\nb\n\n"_s;
    QTest::newRow("letters of all scripts")
        << u"Ärger ÄRGER"_s << SearchWords{.words = u"ärger"_s} << u"x"_s << u"x x"_s;
}

void TextSearchTest::replaces()
{
    QFETCH(QString, text);
    QFETCH(const SearchWords, search);
    QFETCH(const QString, replacement);
    QFETCH(const QString, after);
    const auto expression = searchExpression(search);
    QVERIFY(expression);
    const auto changes = replacements(text, *expression, replacement, search, {0, int(text.size())});
    for (const TextChange &change : changes | std::views::reverse)
        text.replace(change.range.begin, change.range.end - change.range.begin, change.replacement);
    QCOMPARE(text, after);
}

void TextSearchTest::keepsToItsRange()
{
    const auto expression = searchExpression({.words = u"a"_s});
    const std::vector<TextRange> found = occurrences(u"a a a a"_s, *expression, {1, 5});
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found.front().begin, 2);
    const auto whole = searchExpression({.words = u"cat"_s, .matchesWholeWords = true});
    QVERIFY(occurrences(u"concat"_s, *whole, {3, 6}).empty());
}

void TextSearchTest::saysWhatIsWrongWithAnExpression()
{
    const auto expression = searchExpression({.words = u"a(b"_s, .isExpression = true});
    QVERIFY(!expression);
    QVERIFY2(expression.error().contains(u"character 4"_s), qPrintable(expression.error()));
}

void TextSearchTest::givesUpOnEndlessExpressions()
{
    const auto expression = searchExpression({.words = u"(a+)+$"_s, .isExpression = true});
    QVERIFY(expression);
    QVERIFY(occurrences(QString(5000, u'a') + u'b', *expression, {0, 5001}).empty());
}

void TextSearchTest::countsWords()
{
    QCOMPARE(wordsIn({}), 0);
    QCOMPARE(wordsIn(u"It’s 3 o'clock – now."_s), 4);
    QCOMPARE(readingMinutes(0), 0);
    QCOMPARE(readingMinutes(460), 2);
}

QTEST_APPLESS_MAIN(TextSearchTest)
#include "text_search_test.moc"
