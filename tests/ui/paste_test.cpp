// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

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
    void storesAPicture();

private:
    static void copyHtml(const QString &html, const QString &plain)
    {
        auto *copied = new QMimeData;
        copied->setHtml(html);
        copied->setText(plain);
        QGuiApplication::clipboard()->setMimeData(copied);
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

BROADSIDE_UI_TEST_MAIN(PasteTest)
#include "paste_test.moc"
