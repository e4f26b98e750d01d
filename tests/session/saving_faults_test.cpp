// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/draft_journal.h"
#include "session/post_file.h"
#include "session/post_history.h"

#include "tests/support/faults.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace session;

/// Whatever system call fails while a post is saved or kept: a file holds its old text or its new one, whole, and what
/// the program says is what happened.
class SavingFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesOrLeavesAlone_data();
    void savesOrLeavesAlone();
    void journalsOrKeepsTheFormerText();
    void keepsTheHistory();
    void retriesByItself();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    static QByteArray words(const faults::Fault &fault)
    {
        return QByteArray(faults::nameOf(fault.call)) + " number " + QByteArray::number(fault.number) + ", error " +
               QByteArray::number(fault.error) + (fault.persists ? " from then on" : "");
    }
};

void SavingFaultsTest::savesOrLeavesAlone_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"file", "new file", "file with two names", "link"})
        QTest::newRow(kind) << QString::fromUtf8(kind);
}

void SavingFaultsTest::savesOrLeavesAlone()
{
    QFETCH(const QString, kind);
    const QByteArray old = "The old text.\n";
    const QString text = u"The new text, which is longer than the old one.\n"_s.repeated(1500);
    int happened = 0, survived = 0;
    for (const faults::Fault &fault : faults::all()) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"post.rst"_s);
        QString opened = path;
        if (kind != u"new file"_s) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(old) == old.size());
            file.close();
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        }
        if (kind == u"file with two names"_s)
            QCOMPARE(::link(qPrintable(path), qPrintable(folder.filePath(u"other.rst"_s))), 0);
        if (kind == u"link"_s)
            QVERIFY(QFile::link(u"post.rst"_s, opened = folder.filePath(u"link.rst"_s)));

        faults::start(fault);
        const auto saved = savePost(opened, text, {});
        const int times = faults::stop();
        happened += times > 0;
        const QByteArray now = read(path);
        const QByteArray former = kind == u"new file"_s ? "no file" : old;
        QVERIFY2(now == (saved ? text.toUtf8() : former), words(fault).constData());
        QVERIFY2(saved || !saved.error().isEmpty(), words(fault).constData());
        QVERIFY2(saved || times > 0, words(fault).constData());
        if (kind == u"file with two names"_s)
            QCOMPARE(read(folder.filePath(u"other.rst"_s)), now);
        if (kind == u"link"_s)
            QVERIFY(QFileInfo(opened).isSymLink());
        if (fault.call != faults::Call::Unlink) {
            const auto hidden = QDir(folder.path()).entryList({u".*"_s}, QDir::Files | QDir::Hidden);
            QVERIFY2(hidden.isEmpty(), words(fault).constData());
        }
        survived += times > 0;
    }
    qInfo("%d faults happened and were survived", survived);
    QVERIFY(happened > 20);
}

void SavingFaultsTest::journalsOrKeepsTheFormerText()
{
    int happened = 0;
    for (const faults::Fault &fault : faults::all()) {
        const QTemporaryDir folder;
        int said = 0;
        {
            DraftJournal journal(folder.path());
            connect(&journal, &DraftJournal::failed, this, [&said] { ++said; });
            journal.record({{}, u"First\n"_s});
            journal.flush();
            journal.record({{}, u"Second\n"_s});
            faults::start(fault);
            journal.flush();
            happened += faults::stop() > 0;
        }
        const QList<LeftDraft> left = leftDrafts(folder.path());
        QVERIFY2(left.size() == 1, words(fault).constData());
        QVERIFY2(left[0].draft.text == (said == 0 ? u"Second\n"_s : u"First\n"_s), words(fault).constData());
        QVERIFY2(said <= 1, words(fault).constData());
    }
    qInfo("%d faults happened and were survived", happened);
    QVERIFY(happened > 20);
}

void SavingFaultsTest::keepsTheHistory()
{
    for (const faults::Fault &fault : faults::all()) {
        const QTemporaryDir folder;
        PostHistory history(folder.path());
        history.keep(u"/blog/post.rst"_s, u"First\n"_s, Snapshot::Occasion::Opened);
        history.flush();
        QTest::qWait(2); // the two are told apart by the time
        faults::start(fault);
        history.keep(u"/blog/post.rst"_s, u"Second\n"_s, Snapshot::Occasion::Saved);
        history.flush();
        (void)faults::stop();
        const QList<Snapshot> kept = snapshotsOf(folder.path(), u"/blog/post.rst"_s);
        QVERIFY2(!kept.isEmpty(), words(fault).constData());
        QCOMPARE(snapshotText(kept.back()), u"First\n"_s);
        if (kept.size() == 2)
            QCOMPARE(snapshotText(kept.front()), u"Second\n"_s);
    }
}

/// A disk that is full for a while: said once, and what was typed gets there as soon as there is room.
void SavingFaultsTest::retriesByItself()
{
    const QTemporaryDir folder;
    DraftJournal journal(folder.path());
    QSignalSpy said(&journal, &DraftJournal::failed);
    faults::start({.call = faults::Call::Write, .number = 1, .error = ENOSPC, .persists = true});
    journal.record({{}, u"Typed while the disk is full\n"_s});
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20'000);
    QVERIFY2(said[0][0].toString().contains(u"disk is full"_s), qPrintable(said[0][0].toString()));
    QVERIFY(faults::stop() > 0);
    const auto journals = [&folder] { return QDir(folder.path()).entryList({u"*.draft"_s}); };
    QTRY_COMPARE_WITH_TIMEOUT(journals().size(), 1, 20'000);
    QCOMPARE(said.size(), 1);
}

QTEST_GUILESS_MAIN(SavingFaultsTest)
#include "saving_faults_test.moc"
