// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "session/post_file.h"
#include "session/post_renderer.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;

/// `broadside-cli check --format sarif`, which CI runs, says of posts what the window's list of problems says.
class VerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameInTheWindow();
    void isTheSameForImportedPosts();

private:
    using Verdict = QMap<QString, QStringList>; // by file: "line level words", sorted

    static QString level(session::Severity severity)
    {
        switch (severity) {
        case session::Severity::Info:
        case session::Severity::LooksWrong: return u"note"_s;
        case session::Severity::Warning: return u"warning"_s;
        case session::Severity::Unfilled: // for the program that knows no window, a fault
        case session::Severity::Error:
        case session::Severity::Severe: return u"error"_s;
        }
        return {};
    }
    static QStringList verdictOf(const session::Rendering &rendering)
    {
        QStringList verdict;
        for (const session::Problem &problem : rendering.problems)
            verdict.append(level(problem.severity) + u' ' +
                           (problem.formal.isEmpty() ? problem.plain : problem.formal));
        verdict.sort();
        return verdict;
    }
    static Verdict verdictOfCli(const QString &path)
    {
        QProcess cli;
        cli.start(qEnvironmentVariable("BROADSIDE_CLI"), {u"check"_s, u"--archive"_s, u"--prose"_s, u"--legacy"_s,
                                                          u"--level"_s, u"info"_s, u"--format"_s, u"sarif"_s, path});
        if (!cli.waitForFinished(120'000))
            qFatal("broadside-cli does not end.");
        const QJsonObject log = QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
        Verdict verdict;
        for (const QJsonValue &value : log[u"runs"_s][0][u"results"_s].toArray()) {
            const QJsonValue place = value[u"locations"_s][0][u"physicalLocation"_s];
            const QString file = QUrl::fromPercentEncoding(place[u"artifactLocation"_s][u"uri"_s].toString().toUtf8());
            verdict[file].append(value[u"level"_s].toString() + u' ' + value[u"message"_s][u"text"_s].toString());
        }
        for (QStringList &lines : verdict)
            lines.sort();
        return verdict;
    }
    static bool knowsTheArchive(const WindowFixture &fixture, qsizetype posts)
    {
        return QTest::qWaitFor(
            [&] {
                const auto known = fixture.postSession()->request().known;
                return known && known->posts().size() == std::size_t(posts) && fixture.postSession()->isSettled();
            },
            60'000);
    }
};

void VerdictTest::isTheSameInTheWindow()
{
    const WindowFixture fixture;
    fixture.write(u"conf.py"_s, "blog_authors = {'robin': ('Robin Okafor', None)}\n");
    const QByteArray head = ".. post:: 2026-03-02\n   :tags: grants\n   :author: robin\n\n";
    const QList<QPair<QString, QByteArray>> posts = {
        {u"good.rst"_s, head + "Good\n====\n\nText.\n"},
        {u"also good.rst"_s, head + "Also good\n=========\n\nText.\n"},
        {u"names.rst"_s, ".. post:: 2026-03-02\n   :tags: Grant\n   :author: Robin Okafor\n\nGood\n====\n\nText.\n"},
        {u"messages.rst"_s, head + "Messages\n====\n\nSome *unclosed and `x`_.\n\n.. nothing-like-it::\n"},
        {u"leftovers.rst"_s,
         head + "Leftovers\n=========\n\nSome _text_ &nbsp; and ![a](https://example.org/b.png).\n"},
        {u"prose – ü.rst"_s, ".. post:: soon\n\nProse\n=====\n\nOn Friday, 2 March 2026 the the doors open.\n"},
    };
    for (const auto &[name, text] : posts)
        fixture.write(name, text);
    for (const auto &[name, text] : posts) {
        const QString path = fixture.folder.filePath(name);
        fixture.window->openFile(path);
        QVERIFY(knowsTheArchive(fixture, posts.size()));
        const QStringList told = verdictOfCli(path).value(path);
        // What the archive says comes a moment later than the text.
        QTRY_COMPARE(verdictOf(*fixture.postSession()->rendering()), told);
        QCOMPARE(told.isEmpty(), name == u"also good.rst"_s);
    }
}

void VerdictTest::isTheSameForImportedPosts()
{
    const QString shared = QStringLiteral(BROADSIDE_SHARED "/legacy/posts");
    if (!QFileInfo(shared).isDir())
        QSKIP("../shared/legacy is not there.");
    const WindowFixture fixture;
    fixture.write(u"conf.py"_s, "");
    QDirIterator files(shared, {u"*.rst"_s}, QDir::Files, QDirIterator::Subdirectories);
    QStringList paths;
    while (files.hasNext()) {
        const QString file = files.next();
        const QString path = fixture.folder.filePath(u"posts/"_s + QDir(shared).relativeFilePath(file));
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        QVERIFY(QFile::copy(file, path));
        paths.append(path);
    }
    fixture.window->openFile(paths.front());
    QVERIFY(knowsTheArchive(fixture, paths.size()));
    const Verdict told = verdictOfCli(fixture.folder.filePath(u"posts"_s));
    QVERIFY(told.size() > 50);
    session::RenderRequest request = fixture.postSession()->request();
    for (const QString &path : std::as_const(paths)) {
        const auto loaded = session::loadPost(path);
        QVERIFY(loaded.has_value());
        request.text = loaded->text;
        request.path = path;
        QCOMPARE(told.value(path), verdictOf(*session::renderPost(request, *fixture.postSession()->engine())));
    }
}

BROADSIDE_UI_TEST_MAIN(VerdictTest)
#include "verdict_test.moc"
