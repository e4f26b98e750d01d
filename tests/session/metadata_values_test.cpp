// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/metadata_values.h"

#include <QTest>

#include <ranges>

using namespace Qt::StringLiterals;
using namespace session;

namespace {

const QString announcement = u".. post:: 2026-03-02\n"
                             "   :tags: sprint, news\n"
                             "   :mood: sunny\n"
                             "   :author:  Robin  Okafor \n"
                             "\n"
                             "Ünïcode title 🎉\n"
                             "================\n"_s;

MetadataValues valuesOf(const QString &text)
{
    const std::string source = text.toStdString();
    return metadataValues(source, TextPositions(source), {}, {.year = 2026, .month = 3, .day = 10});
}

QString changed(QString text, const QString &name, const std::optional<QString> &value)
{
    const auto changes = metadataChanges(text, name, value, {});
    if (!changes)
        return changes.error();
    for (const TextChange &change : *changes | std::views::reverse)
        text.replace(change.range.begin, change.range.end - change.range.begin, change.replacement);
    return text;
}

} // namespace

class MetadataValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDateAndOptions();
    void tellsWhatTheDateMeans_data();
    void tellsWhatTheDateMeans();
    void seesThatThereIsNoPost();
    void changesOnlyTheBytesOfTheOption();
    void changesOnlyTheBytesOfTheDate();
    void givesTheSameTextBackWhenUndone();
};

void MetadataValuesTest::readsDateAndOptions()
{
    const MetadataValues values = valuesOf(announcement);
    QVERIFY(values.hasPost);
    QCOMPARE(values.date, u"2026-03-02"_s);
    QCOMPARE(values.day, QDate(2026, 3, 2));
    QCOMPARE(values.options.value(u"tags"_s), u"sprint, news"_s);
    QCOMPARE(values.options.value(u"mood"_s), u"sunny"_s);
    QCOMPARE(values.range.begin, 0);
}

void MetadataValuesTest::tellsWhatTheDateMeans_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<DateState>("state");
    QTest::newRow("none") << QString() << DateState::Draft;
    QTest::newRow("past") << u"2026-03-02"_s << DateState::Published;
    QTest::newRow("today") << u"10 March 2026"_s << DateState::Published;
    QTest::newRow("tomorrow") << u"2026-03-11"_s << DateState::Scheduled;
    QTest::newRow("no day") << u"2026-02"_s << DateState::Unsteady;
    QTest::newRow("words") << u"soon"_s << DateState::Unreadable;
    QTest::newRow("zone") << u"2026-03-02T10:30:00Z"_s << DateState::Unreadable;
}

void MetadataValuesTest::tellsWhatTheDateMeans()
{
    QFETCH(const QString, date);
    QFETCH(const DateState, state);
    const MetadataValues values = valuesOf(u".. post:: %1\n\nTitle\n=====\n"_s.arg(date));
    QCOMPARE(values.dateState, state);
    QVERIFY(!values.meaning.isEmpty());
}

void MetadataValuesTest::seesThatThereIsNoPost()
{
    QVERIFY(!valuesOf(u"Title\n=====\n\nText.\n"_s).hasPost);
}

void MetadataValuesTest::changesOnlyTheBytesOfTheOption()
{
    QString expected = announcement;
    QCOMPARE(changed(announcement, u"tags"_s, u"sprint, news, 🎉"_s),
             expected.replace(u"sprint, news"_s, u"sprint, news, 🎉"_s));
}

void MetadataValuesTest::changesOnlyTheBytesOfTheDate()
{
    QString expected = announcement;
    QCOMPARE(changed(announcement, dateField, u"2026-04-01"_s), expected.replace(u"2026-03-02"_s, u"2026-04-01"_s));
}

void MetadataValuesTest::givesTheSameTextBackWhenUndone()
{
    const QString without = changed(announcement, u"mood"_s, std::nullopt);
    QVERIFY(!without.contains(u"mood"_s));
    QCOMPARE(changed(changed(announcement, u"tags"_s, u"other"_s), u"tags"_s, u"sprint, news"_s), announcement);
}

QTEST_APPLESS_MAIN(MetadataValuesTest)
#include "metadata_values_test.moc"
