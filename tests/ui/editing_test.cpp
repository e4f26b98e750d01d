// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/panels/problems_panel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QTextBlock>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;

class EditingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void keepsEveryCharacterOfTheText();
    void coloursReStructuredText();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void underlinesTheExactSpanOfAProblem();
    void explainsAProblemUnderTheMouse();
    void listsProblemsInPlainAndInDocutilsWords();
    void walksTheProblems();
    void showsTheWholeOfTheProblemThatItGoesTo();
    void choosesNoOtherProblemForOneThatIsMended();
    void keepsTheChosenProblem();
    void followsTheHeadings();
    void undoesAndRedoes();
    void zoomsAndWraps();
    void findsWords();
    void leavesRoomForWhatIsFound();
    void keepsToWhatIsSelectedNow();
    void marksTheLinesThatASearchKeepsTo();
    void keepsAnExpressionThatFoundSomething();
    void keepsLinesInPlaceWhenAMessageComes();
    void indentsByThree();
    void opensAnotherPostFromTheEndOfOne();
    void takesANewRowBack();

private:
    std::unique_ptr<WindowFixture> m_window;
};

void EditingTest::keepsEveryCharacterOfTheText()
{
    const QString odd = u"no-break\u00A0space, thin\u2009space, tab\there, line\u2028separator, 🎉, a\u0301 \n"_s;
    QVERIFY(m_window->open(odd.toUtf8()));
    QCOMPARE(m_window->text(), odd);
}

void EditingTest::coloursReStructuredText()
{
    QVERIFY(m_window->open(aPost));
    const QTextBlock directive = m_window->editor()->document()->firstBlock();
    QTRY_VERIFY(!directive.layout()->formats().isEmpty());
}

void EditingTest::coloursCanBeRead_data()
{
    QTest::addColumn<session::ColourScheme>("scheme");
    QTest::newRow("light") << session::ColourScheme::Light;
    QTest::newRow("dark") << session::ColourScheme::Dark;
}

void EditingTest::coloursCanBeRead()
{
    QFETCH(const session::ColourScheme, scheme);
    ui::applyColourScheme(scheme);
    const auto restore = qScopeGuard([] { ui::applyColourScheme(session::ColourScheme::Light); });
    QVERIFY(m_window->open(QByteArray(aPost) +
                           "\n.. note:: A :pep:`8` and ``code``, |today|, `link <x>`__ and name_.\n\n"
                           ".. a comment\n\n.. _name: https://example.org/\n\n- item [1]_\n"));
    const QColor ground = m_window->editor()->palette().color(QPalette::Base);
    QSet<QRgb> seen;
    const QTextDocument *text = m_window->editor()->document();
    QTRY_VERIFY(!text->lastBlock().previous().layout()->formats().isEmpty()); // the last line with something on it
    for (QTextBlock block = text->begin(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            const QColor colour = range.format.foreground().color();
            if (range.format.foreground().style() == Qt::NoBrush)
                continue;
            seen.insert(colour.rgb());
            QVERIFY2(ui::contrastOf(colour, ground) >= 4.5,
                     qPrintable(block.text().mid(range.start, range.length) + u' ' + colour.name()));
        }
    }
    QVERIFY2(seen.size() >= 4, qPrintable(QString::number(seen.size())));
}

void EditingTest::underlinesTheExactSpanOfAProblem()
{
    QVERIFY(m_window->open(aPost));
    bool isMarked = false;
    for (const QTextEdit::ExtraSelection &selection : m_window->editor()->extraSelections()) {
        if (selection.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
            selection.cursor.selectedText() == "*"_L1)
            isMarked = true;
    }
    QVERIFY(isMarked);
}

void EditingTest::explainsAProblemUnderTheMouse()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"*unclosed"_s);
    const QPoint place = m_window->editor()->cursorRect().center();
    const QPoint inEditor = m_window->editor()->viewport()->mapTo(m_window->editor(), place);
    QHelpEvent hover(QEvent::ToolTip, inEditor, m_window->editor()->mapToGlobal(inEditor));
    QApplication::sendEvent(m_window->editor(), &hover);
    QTRY_VERIFY(QToolTip::text().contains(u"never ends"_s));
    QVERIFY(QToolTip::text().contains(u"start-string without end-string"_s));
}

void EditingTest::listsProblemsInPlainAndInDocutilsWords()
{
    QVERIFY(m_window->open(aPost));
    const QAbstractItemModel *problems = m_window->find<QTreeView>(u"problems.list"_s)->model();
    QStringList rows;
    for (int row = 0; row < problems->rowCount(); ++row)
        rows.append(problems->index(row, 0).data().toString() + u' ' + problems->index(row, 1).data().toString() +
                    u' ' + problems->index(row, 2).data().toString());
    const QString all = rows.join(u'\n');
    QVERIFY2(all.contains(u"warning 15:6 Emphasis begins here"_s), qPrintable(all));
    QVERIFY2(all.contains(u"Inline emphasis start-string without end-string."_s), qPrintable(all));
}

void EditingTest::walksTheProblems()
{
    QVERIFY(m_window->open(QByteArray(aPost) + "\nAnother *one.\n"));
    m_window->editor()->moveCursor(QTextCursor::Start);
    QStringList seen;
    const auto here = [this] {
        const QTextCursor cursor = m_window->editor()->textCursor();
        return u"%1:%2"_s.arg(cursor.blockNumber() + 1).arg(cursor.selectionStart() - cursor.block().position() + 1);
    };
    m_window->action(u"problems.next"_s)->trigger();
    const QString first = here();
    for (int i = 0; i < 10 && seen.size() < 10; ++i) {
        seen.append(here());
        m_window->trigger(u"problems.next"_s);
        if (here() == first)
            break;
    }
    QVERIFY2(seen.contains(u"15:6"_s) && seen.contains(u"17:9"_s), qPrintable(seen.join(u' ')));
    m_window->trigger(u"problems.previous"_s); // round the other way, to the last
    QCOMPARE(here(), seen.last());
}

void EditingTest::showsTheWholeOfTheProblemThatItGoesTo()
{
    QByteArray text = aPost;
    for (int i = 0; i < 12; ++i)
        text += "\nAnother *one.\n";
    QVERIFY(m_window->open(text));
    const auto *list = m_window->find<QTreeView>(u"problems.list"_s);
    m_window->editor()->moveCursor(QTextCursor::Start);
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        m_window->trigger(u"problems.next"_s);
        const QRect row = list->visualRect(list->currentIndex());
        QVERIFY2(
            list->viewport()->rect().contains(QRect(0, row.top(), 1, row.height() - 2)),
            qPrintable(u"%1: %2+%3 in %4"_s.arg(i).arg(row.top()).arg(row.height()).arg(list->viewport()->height())));
    }
    // The row is marked as one, from its top on.
    const QRect row = list->visualRect(list->currentIndex());
    const QImage seen = list->viewport()->grab().toImage();
    const int y = int((row.top() + 1) * seen.devicePixelRatio());
    QCOMPARE(seen.pixelColor(row.left() + 1, y), seen.pixelColor(seen.width() - 10, y));
}

void EditingTest::choosesNoOtherProblemForOneThatIsMended()
{
    QVERIFY(m_window->open(QByteArray(aPost) + "\n* An item\nends.\n"));
    const auto *list = m_window->find<QTreeView>(u"problems.list"_s);
    const int rows = list->model()->rowCount();
    QVERIFY(rows > 1);
    m_window->editor()->setFocus();
    m_window->editor()->moveCursor(QTextCursor::Start);
    do
        m_window->trigger(u"problems.next"_s);
    while (!m_window->editor()->textCursor().block().text().contains(u"*unclosed"_s));
    QVERIFY(list->currentIndex().isValid());
    m_window->goTo(u"*unclosed"_s);
    m_window->editor()->textCursor().deleteChar();
    QVERIFY(m_window->settles());
    QCOMPARE(list->model()->rowCount(), rows - 1);
    QVERIFY(!list->currentIndex().isValid());
}

void EditingTest::keepsTheChosenProblem()
{
    QVERIFY(m_window->open(QByteArray(aPost) + "\nAnother *one.\n\nA *third.\n"));
    auto *list = m_window->find<QTreeView>(u"problems.list"_s);
    const int rows = list->model()->rowCount();
    list->setCurrentIndex(list->model()->index(rows - 1, 0));
    const QString place = list->model()->index(rows - 1, 1).data().toString();
    // A line more before it moves the problem, and a problem less among them makes it another row: it stays chosen.
    m_window->editor()->moveCursor(QTextCursor::Start);
    m_window->editor()->insertPlainText(u"\n"_s);
    QVERIFY(m_window->settles());
    QCOMPARE(list->currentIndex().row(), rows - 1);
    QVERIFY(list->model()->index(rows - 1, 1).data().toString() != place);
    m_window->goTo(u"*one."_s);
    m_window->editor()->textCursor().deleteChar();
    QVERIFY(m_window->settles());
    QCOMPARE(list->model()->rowCount(), rows - 1);
    QCOMPARE(list->currentIndex().row(), rows - 2);
}

void EditingTest::followsTheHeadings()
{
    QVERIFY(m_window->open(aPost));
    auto *tree = m_window->find<QTreeView>(u"outline.tree"_s);
    const QModelIndex title = tree->model()->index(0, 0);
    QCOMPARE(title.data().toString(), u"The Doors Open"_s);
    const QModelIndex section = tree->model()->index(0, 0, title);
    QCOMPARE(section.data().toString(), u"Programme"_s);
    Q_EMIT tree->activated(section);
    QCOMPARE(m_window->editor()->textCursor().block().text(), u"Programme"_s);
    m_window->goTo(u"The first paragraph"_s);
    QCOMPARE(tree->currentIndex().data().toString(), u"The Doors Open"_s);
}

void EditingTest::undoesAndRedoes()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"The first"_s);
    QTest::keyClicks(m_window->editor(), u"Well. "_s);
    QVERIFY(m_window->text().contains(u"Well. The first"_s));
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text(), QString::fromUtf8(aPost));
    m_window->trigger(u"edit.redo"_s);
    QVERIFY(m_window->text().contains(u"Well. The first"_s));
}

void EditingTest::zoomsAndWraps()
{
    QVERIFY(m_window->open(aPost));
    const double size = m_window->editor()->font().pointSizeF();
    m_window->trigger(u"editor.zoomIn"_s);
    QVERIFY(m_window->editor()->font().pointSizeF() > size);
    m_window->trigger(u"editor.zoomReset"_s);
    QCOMPARE(m_window->editor()->font().pointSizeF(), size);
    m_window->trigger(u"editor.wrap"_s);
    QCOMPARE(m_window->editor()->lineWrapMode(), QPlainTextEdit::NoWrap);
}

void EditingTest::findsWords()
{
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"edit.find"_s);
    auto *words = m_window->find<QLineEdit>(u"findBar.words"_s);
    QTest::keyClicks(words, u"says"_s);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"says"_s);
    QTest::keyClicks(words, u"!"_s);
    QCOMPARE(m_window->find<QLabel>(u"findBar.result"_s)->text(), u"Not found"_s);
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(words->parentWidget()->isHidden());
}

void EditingTest::keepsToWhatIsSelectedNow()
{
    QVERIFY(m_window->open("one\ntwo\n\none\ntwo\n\none\n"));
    m_window->editor()->goTo({0, 7});
    m_window->trigger(u"edit.replace"_s);
    m_window->editor()->goTo({9, 16}); // the bar stays open
    m_window->trigger(u"edit.replace"_s);
    m_window->find<QLineEdit>(u"findBar.words"_s)->setText(u"one"_s);
    m_window->find<QLineEdit>(u"findBar.replacement"_s)->setText(u"1"_s);
    m_window->find<QToolButton>(u"findBar.replaceAll"_s)->click();
    QCOMPARE(m_window->text(), u"one\ntwo\n\n1\ntwo\n\none\n"_s);
    m_window->find<QToolButton>(u"findBar.replaceAll"_s)->click();
    QCOMPARE(m_window->find<QLabel>(u"findBar.result"_s)->text(), u"Not found in the selected text"_s);
}

void EditingTest::marksTheLinesThatASearchKeepsTo()
{
    const auto marked = [this] {
        QStringList texts;
        const QColor searched = ui::coloursOf(m_window->editor()->palette()).searched;
        for (const QTextEdit::ExtraSelection &selection : m_window->editor()->extraSelections()) {
            if (selection.format.background().color() == searched)
                texts.append(selection.cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n'));
        }
        return texts.join(u'|');
    };
    QVERIFY(m_window->open("one\ntwo\n\none\ntwo\n\none\n"));
    m_window->editor()->goTo({0, 7});
    m_window->trigger(u"edit.find"_s);
    QCOMPARE(marked(), u"one\ntwo"_s);
    QTest::keyClicks(m_window->find<QLineEdit>(u"findBar.words"_s), u"tw"_s);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"tw"_s);
    QCOMPARE(marked(), u"one\ntwo"_s);
    // As it is seen: the first line up to the edge, and not the one below the part.
    const auto colourAt = [this](int line) {
        const QImage seen = m_window->editor()->viewport()->grab().toImage();
        const QTextCursor cursor(m_window->editor()->document()->findBlockByNumber(line));
        const int y = m_window->editor()->cursorRect(cursor).center().y();
        return seen.pixelColor(seen.width() - 30, int(y * seen.devicePixelRatio()));
    };
    const QColor searched = ui::coloursOf(m_window->editor()->palette()).searched;
    QCOMPARE(colourAt(0).rgb(), searched.rgb());
    QVERIFY(colourAt(3).rgb() != searched.rgb());
    QTest::keyClick(m_window->find<QLineEdit>(u"findBar.words"_s), Qt::Key_Escape);
    QCOMPARE(marked(), QString());
    // Another text is searched as a whole.
    m_window->editor()->goTo({0, 7});
    m_window->trigger(u"edit.find"_s);
    QVERIFY(m_window->open(aPost, u"other.rst"_s));
    QVERIFY(!m_window->find<QToolButton>(u"findBar.inSelection"_s)->isChecked());
    QCOMPARE(marked(), QString());
}

void EditingTest::keepsAnExpressionThatFoundSomething()
{
    QVERIFY(m_window->open("one 11 two 22\n"));
    m_window->trigger(u"edit.find"_s);
    auto *words = m_window->find<QLineEdit>(u"findBar.words"_s);
    m_window->find<QToolButton>(u"findBar.expression"_s)->setChecked(true);
    words->setText(u"[0-9]+"_s);
    m_window->trigger(u"edit.findNext"_s);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"11"_s);
    m_window->trigger(u"edit.replace"_s);
    QCOMPARE(words->text(), u"[0-9]+"_s);
    m_window->editor()->goTo({0, 3});
    m_window->trigger(u"edit.find"_s);
    QCOMPARE(words->text(), u"one"_s);
}

void EditingTest::leavesRoomForWhatIsFound()
{
    m_window->window->resize(1024, 700);
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"edit.replace"_s);
    QCoreApplication::processEvents();
    const auto *bar = m_window->find<QWidget>(u"findBar"_s);
    const int height = bar->height();
    for (const auto *name : {"findBar.words", "findBar.replacement"}) {
        const auto *field = m_window->find<QLineEdit>(QString::fromLatin1(name));
        QVERIFY2(field->width() >= 180, qPrintable(u"%1: %2"_s.arg(field->objectName()).arg(field->width())));
    }
    for (const auto *button : bar->findChildren<QToolButton *>())
        QVERIFY2(bar->rect().contains(button->geometry()), qPrintable(button->objectName()));
    QTest::keyClicks(m_window->find<QLineEdit>(u"findBar.words"_s), u"doors"_s);
    QCoreApplication::processEvents();
    QVERIFY(!m_window->find<QLabel>(u"findBar.result"_s)->text().isEmpty());
    QCOMPARE(bar->height(), height); // the text above does not jump
    QTest::keyClick(m_window->editor(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void EditingTest::keepsLinesInPlaceWhenAMessageComes()
{
    QByteArray text = aPost;
    for (int line = 0; line < 200; ++line)
        text += "\nLine " + QByteArray::number(line) + ".\n";
    QVERIFY(m_window->open(text));
    ui::RstEditor *editor = m_window->editor();
    auto *messages = m_window->find<ui::MessageBar>(u"messageBar"_s);
    const auto height = [editor] {
        return editor->viewport()->mapTo(editor->window(), editor->cursorRect().center()).y();
    };
    const auto isSeen = [editor] { return editor->viewport()->rect().contains(editor->cursorRect()); };
    m_window->goTo(u"Line 120."_s);
    QCoreApplication::processEvents();
    QVERIFY(isSeen());
    const int before = height();
    const int line = editor->cursorRect().height();
    messages->tell(ui::MessageBar::Kind::Note, u"Something happened."_s);
    QTest::qWait(50);
    QTRY_VERIFY2(std::abs(height() - before) <= line, qPrintable(u"%1, was %2"_s.arg(height()).arg(before)));
    QVERIFY(isSeen());
    messages->dismiss();
    QTest::qWait(50);
    QTRY_VERIFY2(std::abs(height() - before) <= line, qPrintable(u"%1, was %2"_s.arg(height()).arg(before)));

    // The last line that is seen stays one.
    while (editor->cursorRect().bottom() + line < editor->viewport()->height())
        editor->moveCursor(QTextCursor::Down);
    messages->tell(ui::MessageBar::Kind::Note, u"Something happened."_s);
    QTest::qWait(50);
    QVERIFY(isSeen());
    // And one at the top of the text, where nothing can be scrolled back.
    messages->dismiss();
    editor->moveCursor(QTextCursor::Start);
    QTest::qWait(50);
    messages->tell(ui::MessageBar::Kind::Note, u"Something happened."_s);
    QTest::qWait(50);
    QVERIFY(isSeen());
}

void EditingTest::indentsByThree()
{
    QVERIFY(m_window->open("one\ntwo\n\nthree\n"));
    m_window->editor()->selectAll();
    QTest::keyClick(m_window->editor(), Qt::Key_Tab);
    QCOMPARE(m_window->text(), u"   one\n   two\n\n   three\n"_s);
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text(), u"one\ntwo\n\nthree\n"_s);
}

void EditingTest::takesANewRowBack()
{
    QVERIFY(m_window->open("+---+---+\n| a | b |\n+---+---+\n"));
    m_window->goTo(u"b |"_s);
    m_window->editor()->moveCursor(QTextCursor::Right);
    QTest::keyClicks(m_window->editor(), u"igger"_s);
    QTest::keyClick(m_window->editor(), Qt::Key_Tab);
    QVERIFY2(m_window->text().contains(u"|   |"_s), qPrintable(m_window->text()));
    m_window->trigger(u"edit.undo"_s);
    QVERIFY2(m_window->text().contains(u"bigger |\n+---+--------+\n"_s) && !m_window->text().contains(u"|   |"_s),
             qPrintable(m_window->text()));
}

void EditingTest::opensAnotherPostFromTheEndOfOne()
{
    const QByteArray longPost = aPost + QByteArray("\nA paragraph in a longg post.\n").repeated(80);
    for (const QByteArray &next : {aPost, longPost, QByteArray("Short.\n")}) {
        QVERIFY(m_window->open(longPost));
        m_window->editor()->moveCursor(QTextCursor::End);
        QTRY_VERIFY(m_window->editor()->verticalScrollBar()->value() > 0);
        QVERIFY(m_window->open(next, u"next.rst"_s)); // the view moves while the editor has no cursor
        QCOMPARE(m_window->text(), QString::fromUtf8(next));
        QCOMPARE(m_window->editor()->textCursor().position(), 0);
    }
}

BROADSIDE_UI_TEST_MAIN(EditingTest)
#include "editing_test.moc"
