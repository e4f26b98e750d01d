// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_history.h"
#include "session/text_changes.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace session;

class PostHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachStateOnce();
    void keepsPostsApart();
    void goesWithAFileThatIsRenamed();
    void goesWithACopy();
    void saysWhenAStateIsDamaged();
    void thinsOut();
    void changesOnlyWhatDiffers();
    void changesRebuildAnyText();
};

void PostHistoryTest::keepsEachStateOnce()
{
    const QTemporaryDir folder;
    PostHistory history(folder.path());
    for (const QString &text : {u"One\n"_s, u"One\n"_s, u"Two, ünd more\n"_s, QString()}) {
        history.keep(u"/a/post.rst"_s, text, Snapshot::Occasion::Saved);
        history.flush();
        QTest::qWait(2); // states are told apart by the time
    }
    const QList<Snapshot> states = snapshotsOf(folder.path(), u"/a/post.rst"_s);
    QCOMPARE(states.size(), 3);
    QCOMPARE(snapshotText(states[0]), QString());
    QCOMPARE(snapshotText(states[1]), u"Two, ünd more\n"_s);
    QCOMPARE(snapshotText(states[2]), u"One\n"_s);
    QVERIFY(states[0].taken >= states[1].taken);
    QVERIFY(states[0].taken.secsTo(QDateTime::currentDateTimeUtc()) < 60);
}

void PostHistoryTest::keepsPostsApart()
{
    const QTemporaryDir folder;
    PostHistory history(folder.path());
    history.keep(u"/a/post.rst"_s, u"One\n"_s, Snapshot::Occasion::Opened);
    history.keep(u"/b/post.rst"_s, u"Two\n"_s, Snapshot::Occasion::Opened);
    history.keep({}, u"Without a file\n"_s, Snapshot::Occasion::Opened);
    history.flush();
    QCOMPARE(snapshotsOf(folder.path(), u"/a/post.rst"_s).size(), 1);
    QCOMPARE(snapshotsOf(folder.path(), u"/b/post.rst"_s).size(), 1);
    QVERIFY(snapshotsOf(folder.path(), {}).isEmpty());
}

void PostHistoryTest::goesWithAFileThatIsRenamed()
{
    const QTemporaryDir folder;
    const QTemporaryDir posts;
    QVERIFY(QFile::link(posts.path(), folder.filePath(u"link"_s))); // by which the posts are known
    const QString one = folder.filePath(u"link/one.rst"_s);
    const QString two = folder.filePath(u"link/two.rst"_s);
    QFile file(one);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    PostHistory history(folder.path());
    history.keep(one, u"One\n"_s, Snapshot::Occasion::Opened);
    history.keep(two, u"Of another file, long ago\n"_s, Snapshot::Occasion::Saved);
    history.flush();
    QVERIFY(QFile::rename(one, two));
    history.carry(one, two);
    history.keep(two, u"Two\n"_s, Snapshot::Occasion::Saved);
    history.flush();
    QVERIFY(snapshotsOf(folder.path(), one).isEmpty());
    QStringList texts;
    for (const Snapshot &state : snapshotsOf(folder.path(), two))
        texts.append(snapshotText(state).value_or(u"?"_s));
    QCOMPARE(texts.size(), 3);
    QCOMPARE(texts.front(), u"Two\n"_s);
    QVERIFY(texts.contains(u"One\n"_s));
}

void PostHistoryTest::goesWithACopy()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"one.rst"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    PostHistory history(folder.path());
    history.keep(file.fileName(), u"One\n"_s, Snapshot::Occasion::Opened);
    history.carry(file.fileName(), folder.filePath(u"two.rst"_s));
    history.carry({}, folder.filePath(u"three.rst"_s));
    history.flush();
    QCOMPARE(snapshotsOf(folder.path(), file.fileName()).size(), 1); // which is still there
    QCOMPARE(snapshotsOf(folder.path(), folder.filePath(u"two.rst"_s)).size(), 1);
    QVERIFY(snapshotsOf(folder.path(), folder.filePath(u"three.rst"_s)).isEmpty());
}

void PostHistoryTest::saysWhenAStateIsDamaged()
{
    const QTemporaryDir folder;
    PostHistory history(folder.path());
    history.keep(u"/a/post.rst"_s, u"One\n"_s, Snapshot::Occasion::Saved);
    history.flush();
    const Snapshot state = snapshotsOf(folder.path(), u"/a/post.rst"_s).front();
    for (const QByteArray &bytes : {QByteArray("\xff\xff\xff\xff garbage"), QByteArray("x"), QByteArray()}) {
        QFile file(state.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(!snapshotText(state));
        QVERIFY(!snapshotText(state).error().isEmpty());
    }
}

void PostHistoryTest::thinsOut()
{
    const QDateTime now(QDate(2026, 3, 2), QTime(12, 0), QTimeZone::UTC);
    QList<Snapshot> states;
    for (int minutes = 0; minutes < 400 * 24 * 60; minutes += 10)
        states.append({.taken = now.addSecs(-minutes * 60), .size = 1000});
    const qsizetype left = states.size() - superfluous(states, now).size();
    QVERIFY2(left > 6 + 40 + 80 && left <= 200, qPrintable(QString::number(left)));
    for (Snapshot &state : states)
        state.size = 10 * 1024 * 1024;
    QCOMPARE(states.size() - superfluous(states, now).size(), 1); // the latest is kept, however large
    QVERIFY(superfluous({}, now).isEmpty());
}

void PostHistoryTest::changesOnlyWhatDiffers()
{
    const auto changes = textChanges(u"one\ntwo\nthree\nfour\n"_s, u"one\ntwx\nthree\nfour\nfive\n"_s);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0].range.begin, 6);
    QCOMPARE(changes[0].range.end, 7);
    QCOMPARE(changes[0].replacement, u"x"_s);
    QCOMPARE(changes[1].range.begin, changes[1].range.end);
    QVERIFY(textChanges(u"a\n"_s, u"a\n"_s).empty());
}

void PostHistoryTest::changesRebuildAnyText()
{
    std::mt19937 random(11);
    const auto randomText = [&random] {
        static const QString pieces[] = {u"a"_s, u"b"_s, u"\n"_s, u"\n"_s, u"\U0001F600"_s, u"\U0001F601"_s, u"é"_s};
        QString text;
        for (auto count = random() % 24; count > 0; --count)
            text += pieces[random() % std::size(pieces)];
        return text;
    };
    for (int i = 0; i < 20'000; ++i) {
        const QString before = randomText(), after = randomText();
        QString text = before;
        const auto changes = textChanges(before, after);
        int last = int(before.size());
        for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
            QVERIFY(change->range.begin >= 0 && change->range.begin <= change->range.end && change->range.end <= last);
            text.replace(change->range.begin, change->range.end - change->range.begin, change->replacement);
            last = change->range.begin;
        }
        QVERIFY2(text == after, qPrintable(before + u"--\n"_s + after + u"--\n"_s + text));
    }
}

QTEST_GUILESS_MAIN(PostHistoryTest)
#include "post_history_test.moc"
