// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "hostile_posts.h"
#include "witnesses.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// Every hostile post through broadside-cli.
class HostileCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proves();
    void obeysNoPost_data();
    void obeysNoPost();
    void checksTheWholeBlog();
    void readsNoDocumentByALink();

private:
    QByteArray run(const QStringList &arguments) const;

    LoopbackServer m_server;
    TrappedBlog m_blog;
};

QByteArray HostileCliTest::run(const QStringList &arguments) const
{
    QProcess cli;
    cli.setProcessChannelMode(QProcess::MergedChannels);
    cli.setStandardInputFile(QProcess::nullDevice());
    cli.start(qEnvironmentVariable("BROADSIDE_CLI"), arguments);
    if (!cli.waitForFinished(60'000)) {
        cli.kill();
        cli.waitForFinished();
        return "broadside-cli hangs";
    }
    if (cli.exitStatus() != QProcess::NormalExit)
        return "broadside-cli crashed";
    return cli.readAll();
}

/// That the witnesses see what they are there to see.
void HostileCliTest::proves()
{
    QFile file(m_blog.canary());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(m_blog.takeOpened(), QStringList{u"canary.txt"_s});
    QVERIFY(run({u"render"_s, u"--dialect"_s, u"sphinx"_s, m_blog.canary()}).contains(TrappedBlog::secret));
    QVERIFY(!m_blog.takeOpened().isEmpty());
}

void HostileCliTest::obeysNoPost_data()
{
    QTest::addColumn<QByteArray>("source");
    for (const HostilePost &post : hostilePosts({.port = m_server.port(), .canary = m_blog.canary()}))
        QTest::newRow(qPrintable(post.name)) << post.source;
}

void HostileCliTest::obeysNoPost()
{
    QFETCH(const QByteArray, source);
    const QString path = m_blog.write(source);
    const QByteArray html = run({u"render"_s, u"--dialect"_s, u"sphinx"_s, path});
    QVERIFY2(!html.contains(TrappedBlog::secret), html.constData());
    QVERIFY2(!html.startsWith("broadside-cli "), html.constData());
    const QByteArray messages = run({u"check"_s, u"--level"_s, u"info"_s, path});
    QVERIFY2(!messages.contains(TrappedBlog::secret), messages.constData());
    QVERIFY2(!messages.startsWith("broadside-cli "), messages.constData());
    for (const QChar c : QString::fromUtf8(messages)) {
        const bool isControl = c.category() == QChar::Other_Control && c != u'\n';
        const bool isTurn = (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        QVERIFY2(!isControl && !isTurn, messages.constData());
    }
    QCOMPARE(m_blog.takeOpened(), QStringList());
    QTest::qWait(0); // for what stands in the server's queue
    QCOMPARE(m_server.hits(), 0);
}

void HostileCliTest::checksTheWholeBlog()
{
    const QString posts = QFileInfo(m_blog.postPath()).absolutePath();
    QVERIFY(QFile::link(m_blog.canary(), posts + u"/linked.rst"_s));
    QVERIFY(QFile::rename(posts + u"/pipe.txt"_s, posts + u"/pipe.rst"_s));
    const QByteArray messages = run({u"check"_s, u"--level"_s, u"info"_s, QFileInfo(posts).absolutePath()});
    QVERIFY2(!messages.contains("canary") && !messages.startsWith("broadside-cli "), messages.constData());
    QCOMPARE(m_blog.takeOpened(), QStringList());
}

void HostileCliTest::readsNoDocumentByALink() // and waits for no pipe
{
    const QByteArray page = run({u"render"_s, u"--site"_s, m_blog.write("Title\n=====\n\n.. postlist::\n")});
    QVERIFY2(page.contains("Title") && !page.contains(TrappedBlog::secret), page.constData());
    QCOMPARE(m_blog.takeOpened(), QStringList());
}

QTEST_GUILESS_MAIN(HostileCliTest)
#include "hostile_cli_test.moc"
