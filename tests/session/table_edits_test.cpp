// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/table_edits.h"

#include "selected_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class TableEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aligns_data();
    void aligns();
    void leavesAlone_data();
    void leavesAlone();
    void walksThroughCells();
    void goesOnAfterTheLastCell();
    void insertsRowsAndColumns();
};

void TableEditsTest::aligns_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("ragged grid") << u"+---+---+\n| a longer[] | b |\n+===+===+\n| c | d |\n+---+---+\n"_s
                                 << u"+----------+---+\n| a longer[] | b |\n+==========+===+\n"
                                    "| c        | d |\n+----------+---+\n"_s;
    QTest::newRow("wide and combining characters")
        << u"+---+---+\n| 日本[] | b |\n+---+---+\n| e\u0301 | d |\n+---+---+\n"_s
        << u"+------+---+\n| 日本[] | b |\n+------+---+\n| e\u0301    | d |\n+------+---+\n"_s;
    QTest::newRow("shorter than its column")
        << u"+------+---+\n| a[]   | b |\n+------+---+\n"_s << u"+---+---+\n| a[] | b |\n+---+---+\n"_s;
    QTest::newRow("bars of a substitution")
        << u"+---+---+\n| |x| yy[] | b |\n+---+---+\n"_s << u"+--------+---+\n| |x| yy[] | b |\n+--------+---+\n"_s;
    QTest::newRow("indented") << u"x\n\n  +---+\n  | ab[] |\n  +---+\n"_s << u"x\n\n  +----+\n  | ab[] |\n  +----+\n"_s;
    QTest::newRow("simple") << u"==  ==\na longer[]  b\n==  ==\nc   d\n\nee  f\n==  ==\n\nx\n"_s
                            << u"========  ==\na longer[]  b\n========  ==\nc         d\n\nee        f\n"
                               "========  ==\n\nx\n"_s;
    QTest::newRow("simple, first column blank")
        << u"===  ==\na    b[]b\n     cc d\n===  ==\n"_s << u"==  ====\na   b[]b\n    cc d\n==  ====\n"_s;
}

void TableEditsTest::aligns()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const Selected text(before);
    QCOMPARE(marked(text.text, alignedTable(text.text, text.range.begin)), after);
}

void TableEditsTest::leavesAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no table") << u"a[] | b\n"_s;
    QTest::newRow("line block") << u"| a[]\n| b\n"_s;
    QTest::newRow("spans columns") << u"+---+---+\n| a[]     |\n+---+---+\n| b | c |\n+---+---+\n"_s;
    QTest::newRow("spans rows") << u"+---+---+\n| a[] | b |\n|   +---+\n|   | c |\n+---+---+\n"_s;
    QTest::newRow("simple with spans") << u"==  ==\na[]\n------\nb   c\n==  ==\n"_s;
    QTest::newRow("aligned already") << u"+---+\n| a[] |\n+---+\n"_s;
}

void TableEditsTest::leavesAlone()
{
    QFETCH(const QString, text);
    const Selected selected(text);
    QVERIFY(alignedTable(selected.text, selected.range.begin).changes.empty());
}

void TableEditsTest::walksThroughCells()
{
    const Selected text(u"+---+---+\n| aa[] | b |\n+---+---+\n| c | d |\n+---+---+\n"_s);
    QCOMPARE(marked(text.text, enteredCell(text.text, text.range.begin, CellStep::Next)),
             u"+----+---+\n| aa | [b] |\n+----+---+\n| c  | d |\n+----+---+\n"_s);
    const Selected first(u"+---+---+\n| a | b |\n+---+---+\n| c[] | d |\n+---+---+\n"_s);
    QCOMPARE(marked(first.text, enteredCell(first.text, first.range.begin, CellStep::Previous)),
             u"+---+---+\n| a | [b] |\n+---+---+\n| c | d |\n+---+---+\n"_s);
    const Selected simple(u"==  ==\na   b[]\n==  ==\nc   d\n==  ==\n"_s);
    QCOMPARE(marked(simple.text, enteredCell(simple.text, simple.range.begin, CellStep::Next)),
             u"==  ==\na   b\n==  ==\n[c]   d\n==  ==\n"_s);
}

void TableEditsTest::goesOnAfterTheLastCell()
{
    const Selected grid(u"+---+---+\n| a | b[] |\n+---+---+\nx\n"_s);
    QCOMPARE(marked(grid.text, enteredCell(grid.text, grid.range.begin, CellStep::Next)),
             u"+---+---+\n| a | b |\n+---+---+\n| []  |   |\n+---+---+\nx\n"_s);
    const Selected simple(u"==  ==\na   b[]\n==  ==\n"_s);
    QCOMPARE(marked(simple.text, enteredCell(simple.text, simple.range.begin, CellStep::Next)),
             u"==  ==\na   b\n[\\]\n==  ==\n"_s);
}

void TableEditsTest::insertsRowsAndColumns()
{
    const Selected text(u"+---+---+\n| a[] | b |\n|   | c |\n+===+===+\n| d | e |\n+---+---+\n"_s);
    QCOMPARE(marked(text.text, insertedRow(text.text, text.range.begin)),
             u"+---+---+\n| a | b |\n|   | c |\n+===+===+\n| []  |   |\n+---+---+\n| d | e |\n+---+---+\n"_s);
    QCOMPARE(marked(text.text, insertedColumn(text.text, text.range.begin)),
             u"+---+---+---+\n| a | []  | b |\n|   |   | c |\n+===+===+===+\n| d |   | e |\n+---+---+---+\n"_s);
    const Selected simple(u"==  ==\na   b[]\n==  ==\n"_s);
    QCOMPARE(marked(simple.text, insertedColumn(simple.text, simple.range.begin)),
             u"==  ==  ==\na   b   []\n==  ==  ==\n"_s);
}

QTEST_APPLESS_MAIN(TableEditsTest)
#include "table_edits_test.moc"
