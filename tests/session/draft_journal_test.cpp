// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/draft_journal.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

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
    void keepsPicturesBesideTheText();
    void keepsPicturesOnlyAsLongAsTheTextNamesThem();
    void takesPicturesAwayWithTheDraft();
    void clearsPicturesThatNoTextNames();
    void opensADraftWithoutPictures();
    void staysInTheFolderOfDrafts();
    void keepsNoMorePicturesThanThereIsRoomFor();
    void handsPicturesOnWithoutWritingThemAnew();
    void writesPicturesBesideTheThread();

private:
    /// A text that shows these pictures.
    static QString showing(const QStringList &names)
    {
        QString text = u"Text\n"_s;
        for (const QString &name : names)
            text += u"\n.. image:: "_s + name + u"\n   :alt: A hall\n"_s;
        return text;
    }
    /// The names of what lies in the folder of drafts, but for locks, and in its folders.
    [[nodiscard]] QStringList there() const
    {
        QStringList names;
        QDirIterator entry(path(), QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (entry.hasNext()) {
            const QString name = entry.nextFileInfo().fileName();
            if (!name.endsWith(u".lock"_s))
                names.append(name);
        }
        names.sort();
        return names;
    }

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

void DraftJournalTest::keepsPicturesBesideTheText()
{
    const QByteArray bytes("\x89PNG\r\n\0picture", 14);
    DraftJournal(path()).record({{}, showing({u"picture-0a.png"_s}), {}, {{u"picture-0a.png"_s, bytes}}});
    const QList<LeftDraft> left = leftDrafts(path());
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.front().draft.text, showing({u"picture-0a.png"_s}));
    QCOMPARE(picturesOf(left.front()), (NamedPictures{{u"picture-0a.png"_s, bytes}}));
    renameInLeftDrafts(path(), {}, u"/a/post.rst"_s);
    QCOMPARE(leftDrafts(path()).front().draft.path, u"/a/post.rst"_s);
    QCOMPARE(picturesOf(leftDrafts(path()).front()).size(), 1);
}

void DraftJournalTest::keepsPicturesOnlyAsLongAsTheTextNamesThem()
{
    const NamedPictures pictures = {{u"picture-0a.png"_s, "a"}, {u"picture-0b.png"_s, "b"}};
    DraftJournal journal(path());
    journal.record({{}, showing({u"picture-0a.png"_s, u"picture-0b.png"_s}), {}, pictures});
    journal.flush();
    QCOMPARE(there().filter(u"picture-"_s), (QStringList{u"picture-0a.png"_s, u"picture-0b.png"_s}));
    journal.record({{}, showing({u"picture-0b.png"_s}), {}, pictures});
    journal.flush();
    QCOMPARE(there().filter(u"picture-"_s), (QStringList{u"picture-0b.png"_s}));
    journal.record({{}, u"Text\n"_s, {}, pictures});
    journal.flush();
    QCOMPARE(there().size(), 1); // the journal
}

void DraftJournalTest::takesPicturesAwayWithTheDraft()
{
    const Draft draft = {{}, showing({u"picture-0a.png"_s}), {}, {{u"picture-0a.png"_s, "a"}}};
    {
        DraftJournal journal(path());
        journal.record(draft);
        QTRY_COMPARE(there().size(), 3); // journal, folder, picture
        journal.forget();
        QTRY_COMPARE(there(), QStringList());
        journal.record(draft);
        journal.flush();
    }
    discardDraft(leftDrafts(path()).front());
    QTRY_COMPARE(there(), QStringList());
}

/// As a power cut leaves them, between pictures and text or between the ways of both.
void DraftJournalTest::clearsPicturesThatNoTextNames()
{
    DraftJournal journal(path());
    journal.record({{}, showing({u"picture-0a.png"_s}), {}, {{u"picture-0a.png"_s, "a"}}});
    journal.flush();
    for (const QString &name : {u"one.pictures"_s, u"two.pictures.gone"_s}) {
        QVERIFY(QDir(path()).mkpath(name));
        QFile file(path() + u'/' + name + u"/picture-0b.png"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("b") == 1);
    }
    QVERIFY(leftDrafts(path()).isEmpty());
    QTRY_COMPARE(there().size(), 3);
    QVERIFY(there().contains(u"picture-0a.png"_s)); // which is looked after
}

void DraftJournalTest::opensADraftWithoutPictures()
{
    QVERIFY(QDir().mkpath(path()));
    QFile file(path() + u"/old.draft"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"madeOf\":\"\",\"path\":\"/a/post.rst\",\"written\":\"2026-03-01T10:00:00.000Z\"}\nText\n");
    file.close();
    const QList<LeftDraft> left = leftDrafts(path());
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.front().draft.text, u"Text\n"_s);
    QVERIFY(left.front().pictures.isEmpty());
    QVERIFY(picturesOf(left.front()).isEmpty());
}

void DraftJournalTest::staysInTheFolderOfDrafts()
{
    const QString outside = m_folder->filePath(u"secret.png"_s);
    QFile secret(outside);
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("secret") == 6);
    secret.close();
    const QString odd = u"../../odd.png"_s;
    DraftJournal(path()).record(
        {{}, showing({odd, u"picture-0a.png"_s}), {}, {{odd, "a"}, {u"picture-0a.png"_s, "a"}}});
    LeftDraft left = leftDrafts(path()).front();
    QCOMPARE(left.pictures, QStringList(u"picture-0a.png"_s));
    QVERIFY(!QFile::exists(m_folder->filePath(u"odd.png"_s)));
    const QString folder = left.journal.chopped(5) + u"pictures"_s;
    QVERIFY(QFile::link(outside, folder + u"/picture-0b.png"_s));
    left.pictures = {u"picture-0a.png"_s, u"picture-0b.png"_s, u"../../secret.png"_s, outside};
    QCOMPARE(picturesOf(left).keys(), QStringList(u"picture-0a.png"_s));
    // A folder that is a link: what it leads to is neither read nor taken away.
    QVERIFY(QDir(folder).removeRecursively());
    QVERIFY(QFile::link(m_folder->path(), folder));
    left.pictures = {u"secret.png"_s};
    QVERIFY(picturesOf(left).isEmpty());
    discardDraft(left);
    QTRY_COMPARE(there(), QStringList());
    QVERIFY(secret.exists());
}

void DraftJournalTest::keepsNoMorePicturesThanThereIsRoomFor()
{
    NamedPictures pictures = {{u"picture-0a.png"_s, "a"}, {u"picture-0b.png"_s, QByteArray(200'000'000, 'b')}};
    DraftJournal journal(path());
    const QSignalSpy spy(&journal, &DraftJournal::failed);
    for (int i = 0; i < 2; ++i) {
        journal.record({{}, showing(pictures.keys()), {}, pictures});
        journal.flush();
    }
    QCOMPARE(there().filter(u"picture-"_s), QStringList(u"picture-0a.png"_s));
    QCOMPARE(spy.size(), 1);
    QVERIFY(spy.front().front().toString().contains(u"too large"_s));
    QCOMPARE(journals().size(), 1);
}

void DraftJournalTest::handsPicturesOnWithoutWritingThemAnew()
{
    const NamedPictures pictures = {{u"picture-0a.png"_s, QByteArray(40'000'000, 'a')}};
    const Draft draft = {{}, showing(pictures.keys()), {}, pictures};
    DraftJournal(path()).record(draft);
    const LeftDraft left = leftDrafts(path()).front();
    {
        DraftJournal next(path());
        next.record(draft);
        timespec before = {}, after = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
        next.takePictures(left);
        next.flush();
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
        const double cost = double(after.tv_sec - before.tv_sec) * 1e3 + double(after.tv_nsec - before.tv_nsec) / 1e6;
        qInfo("handing on 40 MB costs the thread %.2f ms", cost);
        QVERIFY2(cost < 20, qPrintable(QString::number(cost))); // to write and read it back takes longer
        discardDraft(left);
    }
    QCOMPARE(picturesOf(leftDrafts(path()).front()), pictures);
}

void DraftJournalTest::writesPicturesBesideTheThread()
{
    const NamedPictures pictures = {{u"picture-0a.png"_s, QByteArray(100'000'000, 'a')}};
    DraftJournal journal(path());
    timespec before = {}, after = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
    journal.record({{}, showing(pictures.keys()), {}, pictures});
    for (int i = 0; i < 300 && journals().isEmpty(); ++i)
        QTest::qWait(200); // seldom, for looking costs something, too
    QCOMPARE(journals().size(), 1);
    journal.forget();
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
    const double cost = double(after.tv_sec - before.tv_sec) * 1e3 + double(after.tv_nsec - before.tv_nsec) / 1e6;
    qInfo("keeping 100 MB and taking them away costs the thread %.2f ms", cost);
    QVERIFY2(cost < 50, qPrintable(QString::number(cost)));
}

QTEST_GUILESS_MAIN(DraftJournalTest)
#include "draft_journal_test.moc"
