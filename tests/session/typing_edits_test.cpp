// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/typing_edits.h"

#include "selected_text.h"
#include "session/enumerators.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class TypingEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returns_data();
    void returns();
    void leavesReturnAlone_data();
    void leavesReturnAlone();
    void indents_data();
    void indents();
    void outdents_data();
    void outdents();
    void counts_data();
    void counts();
};

void TypingEditsTest::returns_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("bullet") << u"* one[]"_s << u"* one\n* []"_s;
    QTest::newRow("in the middle of it") << u"- one[] two"_s << u"- one\n- []two"_s;
    QTest::newRow("nested") << u"* a\n\n  - b[]\n"_s << u"* a\n\n  - b\n  - []\n"_s;
    QTest::newRow("spaced list") << u"* a\n\n* b[]\n"_s << u"* a\n\n* b\n\n* []\n"_s;
    QTest::newRow("numbers") << u"9. nine[]\n"_s << u"9. nine\n10. []\n"_s;
    QTest::newRow("those below count on")
        << u"1. a[]\n2. b\n   more\n3. c\n\n5. d\n"_s << u"1. a\n2. []\n3. b\n   more\n4. c\n\n5. d\n"_s;
    QTest::newRow("letters") << u"(a) x[]\n"_s << u"(a) x\n(b) []\n"_s;
    QTest::newRow("automatic") << u"#. x[]\n"_s << u"#. x\n#. []\n"_s;
    QTest::newRow("line block") << u"| a[]\n"_s << u"| a\n| []\n"_s;
    QTest::newRow("empty item ends the list") << u"* a\n* []\n"_s << u"* a\n\n[]\n"_s;
    QTest::newRow("empty item of a spaced list") << u"* a\n\n* []\n"_s << u"* a\n\n[]\n"_s;
    QTest::newRow("empty nested item goes up") << u"1. a\n\n   * b\n   * []\n"_s << u"1. a\n\n   * b\n\n2. []\n"_s;
    QTest::newRow("empty line of a line block") << u"| a\n| []\n"_s << u"| a\n\n[]\n"_s;
    QTest::newRow("quote") << u"    words[]\n"_s << u"    words\n    []\n"_s;
    QTest::newRow("below a directive") << u".. note::[]\n"_s << u".. note::\n   []\n"_s;
    QTest::newRow("option") << u".. image:: x\n   :alt: y[]\n"_s << u".. image:: x\n   :alt: y\n   []\n"_s;
    QTest::newRow("blank line within") << u".. note::\n   []\n"_s << u".. note::\n\n   []\n"_s;
    QTest::newRow("second blank line leaves") << u".. note::\n\n   x\n\n   []\n"_s << u".. note::\n\n   x\n\n[]\n"_s;
    QTest::newRow("literal text") << u"Like this::[]\n"_s << u"Like this::\n\n   []\n"_s;
    const QString table = u".. list-table:: T\n   :header-rows: 1\n\n   * - a\n     - b\n"_s;
    QTest::newRow("first row of a table") << u".. list-table:: T\n\n   * - a\n     - b[]\n"_s
                                          << u".. list-table:: T\n\n   * - a\n     - b\n     - []\n"_s;
    QTest::newRow("empty cell begins a row") << table + u"     - []\n"_s << table + u"   * - []\n"_s;
    QTest::newRow("cell of a table") << table + u"   * - c[]\n"_s << table + u"   * - c\n     - []\n"_s;
    QTest::newRow("last cell of a row") << table + u"   * - c\n     - d[]\n"_s
                                        << table + u"   * - c\n     - d\n   * - []\n"_s;
    QTest::newRow("list in a cell") << table + u"   * - c\n\n       - x[]\n"_s
                                    << table + u"   * - c\n\n       - x\n       - []\n"_s;
    QTest::newRow("empty row leaves the table") << table + u"   * - []\n"_s << table + u"\n[]\n"_s;
    QTest::newRow("a list in lists elsewhere")
        << u"* - a\n  - b\n* - c\n  - d[]\n"_s << u"* - a\n  - b\n* - c\n  - d\n  - []\n"_s;
    QTest::newRow("text of an item") << u"* one\n  two[]\n"_s << u"* one\n  two\n  []\n"_s;
}

void TypingEditsTest::returns()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const Selected text(before);
    QCOMPARE(marked(text.text, continuedLine(text.text, text.range.begin)), after);
}

void TypingEditsTest::leavesReturnAlone_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("paragraph") << u"words[]\n"_s;
    QTest::newRow("before the marker") << u"[]* a\n"_s;
    QTest::newRow("adornment") << u"T\n--[]\n"_s;
    QTest::newRow("emphasis is no list") << u"*word* x[]\n"_s;
    QTest::newRow("blank") << u"a\n\n[]\n"_s;
    QTest::newRow("nothing") << u"[]"_s;
    QTest::newRow("sentence") << u"I.am no list[]er"_s;
}

void TypingEditsTest::leavesReturnAlone()
{
    QFETCH(const QString, before);
    const Selected text(before);
    QVERIFY(continuedLine(text.text, text.range.begin).changes.empty());
}

void TypingEditsTest::indents_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("within a line") << u"ab[]c\n"_s << u"ab []c\n"_s;
    QTest::newRow("at its begin") << u"[]ab\n"_s << u"   []ab\n"_s;
    QTest::newRow("item becomes part of the one above") << u"* a\n* []b\n"_s << u"* a\n\n  * []b\n"_s;
    QTest::newRow("with what belongs to it")
        << u"1. a\n\n2. []b\n\n   c\n\n3. d\n"_s << u"1. a\n\n   2. []b\n\n      c\n\n3. d\n"_s;
    QTest::newRow("to the content of a directive") << u".. note::\n\n[]words\n"_s << u".. note::\n\n   []words\n"_s;
    QTest::newRow("lines") << u"[a\n\nb]\n"_s << u"   [a\n\n   b]\n"_s;
}

void TypingEditsTest::indents()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const Selected text(before);
    QCOMPARE(marked(text.text, indentedLines(text.text, text.range)), after);
}

void TypingEditsTest::outdents_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("item") << u"* a\n\n  * []b\n"_s << u"* a\n\n* []b\n"_s;
    QTest::newRow("lines") << u"   [a\n     b]\n"_s << u"[a\n  b]\n"_s;
    QTest::newRow("by one level") << u"1. a\n\n   * b\n\n     c[]\n"_s << u"1. a\n\n   * b\n\n   c[]\n"_s;
}

void TypingEditsTest::outdents()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const Selected text(before);
    QCOMPARE(marked(text.text, outdentedLines(text.text, text.range)), after);
}

void TypingEditsTest::counts_data()
{
    QTest::addColumn<QString>("marker");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("next");
    QTest::newRow("number") << u"(9) "_s << QString() << u"(10) "_s;
    QTest::newRow("i after nothing is Roman") << u"i. "_s << QString() << u"ii. "_s;
    QTest::newRow("i after h is a letter") << u"i. "_s << u"h. "_s << u"j. "_s;
    QTest::newRow("v after iv") << u"v) "_s << u"iv) "_s << u"vi) "_s;
    QTest::newRow("c alone") << u"C. "_s << QString() << u"D. "_s;
    QTest::newRow("Roman") << u"XIX. "_s << QString() << u"XX. "_s;
    QTest::newRow("last letter") << u"z. "_s << QString() << QString();
    QTest::newRow("bullet") << u"* "_s << QString() << QString();
}

void TypingEditsTest::counts()
{
    QFETCH(const QString, marker);
    QFETCH(const QString, before);
    QFETCH(const QString, next);
    QCOMPARE(nextEnumerator(marker, before), next);
}

QTEST_APPLESS_MAIN(TypingEditsTest)
#include "typing_edits_test.moc"
