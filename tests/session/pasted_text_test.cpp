// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/pasted_text.h"

#include "session/embedded_pictures.h"
#include "session/post_pictures.h"
#include "session/quick_fixes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class PastedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsMarkdown();
    void convertsHtml();
    void convertsMarkdown();
    void partsBlocksFromTheirSurroundings();
    void cleansAddresses_data();
    void cleansAddresses();
    void storesPicturesBesideThePost();
    void takesPicturesOutOfTheText();
    void storesPicturesWhereTheBlogKeepsThem();
    void namesPicturesWithoutFiles();
};

void PastedTextTest::tellsMarkdown()
{
    QCOMPARE(formatOfPlainText(u"Just words, *starred*.\n"_s), PastedFormat::Plain);
    QCOMPARE(formatOfPlainText(u"See [the hall](https://a.example).\n"_s), PastedFormat::Markdown);
    QCOMPARE(formatOfPlainText(u"## Programme\n\nText\n"_s), PastedFormat::Markdown);
    QCOMPARE(formatOfPlainText(u"#hashtag\n#. item\n"_s), PastedFormat::Plain);
    QCOMPARE(formatOfPlainText(u".. note::\n\n   ## a\n"_s), PastedFormat::Plain);
}

void PastedTextTest::convertsHtml()
{
    QCOMPARE(
        pastedRst(u"We <b>really</b> mean <a href='https://a.example/?utm_source=x'>it</a>."_s, PastedFormat::Html),
        u"We **really** mean `it <https://a.example/>`__."_s);
    const QString list = pastedRst(u"<ul><li>One</li><li>Two</li></ul><script>alert(1)</script>"_s, PastedFormat::Html);
    QVERIFY2(list.startsWith(u"* One\n"_s) || list.startsWith(u"- One\n"_s), qPrintable(list));
    QVERIFY(!list.contains(u"alert"_s));
}

void PastedTextTest::convertsMarkdown()
{
    QCOMPARE(pastedRst(u"See [the hall](https://a.example/?fbclid=1&b=2)"_s, PastedFormat::Markdown),
             u"See `the hall <https://a.example/?b=2>`__"_s);
}

void PastedTextTest::partsBlocksFromTheirSurroundings()
{
    const auto pasted = [](QString text, const QString &rst) { // at the bar
        const int at = int(text.indexOf(u'|'));
        text.remove(at, 1);
        return text.insert(at, partedBlocks(rst, text, {at, at}));
    };
    const QString blocks = u"Why\n---\n\nText\n"_s;
    QCOMPARE(pasted(u"above\n|"_s, blocks), u"above\n\nWhy\n---\n\nText\n"_s);
    QCOMPARE(pasted(u"above\n\n|"_s, blocks), u"above\n\nWhy\n---\n\nText\n"_s);
    QCOMPARE(pasted(u"above|"_s, blocks), u"above\n\nWhy\n---\n\nText\n"_s);
    QCOMPARE(pasted(u"|"_s, blocks), blocks);
    QCOMPARE(pasted(u"above\n|\nbelow\n"_s, blocks), u"above\n\nWhy\n---\n\nText\n\nbelow\n"_s);
    QCOMPARE(pasted(u"above\n\n|below\n"_s, blocks), u"above\n\nWhy\n---\n\nText\n\nbelow\n"_s);
    QCOMPARE(pasted(u"some |words"_s, u"more "_s), u"some more words"_s);
}

void PastedTextTest::cleansAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *address, const char *clean) {
        QTest::newRow(address) << QString::fromUtf8(address) << QString::fromUtf8(clean);
    };
    row("https://a.example/", "https://a.example/");
    row("https://a.example/?q=1&utm_source=b&utm_medium=c", "https://a.example/?q=1");
    row("https://a.example/?fbclid=x#part", "https://a.example/#part");
    row("https://a.example/?q=a%20b&c", "https://a.example/?q=a%20b&c");
    row("https://www.google.com/url?q=https://a.example/x%3Fb%3D1&sa=D", "https://a.example/x?b=1");
    row("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Ffbclid%3D1&h=2", "https://a.example/");
    row("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)");
    row("https://a.example/url?q=https://b.example/", "https://a.example/url?q=https://b.example/");
}

void PastedTextTest::cleansAddresses()
{
    QFETCH(const QString, address);
    QFETCH(const QString, clean);
    QCOMPARE(cleanAddress(address), clean);
    QCOMPARE(withCleanAddresses(u"See `x <"_s + address + u">`__, and so on."_s),
             u"See `x <"_s + clean + u">`__, and so on."_s);
}

void PastedTextTest::storesPicturesBesideThePost()
{
    QTemporaryDir folder;
    const QString post = folder.filePath(u"2026-03-doors.rst"_s);
    const PicturePlace place = picturePlace(post, {}, 2026);
    QCOMPARE(storePicture("one", u"My Hall.PNG"_s, place).value(), u"my-hall.png"_s);
    QCOMPARE(storePicture("two", u"My Hall.PNG"_s, place).value(), u"my-hall-2.png"_s);
    QCOMPARE(storePicture("two", u"My Hall.PNG"_s, place).value(), u"my-hall-2.png"_s); // that is there as it is
    QFile first(folder.filePath(u"my-hall.png"_s));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), "one");
    QCOMPARE(storePictureFile(folder.filePath(u"my-hall.png"_s), place).value(),
             u"my-hall.png"_s); // is there already
    QCOMPARE(storePicture("three", u".png"_s, place).value(), u"2026-03-doors.png"_s);
    QVERIFY(!storePicture("four", u"a.png"_s, picturePlace(folder.filePath(u"missing/post.rst"_s), {}, 2026)));
    QVERIFY(isPictureFile(u"a.JPG"_s));
    QVERIFY(!isPictureFile(u"a.rst"_s));
}

void PastedTextTest::takesPicturesOutOfTheText()
{
    QTemporaryDir folder;
    const QByteArray png("\x89PNG\r\n\x1a\n and more");
    const QString address = u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64());
    const QString rst =
        pastedRst(u"<p>Here:</p><p><img alt='A hall' src='%1'></p><p><img alt='B' src='%1'></p>"
                  "<p><img alt='C' src='data:image/png;base64,bm9uZQ=='></p>"
                  "<p><img alt='D' src='data:image/png;base64,%2'></p>"_s.arg(address, QString(4'000, u'A')),
                  PastedFormat::Html);
    QCOMPARE(rst.count(address), 2);
    const TextWithPictures taken = takenOut(rst);
    QCOMPARE(taken.pictures.size(), 1);
    QCOMPARE(taken.pictures.first(), png);
    QCOMPARE(taken.problems.size(), 1); // of the one that is cut short
    QVERIFY2(taken.problems.front().startsWith(u"data:image/png… holds no picture"_s),
             qPrintable(taken.problems.front()));
    const QString left = u".. image:: data:image/png;base64,bm9uZQ==\n   :alt: C\n\n"
                         ".. image:: data:image/png…\n   :alt: D\n"_s;
    const auto withName = [&left](const QString &name) {
        return u"Here:\n\n.. image:: %1\n   :alt: A hall\n\n.. image:: %1\n   :alt: B\n\n"_s.arg(name) + left;
    };
    QCOMPARE(taken.text, withName(taken.pictures.firstKey()));
    QCOMPARE(takenOut(taken.text).text, taken.text);

    const StoredPictures done = stored(taken, picturePlace(folder.filePath(u"doors.rst"_s), {}, 2026));
    QCOMPARE(changedText(taken.text, renamedPictures(taken.text, done.names)), withName(u"doors.png"_s));
    QFile picture(folder.filePath(u"doors.png"_s));
    QVERIFY(picture.open(QIODevice::ReadOnly));
    QCOMPARE(picture.readAll(), png);
    QVERIFY(done.problems.isEmpty());
    QCOMPARE(namedIn(taken.text + u"\n.. image:: b.png.bak\n"_s, {{taken.pictures.firstKey(), png}, {u"b.png"_s, "b"}}),
             taken.pictures);
    const StoredPictures none = stored(taken, picturePlace(folder.filePath(u"gone/post.rst"_s), {}, 2026));
    QVERIFY(none.names.isEmpty());
    QCOMPARE(none.problems.size(), 1);
    QCOMPARE(none.left, taken.pictures); // nothing is lost
}

void PastedTextTest::storesPicturesWhereTheBlogKeepsThem()
{
    QTemporaryDir folder;
    const QDir root(QFileInfo(folder.path()).canonicalFilePath());
    QVERIFY(root.mkpath(u"posts/2026"_s));
    const post::BlogConfig blog{.root = root.path().toStdString()};
    const QString post = root.filePath(u"posts/2026/doors.rst"_s);
    QCOMPARE(picturePlace(post, blog, 2026).folder, root.filePath(u"posts/2026"_s)); // there is no such folder yet
    QVERIFY(root.mkpath(u"_static/logos"_s));
    const PicturePlace place = picturePlace(post, blog, 2026);
    QCOMPARE(storePicture("one", u"Hall.png"_s, place).value(), u"/_static/2026/hall.png"_s);
    QVERIFY(QFile::exists(root.filePath(u"_static/2026/hall.png"_s)));
    QFile logo(root.filePath(u"_static/logos/a.png"_s));
    QVERIFY(logo.open(QIODevice::WriteOnly));
    QCOMPARE(storePictureFile(logo.fileName(), place).value(),
             u"/_static/logos/a.png"_s); // is in the blog already

    QTemporaryDir elsewhere;
    QVERIFY(QDir(root.filePath(u"_static"_s)).removeRecursively());
    QVERIFY(QFile::link(elsewhere.path(), root.filePath(u"_static"_s)));
    QCOMPARE(picturePlace(post, blog, 2026).folder, root.filePath(u"posts/2026"_s));
}

void PastedTextTest::namesPicturesWithoutFiles()
{
    QTemporaryDir folder;
    const QDir root(QFileInfo(folder.path()).canonicalFilePath());
    const QString hall = heldName("hall", u"My Hall.PNG"_s), nameless = heldName("none", u".png"_s);
    QVERIFY2(hall.startsWith(u"my-hall-"_s) && hall.endsWith(u".png"_s), qPrintable(hall));
    QVERIFY2(nameless.startsWith(u"picture-"_s), qPrintable(nameless));
    QVERIFY(heldName("other", u"My Hall.PNG"_s) != hall);
    QVERIFY(heldName("none", u"picture.png"_s) == nameless);

    QFile own(root.filePath(u"own.jpg"_s));
    QVERIFY(own.open(QIODevice::WriteOnly) && own.write("own") == 3);
    own.close();
    const QString beside = heldName("own", u"own.jpg"_s), changed = heldName("before", u"own.jpg"_s);
    QString text;
    const QString short1 = u"picture-0b.png"_s, short2 = u"picture-0a.png"_s; // as names were before
    for (const QString &name : {short1, hall, nameless, beside, changed, short2, short1})
        text += u".. image:: %1\n\n"_s.arg(name);
    const StoredPictures done = stored({.text = text,
                                        .pictures = {{hall, "hall"},
                                                     {nameless, "none"},
                                                     {beside, "own"},
                                                     {changed, "before"},
                                                     {short1, "1"},
                                                     {short2, "2"},
                                                     {u"picture-0c.png"_s, "taken out"}}},
                                       picturePlace(root.filePath(u"doors.rst"_s), {}, 2026),
                                       {{beside, own.fileName()}, {changed, own.fileName()}});
    const QMap<QString, QString> names = {
        {hall, u"my-hall.png"_s},  {beside, u"own.jpg"_s},
        {changed, u"own-2.jpg"_s},                               // as it was when it was given
        {short1, u"doors.png"_s},  {nameless, u"doors-2.png"_s}, // in the text's order
        {short2, u"doors-3.png"_s}};
    QCOMPARE(done.names, names);
    QVERIFY(done.problems.isEmpty());
}

QTEST_APPLESS_MAIN(PastedTextTest)
#include "pasted_text_test.moc"
