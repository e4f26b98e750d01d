// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/editor/text_marks.h"

using namespace Qt::StringLiterals;

/// Spelling in the window: what is marked, and what can be done about it with keys and mouse.
class WindowSpellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(".. post:: 2026-03-02\n   :author: Robbin Okafor\n\nThe Doorrs Open\n"
                               "===============\n\nRobbin writes an annoucement with ``kode``.\n"));
    }
    void cleanup() { m_window.reset(); }

    void marksWhatNoDictionaryKnows();
    void replacesByKeys();
    void replacesAtTheCursor();
    void learnsWords();
    void offersInTheContextMenu();
    void isSwitchedOffAndOn();
    void tellsWhenThereIsNoDictionary();
    void marksMoveWithEdits();

private:
    std::size_t marks() const { return m_window->editor()->marks().misspelt().size(); }
    QMenu *menu() const { return m_window->window->findChild<QMenu *>(u"spelling.menu"_s); }
    static QAction *entry(const QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<WindowFixture> m_window;
};

void WindowSpellingTest::marksWhatNoDictionaryKnows()
{
    QTRY_COMPARE(marks(), 2u); // neither the author's name nor the literal
    const auto *label = m_window->find<QLabel>(u"status.spelling"_s);
    QVERIFY(label->isVisible());
    QVERIFY(label->text().startsWith(u"en"_s));
}

void WindowSpellingTest::replacesByKeys()
{
    QTRY_COMPARE(marks(), 2u);
    m_window->trigger(u"spelling.next"_s);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"Doorrs"_s);
    QVERIFY(menu());
    QTRY_VERIFY(entry(menu(), u"Doors"_s));
    menu()->close();
    QTRY_VERIFY(!menu());
    m_window->trigger(u"spelling.next"_s);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"annoucement"_s);
    QTRY_VERIFY(entry(menu(), u"announcement"_s));
    QCOMPARE(menu()->activeAction(), menu()->actions().front());
    QTest::keyClick(menu(), Qt::Key_Return); // the likeliest
    QTRY_VERIFY(m_window->text().contains(u"an announcement with"_s));
    QTRY_COMPARE(marks(), 1u);
    m_window->editor()->undo();
    QVERIFY(m_window->text().contains(u"an annoucement with"_s));
}

void WindowSpellingTest::replacesAtTheCursor()
{
    QTRY_COMPARE(marks(), 2u);
    m_window->goTo(u"annoucement"_s);
    m_window->trigger(u"problems.fix"_s);
    QTRY_VERIFY(menu());
    QTRY_VERIFY(entry(menu(), u"announcement"_s));
    entry(menu(), u"announcement"_s)->trigger();
    QTRY_VERIFY(m_window->text().contains(u"an announcement with"_s));
}

void WindowSpellingTest::learnsWords()
{
    QTRY_COMPARE(marks(), 2u);
    m_window->trigger(u"spelling.next"_s);
    auto *learned = menu()->findChild<QAction *>(u"spelling.learn"_s);
    QVERIFY(learned);
    learned->trigger();
    menu()->close();
    QCOMPARE(m_window->settings.personalWords, QStringList({u"Doorrs"_s}));
    QTRY_COMPARE(marks(), 1u);
    m_window->choose(u"words"_s); // and takes it back
    auto *list = m_window->find<QInputDialog>(u"spelling.wordList"_s);
    QCOMPARE(list->textValue(), u"Doorrs"_s);
    list->setTextValue({});
    list->accept();
    QTRY_COMPARE(marks(), 2u);
    QVERIFY(m_window->settings.personalWords.isEmpty());
}

void WindowSpellingTest::offersInTheContextMenu()
{
    QTRY_COMPARE(marks(), 2u);
    m_window->goTo(u"noucement"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
    QCoreApplication::sendEvent(m_window->editor(), &event);
    auto *menu = m_window->find<QMenu>(u"editor.menu"_s);
    QTRY_VERIFY(entry(menu, u"announcement"_s));
    QVERIFY(menu->findChild<QAction *>(u"edit-paste"_s)); // what is always there is below
    entry(menu, u"announcement"_s)->trigger();
    menu->close();
    QVERIFY(m_window->text().contains(u"an announcement with"_s));
}

void WindowSpellingTest::isSwitchedOffAndOn()
{
    QTRY_COMPARE(marks(), 2u);
    m_window->trigger(u"spelling.check"_s);
    QVERIFY(!m_window->settings.checksSpelling);
    QCOMPARE(marks(), 0u);
    QVERIFY(!m_window->find<QLabel>(u"status.spelling"_s)->isVisible());
    m_window->trigger(u"spelling.next"_s); // who wants the next one wants it checked
    QVERIFY(m_window->settings.checksSpelling);
    QTRY_COMPARE(m_window->editor()->textCursor().selectedText(), u"Doorrs"_s);
    menu()->close();
}

void WindowSpellingTest::tellsWhenThereIsNoDictionary()
{
    QVERIFY(m_window->open(".. post:: 2026-03-02\n   :language: tlh\n\nTitle\n=====\n\nQapla\n", u"other.rst"_s));
    const auto *label = m_window->find<QLabel>(u"status.spelling"_s);
    QTRY_VERIFY(label->text().startsWith(u"no "_s));
    QVERIFY(label->toolTip().contains(u"hunspell-tlh"_s));
    QCOMPARE(marks(), 0u);
}

void WindowSpellingTest::marksMoveWithEdits()
{
    QTRY_COMPARE(marks(), 2u);
    m_window->editor()->moveCursor(QTextCursor::Start);
    m_window->editor()->insertPlainText(u".. A comment\n\n"_s);
    const auto word = m_window->editor()->marks().misspelt().from(0);
    QVERIFY(word);
    QCOMPARE(m_window->text().sliced(word->range.begin, word->range.end - word->range.begin), word->word);
    m_window->goTo(u"orrs"_s);
    QTest::keyClicks(m_window->editor(), u"x"_s); // an edited word is no longer judged
    QCOMPARE(marks(), 1u);
    QTRY_COMPARE(marks(), 2u);
    if (const QString pictures = qEnvironmentVariable("BROADSIDE_PICTURES"); !pictures.isEmpty())
        m_window->window->grab().save(pictures + u"/spelling.png"_s);
}

BROADSIDE_UI_TEST_MAIN(WindowSpellingTest)
#include "spelling_test.moc"
