// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/draft_journal.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class DraftJournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsTheLatestTextWithinASecond();
    void isLookedAfterWhileItsProgramRuns();
    void isLeftBehindByAProgramThatIsGone();
    void goesWithAFileThatIsRenamed();
    void forgetsWhatIsSaved();
    void leavesNothingWithoutChanges();
    void leavesStrangeFilesAlone();
    void saysWhenItCannotWrite();

private:
    [[nodiscard]] QString path() const { return m_folder->path() + u"/drafts"_s; }
    [[nodiscard]] QStringList journals() const { return QDir(path()).entryList({u"*.draft"_s}); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DraftJournalTest::keepsTheLatestTextWithinASecond()
{
    DraftJournal journal(path());
    for (int i = 0; i < 100; ++i)
        journal.record({u"/a/post.rst"_s, u"Text %1, ünsaved\n"_s.arg(i)});
    QElapsedTimer time;
    time.start();
    QTRY_COMPARE(journals().size(), 1);
    QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    QFile file(path() + u'/' + journals().front());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith("Text 99, \xC3\xBCnsaved\n"));
}

void DraftJournalTest::isLookedAfterWhileItsProgramRuns()
{
    DraftJournal journal(path());
    journal.record({{}, u"Text\n"_s});
    journal.flush();
    QCOMPARE(journals().size(), 1);
    QVERIFY(leftDrafts(path()).isEmpty());
}

void DraftJournalTest::isLeftBehindByAProgramThatIsGone()
{
    {
        DraftJournal journal(path());
        journal.record({u"/a/post.rst"_s, u"First\n\n"_s});
        journal.flush();
    }
    QTest::qWait(5); // the two are told apart by the time
    {
        DraftJournal journal(path());
        journal.record({{}, u"Second\n"_s});
    }
    const QList<LeftDraft> left = leftDrafts(path());
    QCOMPARE(left.size(), 2);
    QCOMPARE(left[0].draft.text, u"Second\n"_s);
    QCOMPARE(left[0].draft.path, QString());
    QCOMPARE(left[1].draft.text, u"First\n\n"_s);
    QCOMPARE(left[1].draft.path, u"/a/post.rst"_s);
    discardDraft(left[0]);
    QCOMPARE(leftDrafts(path()).size(), 1);
}

void DraftJournalTest::goesWithAFileThatIsRenamed()
{
    DraftJournal(path()).record({u"/a/post.rst"_s, u"First\n"_s, "hash"});
    DraftJournal(path()).record({u"/a/other.rst"_s, u"Second\n"_s});
    const QList<LeftDraft> before = leftDrafts(path());
    QCOMPARE(before.size(), 2);
    renameInLeftDrafts(path(), u"/a/post.rst"_s, u"/b/post.rst"_s);
    QList<LeftDraft> after = leftDrafts(path());
    QCOMPARE(after.size(), 2);
    for (qsizetype i = 0; i < after.size(); ++i) {
        QCOMPARE(after[i].written, before[i].written);
        QCOMPARE(after[i].draft.text, before[i].draft.text);
        QCOMPARE(after[i].draft.madeOf, before[i].draft.madeOf);
        QCOMPARE(after[i].draft.path, QString(before[i].draft.path).replace(u"/a/post.rst"_s, u"/b/post.rst"_s));
    }
}

void DraftJournalTest::forgetsWhatIsSaved()
{
    DraftJournal journal(path());
    journal.record({{}, u"Text\n"_s});
    journal.flush();
    journal.forget();
    QVERIFY(journals().isEmpty());
    journal.record({{}, u"More\n"_s});
    journal.forget(); // before it was written
    QTest::qWait(900);
    QVERIFY(journals().isEmpty());
}

void DraftJournalTest::leavesNothingWithoutChanges()
{
    {
        DraftJournal journal(path());
    }
    QVERIFY(!QDir(path()).exists());
}

void DraftJournalTest::leavesStrangeFilesAlone()
{
    QVERIFY(QDir().mkpath(path()));
    QFile file(path() + u"/strange.draft"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no journal\n") > 0);
    file.close();
    QVERIFY(leftDrafts(path()).isEmpty());
    QVERIFY(file.exists());
}

void DraftJournalTest::saysWhenItCannotWrite()
{
    QFile file(path()); // where the folder would be
    QVERIFY(file.open(QIODevice::WriteOnly));
    DraftJournal journal(path());
    QSignalSpy spy(&journal, &DraftJournal::failed);
    journal.record({{}, u"Text\n"_s});
    journal.flush();
    journal.record({{}, u"Text 2\n"_s});
    journal.flush();
    QCOMPARE(spy.size(), 1);
}

QTEST_GUILESS_MAIN(DraftJournalTest)
#include "draft_journal_test.moc"
