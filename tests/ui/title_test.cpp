// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

using namespace Qt::StringLiterals;

/// A title and its adornment, while it is typed.
class TitleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(aPost));
        m_window->goTo(u"\n=============="_s); // behind the title
    }
    void cleanup() { m_window.reset(); }

    void keepsTheAdornmentAsWideAsTheTitle();
    void countsColumns();
    void isTakenBackWordByWord();
    void joinsNothingThatWasThereBefore();

private:
    QString title() const { return m_window->text().section(u'\n', 6, 7); }
    void undo() const { m_window->trigger(u"edit.undo"_s); }

    std::unique_ptr<WindowFixture> m_window;
};

void TitleTest::keepsTheAdornmentAsWideAsTheTitle()
{
    QVERIFY(m_window->open("Title\n=====\n\nLonger\n-----------\n"));
    m_window->editor()->moveCursor(QTextCursor::Start);
    m_window->editor()->moveCursor(QTextCursor::EndOfLine);
    QTest::keyClicks(m_window->editor(), u"s, too"_s);
    QVERIFY2(m_window->text().startsWith(u"Titles, too\n===========\n"_s), qPrintable(m_window->text()));
    QTest::keyClick(m_window->editor(), Qt::Key_Backspace);
    QVERIFY(m_window->text().startsWith(u"Titles, to\n==========\n"_s));
    while (m_window->editor()->document()->isUndoAvailable())
        m_window->editor()->undo();
    QVERIFY2(m_window->text().startsWith(u"Title\n=====\n"_s), qPrintable(m_window->text()));
    m_window->goTo(u"Longer"_s);
    QTest::keyClicks(m_window->editor(), u"X"_s);
    QVERIFY(m_window->text().contains(u"XLonger\n-----------\n"_s)); // its author wanted it longer
}

void TitleTest::countsColumns()
{
    m_window->editor()->insertPlainText(u" 日本"_s);
    QCOMPARE(title(), u"The Doors Open 日本\n==================="_s);
    QTest::keyClick(m_window->editor(), Qt::Key_Backspace);
    QCOMPARE(title(), u"The Doors Open 日\n================="_s);
}

void TitleTest::isTakenBackWordByWord()
{
    QTest::keyClicks(m_window->editor(), u" for everybody"_s);
    QCOMPARE(title(), u"The Doors Open for everybody\n============================"_s);
    undo();
    QCOMPARE(title(), u"The Doors Open for\n=================="_s);
    undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
    m_window->trigger(u"edit.redo"_s);
    m_window->trigger(u"edit.redo"_s);
    QCOMPARE(title(), u"The Doors Open for everybody\n============================"_s);
}

void TitleTest::joinsNothingThatWasThereBefore()
{
    m_window->goTo(u"paragraph says"_s);
    QTest::keyClicks(m_window->editor(), u"x"_s);
    m_window->goTo(u"\n=============="_s);
    QTest::keyClicks(m_window->editor(), u"ed"_s);
    undo();
    QVERIFY2(m_window->text().contains(u"xparagraph"_s), qPrintable(m_window->text()));
    QCOMPARE(title(), u"The Doors Open\n=============="_s);
    QTest::keyClicks(m_window->editor(), u"s"_s);
    m_window->goTo(u"paragraph says"_s);
    m_window->goTo(u"\n==============="_s);
    QTest::keyClicks(m_window->editor(), u"!"_s); // at the same place
    undo();
    QVERIFY2(m_window->text().contains(u"xparagraph"_s), qPrintable(m_window->text()));
}

BROADSIDE_UI_TEST_MAIN(TitleTest)
#include "title_test.moc"
