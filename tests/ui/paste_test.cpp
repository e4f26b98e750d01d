// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

class PasteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(aPost));
        m_window->goTo(u"says what"_s);
    }
    void cleanup() { m_window.reset(); }

    void makesRichTextReStructuredText();
    void keepsItPlainOnRequest();
    void storesPicturesOfRichText();
    void keepsPicturesUntilThePostHasAFile();
    void storesAPicture();
    void putsCopiedPicturesBelowOneAnother();
    void takesSeveralPicturesBackAtOnce();
    void tellsWhichPictureCannotBeStored();

private:
    static void copyHtml(const QString &html, const QString &plain)
    {
        auto *copied = new QMimeData;
        copied->setHtml(html);
        copied->setText(plain);
        QGuiApplication::clipboard()->setMimeData(copied);
    }

    /// The address of a picture, as office programs copy them.
    static QString embeddedPicture()
    {
        QImage picture(20, 10, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        picture.save(&png, "PNG");
        return u"data:image/png;base64,"_s + QString::fromLatin1(png.data().toBase64());
    }

    std::unique_ptr<WindowFixture> m_window;
};

void PasteTest::makesRichTextReStructuredText()
{
    copyHtml(u"<b>really</b> "_s, u"really "_s);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u"**really**"_s), qPrintable(m_window->text()));
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void PasteTest::keepsItPlainOnRequest()
{
    copyHtml(u"<b>really</b>"_s, u"really"_s);
    m_window->trigger(u"edit.pastePlain"_s);
    QVERIFY(m_window->text().contains(u"paragraph reallysays"_s));
    m_window->editor()->undo();
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY(m_window->text().contains(u"**really**"_s));
    QTRY_VERIFY(!m_window->message().isEmpty());
    m_window->choose(u"keepPlain"_s);
    QVERIFY(m_window->text().contains(u"paragraph reallysays"_s));
}

void PasteTest::storesPicturesOfRichText()
{
    copyHtml(u"<p>A hall:</p><p><img alt='A hall' src='%1'></p>"_s.arg(embeddedPicture()), u"A hall:"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: post.png\n   :alt: A hall"_s), qPrintable(m_window->text()));
    QCOMPARE(QImage(m_window->folder.filePath(u"post.png"_s)).size(), QSize(20, 10));
}

void PasteTest::keepsPicturesUntilThePostHasAFile()
{
    m_window->trigger(u"file.new"_s);
    copyHtml(u"<p>A hall:</p><p><img alt='A hall' src='%1'></p>"_s.arg(embeddedPicture()), u"A hall:"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: picture-"_s), qPrintable(m_window->text()));
    QVERIFY2(m_window->message().startsWith(u"1 picture"_s), qPrintable(m_window->message()));
    m_window->choose(u"save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: hall.png\n   :alt: A hall"_s), qPrintable(m_window->text()));
    QCOMPARE(QImage(m_window->folder.filePath(u"hall.png"_s)).size(), QSize(20, 10));
}

void PasteTest::storesAPicture()
{
    auto *copied = new QMimeData;
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    copied->setImageData(picture);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. figure:: post.png\n   :alt: describe the picture"_s),
                 qPrintable(m_window->text()));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"describe the picture"_s);
    QCOMPARE(QImage(m_window->folder.filePath(u"post.png"_s)).size(), picture.size());
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void PasteTest::putsCopiedPicturesBelowOneAnother()
{
    const QTemporaryDir elsewhere;
    QList<QUrl> urls;
    for (const QString &name : {u"One Door.png"_s, u"two.jpg"_s, u"three.png"_s}) {
        QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(elsewhere.filePath(name)));
        urls.append(QUrl::fromLocalFile(elsewhere.filePath(name)));
    }
    auto *copied = new QMimeData;
    copied->setUrls(urls);
    copied->setText(u"three names"_s); // as file managers do
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u"happens.\n\n"
                                           ".. figure:: one-door.png\n   :alt: describe the picture\n\n"
                                           ".. figure:: two.jpg\n   :alt: describe the picture\n\n"
                                           ".. figure:: three.png\n   :alt: describe the picture\n\nProgramme"_s),
                 qPrintable(m_window->text()));
    for (const QString &name : {u"one-door.png"_s, u"two.jpg"_s, u"three.png"_s})
        QVERIFY2(QFile::exists(m_window->folder.filePath(name)), qPrintable(name));
    QVERIFY2(m_window->message().startsWith(u"3 pictures"_s), qPrintable(m_window->message()));
    for (const QString &words : {u"A door"_s, u"Two doors"_s, u"Three doors"_s}) {
        QCOMPARE(m_window->editor()->textCursor().selectedText(), u"describe the picture"_s);
        QTest::keyClicks(m_window->editor(), words);
        QTest::keyClick(m_window->editor(), Qt::Key_Tab);
    }
    QVERIFY2(!m_window->text().contains(u"describe the picture"_s), qPrintable(m_window->text()));
    QVERIFY2(m_window->message().isEmpty(), qPrintable(m_window->message())); // nothing is left to be said
    for (const QString &words : {u":alt: A door\n"_s, u":alt: Two doors\n"_s, u":alt: Three doors\n"_s})
        QVERIFY2(m_window->text().contains(words), qPrintable(m_window->text()));
}

void PasteTest::takesSeveralPicturesBackAtOnce()
{
    const QTemporaryDir elsewhere;
    auto *copied = new QMimeData;
    QList<QUrl> urls;
    for (const QString &name : {u"one.png"_s, u"two.png"_s}) {
        QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(elsewhere.filePath(name)));
        urls.append(QUrl::fromLocalFile(elsewhere.filePath(name)));
    }
    copied->setUrls(urls);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. figure:: two.png\n"_s), qPrintable(m_window->text()));
    QVERIFY(!m_window->message().isEmpty());
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
    QVERIFY(m_window->message().isEmpty());
}

void PasteTest::tellsWhichPictureCannotBeStored()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(elsewhere.filePath(u"there.png"_s)));
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(elsewhere.filePath(u"gone.png"_s)),
                     QUrl::fromLocalFile(elsewhere.filePath(u"there.png"_s))});
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. figure:: there.png\n"_s), qPrintable(m_window->text()));
    QVERIFY(!m_window->text().contains(u"gone.png"_s));
    QVERIFY2(m_window->message().contains(u"gone.png"_s), qPrintable(m_window->message()));
}

BROADSIDE_UI_TEST_MAIN(PasteTest)
#include "paste_test.moc"
