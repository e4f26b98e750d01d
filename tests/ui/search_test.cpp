// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// What the find bar marks in the text.
class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void marksAllHits_data();
    void marksAllHits();
    void marksHitsOfWhatIsTyped();
    void marksHitsInTheSelectionOnly();
    void marksHitsWhereTheViewIs();
    void marksNothingThatIsNotShown();
    void marksNoHitThatALineBeforeHas();

private:
    QLineEdit *words() const { return m_window->find<QLineEdit>(u"findBar.words"_s); }
    QString result() const { return m_window->find<QLabel>(u"findBar.result"_s)->text(); }
    void select(const QString &words) const
    {
        const auto begin = int(m_window->text().indexOf(words));
        m_window->editor()->goTo({begin, begin + int(words.size())});
    }
    /// Types words into the find bar.
    void find(const QString &wanted) const
    {
        m_window->trigger(u"edit.find"_s);
        words()->clear();
        QTest::keyClicks(words(), wanted);
    }
    /// What is marked as a hit, in the order of the text, with its place: "7 one".
    QStringList hits() const
    {
        const QColor colour = ui::coloursOf(m_window->editor()->palette()).hit;
        QStringList hits;
        for (const QTextEdit::ExtraSelection &mark : m_window->editor()->extraSelections()) {
            if (mark.format.background().color() == colour)
                hits.append(u"%1 %2"_s.arg(mark.cursor.selectionStart()).arg(mark.cursor.selectedText()));
        }
        return hits;
    }

    std::unique_ptr<WindowFixture> m_window;
};

void SearchTest::marksAllHits_data()
{
    QTest::addColumn<session::ColourScheme>("scheme");
    QTest::newRow("light") << session::ColourScheme::Light;
    QTest::newRow("dark") << session::ColourScheme::Dark;
}

void SearchTest::marksAllHits()
{
    QFETCH(const session::ColourScheme, scheme);
    ui::applyColourScheme(scheme);
    QVERIFY(m_window->open("one two one\n\nOne\n"));
    QCOMPARE(hits(), QStringList());
    find(u"one"_s);
    QCOMPARE(hits(), QStringList({u"0 one"_s, u"8 one"_s, u"13 One"_s}));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"one"_s); // the current one, as what is selected
    QCOMPARE(result(), u"1 of 3"_s);
    QTest::keyClick(words(), Qt::Key_Return);
    QCOMPARE(result(), u"2 of 3"_s);
    m_window->find<QToolButton>(u"findBar.case"_s)->click();
    QCOMPARE(hits(), QStringList({u"0 one"_s, u"8 one"_s}));
    m_window->find<QToolButton>(u"findBar.expression"_s)->click();
    find(u"t.o"_s);
    QCOMPARE(hits(), QStringList({u"4 two"_s}));
    find(u"t(o"_s);
    QCOMPARE(hits(), QStringList());
    find(u"one"_s);
    QCOMPARE(hits().size(), 2);
    QTest::keyClick(words(), Qt::Key_Escape);
    QCOMPARE(hits(), QStringList());
    ui::applyColourScheme(session::ColourScheme::Light);
}

void SearchTest::marksHitsOfWhatIsTyped()
{
    QVERIFY(m_window->open("one\n\n"));
    find(u"one"_s);
    QCOMPARE(result(), u"1 of 1"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_window->editor(), u"twone"_s);
    QCOMPARE(hits(), QStringList({u"0 one"_s, u"7 one"_s}));
    QCOMPARE(result(), QString()); // it is not one of one any more
}

void SearchTest::marksHitsInTheSelectionOnly()
{
    QVERIFY(m_window->open("a a\na a\na a\na a\n"));
    select(u"a\na a\na"_s);
    find(u"a"_s);
    QVERIFY(m_window->find<QToolButton>(u"findBar.inSelection"_s)->isChecked());
    QCOMPARE(hits(), QStringList({u"2 a"_s, u"4 a"_s, u"6 a"_s, u"8 a"_s}));
    m_window->find<QToolButton>(u"findBar.expression"_s)->click();
    find(u"^a"_s); // lines begin where those of the text do
    QCOMPARE(hits(), QStringList({u"4 a"_s, u"8 a"_s}));
    m_window->find<QToolButton>(u"findBar.inSelection"_s)->click();
    QCOMPARE(hits(), QStringList({u"0 a"_s, u"4 a"_s, u"8 a"_s, u"12 a"_s}));
}

void SearchTest::marksHitsWhereTheViewIs()
{
    QVERIFY(m_window->open(QByteArray("A line of text.\n\n").repeated(3'000) + "The end of text.\n"));
    find(u"text"_s);
    QVERIFY(hits().size() > 3);
    QVERIFY(hits().size() < 200);
    QVERIFY(hits().front().startsWith(u"10 "_s));
    m_window->editor()->moveCursor(QTextCursor::End);
    const auto last = int(m_window->text().lastIndexOf(u"text"_s));
    QTRY_COMPARE(hits().back(), u"%1 text"_s.arg(last));
    QVERIFY(hits().size() < 200);
}

void SearchTest::marksNothingThatIsNotShown()
{
    // One line, of which but the end is in view.
    QVERIFY(m_window->open(QByteArray("some words ").repeated(4'000) + "at last\n"));
    find(u"s"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->editor()->moveCursor(QTextCursor::Left);
    const auto last = int(m_window->text().lastIndexOf(u's'));
    QTRY_COMPARE(hits().back(), u"%1 s"_s.arg(last));
    QVERIFY2(hits().size() < 2'000, qPrintable(QString::number(hits().size())));
}

void SearchTest::marksNoHitThatALineBeforeHas()
{
    QVERIFY(m_window->open("a\nb\na\nb\nc\n"));
    m_window->find<QToolButton>(u"findBar.expression"_s)->click();
    find(u"a\\nb|b"_s);
    QCOMPARE(hits().size(), 2);
    QCOMPARE(result(), u"1 of 2"_s);
}

BROADSIDE_UI_TEST_MAIN(SearchTest)
#include "search_test.moc"
