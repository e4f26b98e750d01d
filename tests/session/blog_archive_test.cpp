// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/blog.h"
#include "session/blog_archive.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class BlogArchiveTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test's own file cannot be written.");
        return path;
    }
    static QByteArray post(const QByteArray &title)
    {
        return ".. post:: 2024-01-02\n   :tags: news\n\n" + title + "\n" + QByteArray(title.size(), '=') +
               "\n\nText.\n";
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", QFile::encodeName(m_folder->filePath(u".cache"_s)));
    }

    void followsAPostOfABlog()
    {
        const QString path = write(u"a.rst"_s, post("First"));
        session::BlogArchive archive;
        archive.follow(session::blogOf(path));
        QVERIFY(archive.folder().isEmpty()); // no blog
        write(u"conf.py"_s, "");
        archive.follow(session::blogOf(path));
        QTRY_VERIFY_WITH_TIMEOUT(archive.isComplete(), 30'000);
        QCOMPARE(archive.posts().size(), 1U);
        QCOMPARE(archive.posts().front().title, "First");
    }

    void seesFilesThatChange()
    {
        const QString path = write(u"a.rst"_s, post("First"));
        session::BlogArchive archive;
        archive.setFolder(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(archive.isComplete(), 30'000);
        write(u"b.rst"_s, post("Second"));
        QTRY_COMPARE_WITH_TIMEOUT(archive.posts().size(), 2U, 30'000);
        write(u"a.rst"_s, post("Third")); // in its place
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::contains(archive.posts(), "Third", &archive::ArchivedPost::title),
                                 30'000);
        QFile::remove(path);
        QTRY_COMPARE_WITH_TIMEOUT(archive.posts().size(), 1U, 30'000);
    }

    void knowsThePagesOfTheBlog()
    {
        write(u"conf.py"_s, "");
        write(u"a.rst"_s, post("First"));
        session::BlogArchive archive;
        archive.setFolder(QFileInfo(m_folder->path()).canonicalFilePath());
        QTRY_VERIFY_WITH_TIMEOUT(archive.isComplete(), 30'000);
        const post::SiteIndexPtr site = archive.site();
        QVERIFY(site && site->isWhole());
        QCOMPARE(*site->titleOf("a"), "First");
        archive.update(); // nothing has changed
        QTest::qWait(400);
        QCOMPARE(archive.site(), site);
        write(u"b.rst"_s, post("Second"));
        QTRY_VERIFY_WITH_TIMEOUT(archive.site()->titleOf("b") != nullptr, 30'000);
        QVERIFY(site->titleOf("b") == nullptr); // what somebody holds stays as it is
    }

    void answersTheLatestSearch()
    {
        write(u"a.rst"_s, post("First"));
        write(u"b.rst"_s, post("Second"));
        session::BlogArchive archive;
        archive.setFolder(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(archive.isComplete(), 30'000);
        QList<std::string> found;
        connect(&archive, &session::BlogArchive::searched, this, [&](const std::vector<archive::SearchHit> &hits) {
            for (const archive::SearchHit &hit : hits)
                found.append(hit.post.title);
        });
        for (const QString &text : {u"fi"_s, u"fir"_s, u"second"_s})
            archive.search(text);
        QTRY_COMPARE_WITH_TIMEOUT(found, QList<std::string>{"Second"}, 30'000);
    }

    void goesToAnotherFolderWhileReading()
    {
        for (int i = 0; i < 200; ++i)
            write(u"p%1.rst"_s.arg(i), post("Many"));
        QTemporaryDir other;
        QFile file(other.filePath(u"only.rst"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(post("Only"));
        file.close();
        session::BlogArchive archive;
        archive.setFolder(m_folder->path());
        archive.setFolder(other.path());
        QTRY_VERIFY_WITH_TIMEOUT(archive.isComplete(), 30'000);
        QCOMPARE(archive.posts().size(), 1U);
        QCOMPARE(archive.posts().front().title, "Only");
    }

    void tellsWhatCannotBeOpened()
    {
        session::BlogArchive archive;
        QSignalSpy failed(&archive, &session::BlogArchive::failed);
        archive.setFolder(m_folder->filePath(u"gone"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
    }
};

QTEST_GUILESS_MAIN(BlogArchiveTest)

#include "blog_archive_test.moc"
