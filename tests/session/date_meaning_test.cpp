// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/date_meaning.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class DateMeaningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void saysWhatTheSiteMakesOfIt_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("words");
        QTest::newRow("draft") << QString() << u"draft"_s;
        QTest::newRow("past") << u"2026-03-02"_s << u"Public since"_s;
        QTest::newRow("today") << u"2026-11-25"_s << u"Public with today's build: it is"_s;
        QTest::newRow("later today") << u"2026-11-25 23:00"_s << u"already (Europe/Lisbon)"_s;
        QTest::newRow("tomorrow") << u"2026-11-26"_s << u"Hidden until a build on or after Thursday, 26"_s;
        QTest::newRow("its clock") << u"2026-11-26"_s << u"(here: Europe/Lisbon)"_s;
        QTest::newRow("zone") << u"2026-11-26 10:00 +02:00"_s << u"time zone stops"_s;
        QTest::newRow("none") << u"soon"_s << u"Write one like 2026-11-25"_s;
    }
    void saysWhatTheSiteMakesOfIt()
    {
        QFETCH(const QString, date);
        QFETCH(const QString, words);
        const post::DateTime today{.year = 2026, .month = 11, .day = 25, .hour = 12};
        const post::ParsedDate parsed =
            date.isEmpty() ? post::ParsedDate() : post::parseDate(date.toStdString(), "%Y-%m-%d %H:%M", today);
        const QString meaning = session::dateMeaning(parsed, today, u"Europe/Lisbon"_s);
        QVERIFY2(meaning.contains(words), qPrintable(meaning));
    }
};

QTEST_GUILESS_MAIN(DateMeaningTest)

#include "date_meaning_test.moc"
