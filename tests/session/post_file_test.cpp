// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_file.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace session;
using Reason = LoadFailure::Reason;

class PostFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWithOneSentence_data();
    void refusesWithOneSentence();
    void refusesAFileWithoutPermission();
    void namesThePlaceThatIsNotUtf8();
    void readsWindows1252WhenAsked();
    void opensAnEmptyFileAndSaysSo();
    void opensALargeFileAndSaysSo();
    void bringsTheSameBytesBack_data();
    void bringsTheSameBytesBack();
    void saysThatMixedLineEndsWillBeAlike();
    void keepsTheModeAndFollowsALink();
    void leavesTheFileAloneWhenTheDiskIsFull();
    void leavesTheFileAloneWhenTheFolderIsMissing();

private:
    QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString PostFileTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test's own file cannot be written.");
    return file.fileName();
}

void PostFileTest::refusesWithOneSentence_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("missing") << m_folder.filePath(u"nowhere.rst"_s) << Reason::Missing;
    QTest::newRow("folder") << m_folder.path() << Reason::Folder;
    QTest::newRow("device") << u"/dev/null"_s << Reason::Special;
    QTest::newRow("binary") << write(u"binary.rst"_s, QByteArray("\x89PNG\0\1\2", 7)) << Reason::Binary;
    QTest::newRow("not UTF-8") << write(u"latin.rst"_s, "caf\xe9\n") << Reason::NotUtf8;
}

void PostFileTest::refusesWithOneSentence()
{
    QFETCH(const QString, path);
    QFETCH(const Reason, reason);
    const auto loaded = loadPost(path);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().reason, reason);
    QVERIFY(loaded.error().sentence.endsWith(u'.'));
}

void PostFileTest::refusesAFileWithoutPermission()
{
    if (::geteuid() == 0)
        QSKIP("Everything is permitted to root.");
    const QString path = write(u"secret.rst"_s, "text\n");
    QFile::setPermissions(path, {});
    const auto loaded = loadPost(path);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().reason, Reason::Forbidden);
}

void PostFileTest::namesThePlaceThatIsNotUtf8()
{
    const auto loaded = loadPost(write(u"place.rst"_s, "first\nüber caf\xe9\n"));
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().sentence.contains(u"line 2, character 9"_s), qPrintable(loaded.error().sentence));
}

void PostFileTest::readsWindows1252WhenAsked()
{
    const auto loaded = loadPostAsWindows1252(write(u"quotes.rst"_s, "\x93"
                                                                     "caf\xe9\x94 \x80 5\n"));
    QVERIFY(loaded);
    QCOMPARE(loaded->text, u"“café” € 5\n"_s);
}

void PostFileTest::opensAnEmptyFileAndSaysSo()
{
    const auto loaded = loadPost(write(u"empty.rst"_s, {}));
    QVERIFY(loaded);
    QCOMPARE(loaded->text, QString());
    QVERIFY(loaded->note.contains(u"is empty"_s));
}

void PostFileTest::opensALargeFileAndSaysSo()
{
    const auto loaded = loadPost(write(u"large.rst"_s, QByteArray("A line of a very large post.\n").repeated(800'000)));
    QVERIFY(loaded);
    QVERIFY(loaded->text.size() > 20'000'000);
    QVERIFY(loaded->note.contains(u"very large"_s));
}

void PostFileTest::bringsTheSameBytesBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("LF") << QByteArray("one\ntwo\n");
    QTest::newRow("no final line end") << QByteArray("one\ntwo");
    QTest::newRow("CR LF") << QByteArray("one\r\ntwo\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFone\n");
    QTest::newRow("no-break space, tab, trailing blanks") << QByteArray("a\xC2\xA0 b\t\n  \n");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x8E\x89\n");
}

void PostFileTest::bringsTheSameBytesBack()
{
    QFETCH(const QByteArray, bytes);
    const QString path = write(u"same.rst"_s, bytes);
    const auto loaded = loadPost(path);
    QVERIFY(loaded);
    QVERIFY(savePost(path, loaded->text, loaded->format));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void PostFileTest::saysThatMixedLineEndsWillBeAlike()
{
    const auto loaded = loadPost(write(u"mixed.rst"_s, "one\r\ntwo\nthree\r"));
    QVERIFY(loaded);
    QCOMPARE(loaded->text, u"one\ntwo\nthree\n"_s);
    QVERIFY(loaded->note.contains(u"line ends"_s));
}

void PostFileTest::keepsTheModeAndFollowsALink()
{
    const QString path = write(u"real.rst"_s, "old\n");
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0640), 0);
    const QString link = m_folder.filePath(u"link.rst"_s);
    QVERIFY(QFile::link(path, link));
    QVERIFY(savePost(link, u"new\n"_s, {}));
    QVERIFY(QFileInfo(link).isSymLink());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("new\n"));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777u, 0640u);
}

void PostFileTest::leavesTheFileAloneWhenTheDiskIsFull()
{
    const QString disk = m_folder.filePath(u"disk"_s);
    QVERIFY(QDir().mkpath(disk));
    if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=64k"_s, u"none"_s, disk}) != 0)
        QSKIP("A small disk cannot be mounted here.");
    const auto unmount = qScopeGuard([&disk] { QProcess::execute(u"umount"_s, {disk}); });
    const QString path = disk + u"/post.rst"_s;
    QVERIFY(savePost(path, u"old\n"_s, {}));
    const auto saved = savePost(path, QString(200'000, u'x'), {});
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(u"disk is full"_s), qPrintable(saved.error()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old\n"));
    QCOMPARE(QDir(disk).entryList(QDir::Files), QStringList{u"post.rst"_s});
}

void PostFileTest::leavesTheFileAloneWhenTheFolderIsMissing()
{
    const auto saved = savePost(m_folder.filePath(u"no/such/folder.rst"_s), u"text\n"_s, {});
    QVERIFY(!saved);
    QVERIFY(saved.error().contains(u"was not saved"_s));
}

QTEST_APPLESS_MAIN(PostFileTest)
#include "post_file_test.moc"
