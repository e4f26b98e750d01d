// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/editor/text_folding.h"

using namespace Qt::StringLiterals;

/// Finding one's way in the text: help with a place, links followed and left again, names changed, parts folded.
class WindowNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(thePost));
        QVERIFY(m_window->paints()); // then the panels have their places, too
        m_window->window->activateWindow();
        m_window->editor()->setFocus();
        QTRY_VERIFY(m_window->editor()->hasFocus());
    }
    void cleanup() { m_window.reset(); }

    void followsLinksAndComesBack();
    void followsByMouse();
    void tellsLinksThatLeadOut();
    void renamesEverywhereInOneStep();
    void helpsAtTheCursor();
    void helpsUnderTheMouse();
    void keepsATipWhileTheMouseMovesOn();
    void showsPictures();
    void foldsAndUnfolds();
    void foldsSurviveEdits();
    void opensWhereTheCursorComes();
    void foldsAll();
    void foldsByTheGutter();
    void showsAllKeys();

private:
    bool isVisible(const QString &words) const
    {
        return m_window->editor()->document()->findBlock(int(m_window->text().indexOf(words))).isVisible();
    }
    QPoint placeOf(const QString &words) const
    {
        QTextCursor cursor(m_window->editor()->document());
        cursor.setPosition(int(m_window->text().indexOf(words)) + 1);
        return m_window->editor()->cursorRect(cursor).center();
    }
    QString tipAt(const QPoint &inViewport) const
    {
        QToolTip::hideText();
        if (!QTest::qWaitFor([] { return !QToolTip::isVisible(); }))
            qFatal("A tip stays.");
        rest(inViewport);
        return QToolTip::text();
    }
    void rest(const QPoint &inViewport) const
    {
        const QPoint global = m_window->editor()->viewport()->mapToGlobal(inViewport);
        QHelpEvent help(QEvent::ToolTip, m_window->editor()->mapFromGlobal(global), global);
        QCoreApplication::sendEvent(m_window->editor(), &help);
    }

    static constexpr auto thePost = ".. post:: 2026-03-02\n"
                                    "   :tags: sprint\n"
                                    "\n"
                                    "The Doors Open\n"
                                    "==============\n"
                                    "\n"
                                    "See plan_ and `the site <https://a.example/x>`__.\n"
                                    "\n"
                                    "Programme\n"
                                    "---------\n"
                                    "\n"
                                    "Again plan_, a note [#n]_.\n"
                                    "\n"
                                    ".. figure:: hall.png\n"
                                    "   :alt: The hall\n"
                                    "\n"
                                    "   A caption\n"
                                    "\n"
                                    "Last part\n"
                                    "---------\n"
                                    "\n"
                                    "The end.\n"
                                    "\n"
                                    ".. _plan: https://b.example/plan\n"
                                    ".. [#n] What the note says.\n";
    std::unique_ptr<WindowFixture> m_window;
};

void WindowNamesTest::followsLinksAndComesBack()
{
    m_window->goTo(u"plan_"_s);
    m_window->trigger(u"names.follow"_s);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"plan"_s);
    QCOMPARE(m_window->editor()->textCursor().block().text(), u".. _plan: https://b.example/plan"_s);
    m_window->editor()->moveCursor(QTextCursor::Start);
    m_window->editor()->insertPlainText(u"\n\n"_s); // places follow edits
    m_window->trigger(u"names.back"_s);
    QVERIFY(m_window->editor()->textCursor().block().text().startsWith(u"See plan_"_s));
}

void WindowNamesTest::followsByMouse()
{
    QTest::mouseClick(m_window->editor()->viewport(), Qt::LeftButton, Qt::ControlModifier, placeOf(u"#n]_"_s));
    QCOMPARE(m_window->editor()->textCursor().block().text(), u".. [#n] What the note says."_s);
}

void WindowNamesTest::tellsLinksThatLeadOut()
{
    m_window->goTo(u"site <"_s);
    m_window->trigger(u"names.follow"_s);
    QVERIFY(m_window->message().contains(u"https://a.example/x"_s)); // and opens nothing by itself
}

void WindowNamesTest::renamesEverywhereInOneStep()
{
    m_window->goTo(u"plan_"_s);
    m_window->trigger(u"names.rename"_s);
    auto *dialog = m_window->find<QInputDialog>(u"names.newName"_s);
    QCOMPARE(dialog->textValue(), u"plan"_s);
    QVERIFY(dialog->labelText().contains(u'3'));
    dialog->setTextValue(u"the route"_s);
    dialog->accept();
    QCOMPARE(m_window->text(), QString(QLatin1StringView(thePost))
                                   .replace(u"plan_"_s, u"`the route`_"_s)
                                   .replace(u"_plan:"_s, u"_the route:"_s));
    m_window->editor()->undo();
    QCOMPARE(m_window->text(), QLatin1StringView(thePost));

    QVERIFY(m_window->settles());
    m_window->goTo(u"n]_"_s);
    m_window->trigger(u"names.rename"_s);
    dialog = m_window->window->findChildren<QInputDialog *>(u"names.newName"_s).last();
    dialog->setTextValue(u"two words"_s);
    dialog->accept();
    QCOMPARE(m_window->text(), QLatin1StringView(thePost));
    QVERIFY(m_window->message().contains(u"one word"_s));
}

void WindowNamesTest::helpsAtTheCursor()
{
    m_window->goTo(u"igure::"_s);
    m_window->trigger(u"help.place"_s);
    QVERIFY2(QToolTip::text().contains(u"caption"_s), qPrintable(QToolTip::text()));
    m_window->goTo(u"The end."_s);
    m_window->trigger(u"help.place"_s);
    QTRY_VERIFY(QToolTip::text().contains(u"nothing"_s));
    QToolTip::hideText();
}

void WindowNamesTest::helpsUnderTheMouse()
{
    QVERIFY(tipAt(placeOf(u"plan_"_s)).contains(u"https://b.example/plan"_s));
    QVERIFY(QToolTip::text().contains(u"nowrap"_s)); // an address stays on its line
    const QString note = tipAt(placeOf(u"#n]_"_s));
    QVERIFY2(note.contains(u"What the note says."_s), qPrintable(note));
    QVERIFY(tipAt(placeOf(u"alt:"_s)).contains(u"cannot see"_s));
    QVERIFY(tipAt(placeOf(u"The end"_s)).isEmpty());
    const QPoint beside = placeOf(u"The end"_s) + QPoint(300, 0);
    QVERIFY(tipAt(beside).isEmpty());
}

void WindowNamesTest::keepsATipWhileTheMouseMovesOn()
{
    const QPoint place = placeOf(u"plan_"_s);
    const QString tip = tipAt(place);
    QVERIFY(!tip.isEmpty());
    rest(place + QPoint(2, 0)); // on the same word
    QTest::qWait(600);          // a tip that is hidden takes 300 ms to go
    QVERIFY(QToolTip::isVisible());
    QCOMPARE(QToolTip::text(), tip);
    rest(placeOf(u"The end"_s));
    QTRY_VERIFY(!QToolTip::isVisible());
    // By the key, too.
    m_window->goTo(u"igure::"_s);
    m_window->trigger(u"help.place"_s);
    m_window->trigger(u"help.place"_s);
    QTest::qWait(600);
    QVERIFY2(QToolTip::text().contains(u"<code>.. figure:: argument</code>"_s), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void WindowNamesTest::showsPictures()
{
    QImage picture(3000, 2000, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QVERIFY(picture.save(m_window->folder.filePath(u"hall.png"_s)));
    tipAt(placeOf(u"hall.png"_s));
    QTRY_VERIFY(QToolTip::text().contains(u"data:image/png"_s));
    QToolTip::hideText();
}

void WindowNamesTest::foldsAndUnfolds()
{
    m_window->goTo(u"A caption"_s);
    m_window->trigger(u"editor.fold"_s);
    QVERIFY(!isVisible(u"A caption"_s));
    QVERIFY(!isVisible(u":alt: The hall"_s));
    QVERIFY(isVisible(u".. figure"_s));
    QVERIFY(isVisible(u"Last part"_s));
    QVERIFY(m_window->editor()->textCursor().block().text().startsWith(u".. figure"_s)); // stays in view
    m_window->trigger(u"editor.fold"_s);
    QVERIFY(isVisible(u"A caption"_s));
    QCOMPARE(m_window->text(), QLatin1StringView(thePost)); // nothing but looks
    QVERIFY(!m_window->editor()->document()->isModified());
}

void WindowNamesTest::foldsSurviveEdits()
{
    m_window->goTo(u"A caption"_s);
    m_window->trigger(u"editor.fold"_s);
    m_window->editor()->moveCursor(QTextCursor::Start);
    m_window->editor()->insertPlainText(u"One\n\nTwo\n\n"_s);
    QVERIFY(m_window->settles());
    QVERIFY(!isVisible(u"A caption"_s));
    QVERIFY(isVisible(u".. figure"_s));
    m_window->editor()->undo();
    QVERIFY(m_window->settles());
    QVERIFY(!isVisible(u"A caption"_s));
}

void WindowNamesTest::opensWhereTheCursorComes()
{
    m_window->goTo(u"Again"_s);
    m_window->trigger(u"editor.fold"_s); // the section
    QVERIFY(!isVisible(u"A caption"_s));
    QVERIFY(!isVisible(u"---------\n\nAgain"_s));
    QVERIFY(isVisible(u"Last part"_s));
    m_window->trigger(u"edit.find"_s);
    m_window->find<QLineEdit>(u"findBar.words"_s)->setText(u"caption"_s);
    m_window->trigger(u"edit.findNext"_s);
    QTRY_VERIFY(isVisible(u"A caption"_s));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"caption"_s);
}

void WindowNamesTest::foldsAll()
{
    m_window->trigger(u"editor.foldAll"_s);
    QVERIFY(!isVisible(u":tags: sprint"_s));
    QVERIFY(isVisible(u".. post"_s));
    QVERIFY(isVisible(u"See plan_"_s)); // below the title, which everything is in
    QVERIFY(isVisible(u"Last part"_s));
    QVERIFY(!isVisible(u"A caption"_s));
    if (const QString pictures = qEnvironmentVariable("BROADSIDE_PICTURES"); !pictures.isEmpty())
        m_window->window->grab().save(pictures + u"/folded.png"_s);
    m_window->trigger(u"editor.foldAll"_s);
    QVERIFY(isVisible(u"A caption"_s));
    QVERIFY(isVisible(u":tags: sprint"_s));
}

void WindowNamesTest::foldsByTheGutter()
{
    auto *gutter = m_window->find<QWidget>(u"editor.gutter"_s);
    const QPoint place(gutter->width() - 4, placeOf(u".. figure"_s).y());
    QTest::mouseClick(gutter, Qt::LeftButton, {}, place);
    QVERIFY(!isVisible(u"A caption"_s));
    if (const QString pictures = qEnvironmentVariable("BROADSIDE_PICTURES"); !pictures.isEmpty())
        m_window->window->grab().save(pictures + u"/fold.png"_s);
    QTest::mouseClick(gutter, Qt::LeftButton, {}, place);
    QVERIFY(isVisible(u"A caption"_s));
}

void WindowNamesTest::showsAllKeys()
{
    m_window->trigger(u"help.keys"_s);
    auto *overlay = m_window->find<QDialog>(u"shortcuts"_s);
    QString text;
    for (const QLabel *label : overlay->findChildren<QLabel *>())
        text += label->text();
    for (const QString &key : {u"Ctrl+S"_s, u"F12"_s, u"F7"_s, u"Ctrl+Alt+O"_s})
        QVERIFY2(text.contains(key), qPrintable(key));
    if (const QString pictures = qEnvironmentVariable("BROADSIDE_PICTURES"); !pictures.isEmpty())
        overlay->grab().save(pictures + u"/keys.png"_s);
    QTest::keyClick(overlay, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->window->findChild<QDialog *>(u"shortcuts"_s));
}

BROADSIDE_UI_TEST_MAIN(WindowNamesTest)
#include "names_test.moc"
