// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/text_positions.h"

#include <QTest>

using namespace session;

class TextPositionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryCharacterBothWays_data();
    void mapsEveryCharacterBothWays();
    void countsOffsetsInsideACharacterAsItsBegin();
    void countsOffsetsPastTheEndAsTheEnd();
    void countsLinesAndColumns();
};

void TextPositionsTest::mapsEveryCharacterBothWays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("ascii") << QStringLiteral("plain\ntext\n");
    QTest::newRow("accents") << QStringLiteral("Zażółć gęślą jaźń");
    QTest::newRow("beyond the basic plane") << QStringLiteral("a🎉b👩🏽‍🚀c");
    QTest::newRow("longer than a checkpoint") << QStringLiteral("añ🎉\n").repeated(400);
}

void TextPositionsTest::mapsEveryCharacterBothWays()
{
    QFETCH(const QString, text);
    const std::string utf8 = text.toStdString();
    const TextPositions positions(utf8);
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i].isLowSurrogate())
            continue;
        const auto byte = std::size_t(text.first(i).toUtf8().size());
        QCOMPARE(positions.utf16At(byte), int(i));
        QCOMPARE(positions.byteAt(int(i)), byte);
    }
}

void TextPositionsTest::countsOffsetsInsideACharacterAsItsBegin()
{
    const std::string utf8 = "a🎉b";
    const TextPositions positions(utf8);
    QCOMPARE(positions.utf16At(3), 1);
    QCOMPARE(positions.byteAt(2), std::size_t(1)); // between the halves of a surrogate pair
}

void TextPositionsTest::countsOffsetsPastTheEndAsTheEnd()
{
    const std::string utf8 = "é";
    const TextPositions positions(utf8);
    QCOMPARE(positions.utf16At(100), 1);
    QCOMPARE(positions.byteAt(100), std::size_t(2));
    QCOMPARE(positions.byteAt(-1), std::size_t(0));
}

void TextPositionsTest::countsLinesAndColumns()
{
    const std::string utf8 = "one\nzwölf x\n";
    const TextPositions positions(utf8);
    QCOMPARE(positions.lineAt(0), 1);
    QCOMPARE(positions.lineAt(3), 1);
    QCOMPARE(positions.lineAt(4), 2);
    QCOMPARE(positions.columnAt(utf8.find('x')), 7);
    QCOMPARE(positions.lineBegin(2), std::size_t(4));
    QCOMPARE(positions.lineEnd(2), utf8.size() - 1);
    QCOMPARE(positions.lineBegin(99), utf8.size());
}

QTEST_APPLESS_MAIN(TextPositionsTest)
#include "text_positions_test.moc"
