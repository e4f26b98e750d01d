// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

using namespace Qt::StringLiterals;

class MarkupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void marksTheWordAtTheCursor();
    void linksToTheCopiedAddress();
    void makesHeadings();
    void insertsAPicture();
    void goesToALine();

private:
    std::unique_ptr<WindowFixture> m_window;
};

void MarkupTest::marksTheWordAtTheCursor()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"paragraph"_s);
    m_window->trigger(u"markup.strong"_s);
    QVERIFY(m_window->text().contains(u"The first **paragraph** says"_s));
    m_window->trigger(u"markup.strong"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
    m_window->trigger(u"markup.emphasis"_s);
    QVERIFY(m_window->text().contains(u"The first *paragraph* says"_s));
    m_window->editor()->undo();
    m_window->editor()->undo();
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void MarkupTest::linksToTheCopiedAddress()
{
    QVERIFY(m_window->open(aPost));
    QGuiApplication::clipboard()->setText(u"https://example.org/hall"_s);
    m_window->goTo(u"paragraph"_s);
    m_window->trigger(u"markup.link"_s);
    QVERIFY2(m_window->text().contains(u"The first `paragraph <https://example.org/hall>`__ says"_s),
             qPrintable(m_window->text()));
}

void MarkupTest::makesHeadings()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"Programme"_s);
    m_window->trigger(u"markup.heading1"_s);
    QVERIFY(m_window->text().contains(u"Programme\n========="_s));
    m_window->trigger(u"markup.heading0"_s);
    QVERIFY(!m_window->text().contains(u"Programme\n="_s));
}

void MarkupTest::insertsAPicture()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"The first"_s);
    m_window->trigger(u"markup.image"_s);
    QVERIFY2(m_window->text().contains(u"happens.\n\n.. figure:: picture.png\n   :alt:"_s),
             qPrintable(m_window->text()));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"picture.png"_s);
}

void MarkupTest::goesToALine()
{
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"markup.goToLine"_s);
    auto *dialog = m_window->find<QInputDialog>(u"goToLine"_s);
    dialog->setIntValue(4);
    dialog->accept();
    QCOMPARE(m_window->editor()->textCursor().blockNumber(), 3);
}

BROADSIDE_UI_TEST_MAIN(MarkupTest)
#include "markup_test.moc"
