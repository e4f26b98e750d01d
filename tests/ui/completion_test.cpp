// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

using namespace Qt::StringLiterals;

class WindowCompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open("Title\n=====\n\nText\n\n"));
        m_window->window->activateWindow();
        m_window->editor()->setFocus();
        QTRY_VERIFY(m_window->editor()->hasFocus());
        m_window->editor()->moveCursor(QTextCursor::End);
    }
    void cleanup() { m_window.reset(); }

    void offersWhileMarkupIsTyped();
    void staysAwayFromProse();
    void completesOnRequest();

private:
    QFrame *popup() const { return m_window->find<QFrame>(u"completer"_s); }

    std::unique_ptr<WindowFixture> m_window;
};

void WindowCompletionTest::offersWhileMarkupIsTyped()
{
    QTest::keyClicks(m_window->editor(), u".. fig"_s);
    QVERIFY(m_window->editor()->hasFocus());
    QVERIFY2(popup()->isVisible(), qPrintable(m_window->text()));
    QVERIFY(m_window->find<QLabel>(u"completer.help"_s)->text().contains(u"caption"_s));
    if (const QString pictures = qEnvironmentVariable("BROADSIDE_PICTURES"); !pictures.isEmpty())
        popup()->grab().save(pictures + u"/completer.png"_s);
    QTest::keyClick(m_window->editor(), Qt::Key_Return);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(m_window->text(), u"Title\n=====\n\nText\n\n.. figure:: "_s);
    m_window->editor()->undo();
    QVERIFY(m_window->text().endsWith(u".. fig"_s));   // one step
    QVERIFY(m_window->editor()->textCursor().atEnd()); // and typing goes on where it was
    QTest::keyClicks(m_window->editor(), u"u"_s);
    QVERIFY(popup()->isVisible());
    QTest::keyClick(m_window->editor(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
}

void WindowCompletionTest::staysAwayFromProse()
{
    QTest::keyClicks(m_window->editor(), u"At 10:30, a figure"_s);
    QVERIFY(!popup()->isVisible());
    QTest::keyClick(m_window->editor(), Qt::Key_Return);
    QVERIFY(m_window->text().endsWith(u"figure\n"_s));
}

void WindowCompletionTest::completesOnRequest()
{
    QTest::keyClicks(m_window->editor(), u".. "_s);
    QVERIFY(!popup()->isVisible());
    m_window->trigger(u"editor.complete"_s);
    QVERIFY(popup()->isVisible());
    QVERIFY(m_window->find<QListWidget>(u"completer.list"_s)->count() > 40);
}

BROADSIDE_UI_TEST_MAIN(WindowCompletionTest)
#include "completion_test.moc"
