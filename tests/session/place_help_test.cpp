// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/place_help.h"
#include "session/post_renderer.h"

#include "rst/engine.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class PlaceHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helps_data();
    void helps();
    void findsPicturesOfTheBlogAlone();

private:
    static PlaceHelp helpAt(QString text, CompletionSources sources = {})
    {
        static const rst::Engine engine(rst::Dialect::Sphinx);
        const auto position = int(text.indexOf(u'¦'));
        text.remove(u'¦');
        const RenderingPtr rendering = renderPost({.revision = 1, .text = text}, engine);
        sources.engine = &engine;
        sources.rendering = rendering.get();
        return placeHelp(text, position, sources);
    }
};

void PlaceHelpTest::helps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // is part of the help; nothing: there is none
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("directive", u".. fi¦gure:: a.png\n"_s, u"caption"_s);
    row("unknown directive", u".. fi¦gures:: a.png\n"_s, {});
    row("option", u".. figure:: a.png\n   :al¦t: words\n"_s, u"cannot see"_s);
    row("option's value", u".. figure:: a.png\n   :alt: wo¦rds\n"_s, {});
    row("option of post", u".. post:: 2026-03-02\n   :ta¦gs: news\n"_s, u"about"_s);
    row("role", u"Press :kb¦d:`Ctrl` now\n"_s, u"pressed"_s);
    row("role's text", u"Press :kbd:`Ct¦rl` now\n"_s, {});
    row("target", u"See pl¦an_.\n\n.. _plan: https://a.example/x\n"_s, u"https://a.example/x"_s);
    row("heading", u"Title\n=====\n\nSee pa¦rt_.\n\nPart\n----\n\nText\n"_s, u"“Part”"_s);
    row("footnote", u"See [#n¦]_.\n\n.. [#n] What it says.\n"_s, u"What it says."_s);
    row("substitution", u"See |i¦t|.\n\n.. |it| replace:: what it is\n"_s, u"what it is"_s);
    row("embedded address", u"See `wo¦rds <https://b.example>`__.\n"_s, u"https://b.example"_s);
    row("prose", u"Only wo¦rds.\n"_s, {});
    row("nothing", u"¦"_s, {});
}

void PlaceHelpTest::helps()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const PlaceHelp help = helpAt(text);
    QCOMPARE(help.text.isEmpty(), expected.isEmpty());
    QVERIFY2(help.text.contains(expected), qPrintable(help.text));
    QVERIFY(help.picture.isEmpty());
}

void PlaceHelpTest::findsPicturesOfTheBlogAlone()
{
    QTemporaryDir folder;
    const QDir top(QFileInfo(folder.path()).canonicalFilePath());
    QVERIFY(top.mkpath(u"blog/posts"_s));
    for (const QString &name : {u"secret.png"_s, u"blog/posts/hall.png"_s}) {
        QFile file(top.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const CompletionSources sources{.postFolder = top.filePath(u"blog/posts"_s), .rootFolder = top.filePath(u"blog"_s)};
    QCOMPARE(helpAt(u".. image:: hal¦l.png\n"_s, sources).picture, top.filePath(u"blog/posts/hall.png"_s));
    QCOMPARE(helpAt(u".. image:: /posts/hal¦l.png\n"_s, sources).picture, top.filePath(u"blog/posts/hall.png"_s));
    QVERIFY(helpAt(u".. image:: ../../sec¦ret.png\n"_s, sources).picture.isEmpty());
    QVERIFY(helpAt(u".. image:: https://a.exa¦mple/x.png\n"_s, sources).picture.isEmpty());
    QVERIFY(helpAt(u".. image:: gone¦.png\n"_s, sources).picture.isEmpty());
}

QTEST_APPLESS_MAIN(PlaceHelpTest)
#include "place_help_test.moc"
