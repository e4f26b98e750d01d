// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What a writer does with keys and menus, in the real window.
class WritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void showsTheWholeOfWhatACommandInserts();
    void forgetsTheLinkThatHadTheFocus();
    void beginsAtTheTopOfAPost();
    void tellsAddressesAsThePostHasThem();
    void showsInThePreviewWhatIsTyped();
    void goesOnWithAList();
    void walksThroughATable();
    void beginsATemplateCalmly_data();
    void beginsATemplateCalmly();
    void fillsInATemplate();
    void endsFillingInWithTheLastSlot();
    void movesAndShiftsSections();
    void movesASectionByItsMenuInTheOutline();
    void takesALinkFromTheClipboard();
    void writesAFootnoteATableAndAQuote();
    void replacesAllAsOneStep();
    void replacesWithinTheSelectionOneByOne();
    void saysWhatIsWrongWithAnExpression();
    void dimsOtherParagraphs();
    void keepsTheLineInTheMiddle();
    void countsTheSelection();
    void writesFromRightToLeft();

private:
    void type(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window->editor(), key, modifiers);
    }
    void type(const QString &words)
    {
        QInputMethodEvent event; // keys are those of one keyboard; this is how all others come
        event.setCommitString(words);
        QCoreApplication::sendEvent(m_window->editor(), &event);
    }
    void openFindBar(const QString &action, const QString &words, const QString &replacement)
    {
        m_window->trigger(action);
        m_window->find<QLineEdit>(u"findBar.words"_s)->setText(words);
        m_window->find<QLineEdit>(u"findBar.replacement"_s)->setText(replacement);
    }

    std::unique_ptr<WindowFixture> m_window;
};

void WritingTest::goesOnWithAList()
{
    QVERIFY(m_window->open("Text.\n\n"));
    m_window->editor()->moveCursor(QTextCursor::End);
    type(u"1. one"_s);
    type(Qt::Key_Return);
    type(u"two"_s);
    type(Qt::Key_Return);
    type(Qt::Key_Tab);
    type(u"x"_s);
    QCOMPARE(m_window->text(), u"Text.\n\n1. one\n2. two\n\n   1. x"_s);
    m_window->editor()->undo();
    m_window->editor()->undo();
    QCOMPARE(m_window->text(), u"Text.\n\n1. one\n2. two\n3. "_s); // Tab was one step
    type(Qt::Key_Return);
    type(u"end"_s);
    QCOMPARE(m_window->text(), u"Text.\n\n1. one\n2. two\n\nend"_s);
}

void WritingTest::walksThroughATable()
{
    QVERIFY(m_window->open("Text.\n"));
    m_window->trigger(u"markup.table"_s);
    type(u"Name"_s);
    type(Qt::Key_Tab);
    type(u"日本"_s);
    type(Qt::Key_Tab);
    type(Qt::Key_Tab);
    type(u"a long name"_s);
    type(Qt::Key_Tab);
    QVERIFY2(m_window->text().contains(u"| Name        | 日本 | Heading |\n+=============+======+=========+\n"
                                       "| a long name |      |         |\n"_s),
             qPrintable(m_window->text()));
    type(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"a long name"_s);
    const qsizetype lines = m_window->text().count(u'\n');
    m_window->trigger(u"table.row"_s);
    QCOMPARE(m_window->text().count(u'\n'), lines + 2);
    m_window->trigger(u"table.column"_s);
    QVERIFY(m_window->settles());
    QVERIFY(m_window->postSession()->rendering()->problems.empty());
}

void WritingTest::endsFillingInWithTheLastSlot()
{
    QVERIFY(m_window->open("Title\n=====\n\nAsk ⟦whom⟧.\n"));
    m_window->goTo(u"sk"_s);
    type(Qt::Key_Tab);
    type(u"Robin"_s);
    type(Qt::Key_Tab);
    QCOMPARE(m_window->text(), u"Title\n=====\n\nAsk Robin.\n"_s); // nothing is indented
    type(Qt::Key_Tab);
    QVERIFY(m_window->text().contains(u"Robin  "_s)); // now it is
}

void WritingTest::beginsATemplateCalmly_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"plain"_s, u"colleague"_s, u"election"_s, u"event"_s, u"grants"_s, u"release"_s})
        QTest::newRow(qPrintable(name)) << name;
}

/// Nobody has done anything wrong yet: what is to be filled in is told as that, and nothing is underlined.
void WritingTest::beginsATemplateCalmly()
{
    QFETCH(const QString, name);
    m_window->trigger(u"file.new."_s + name);
    QVERIFY(m_window->settles());
    const auto &problems = m_window->postSession()->rendering()->problems;
    QVERIFY(!problems.empty());
    for (const session::Problem &problem : problems)
        QVERIFY2(problem.severity == session::Severity::Unfilled, qPrintable(problem.plain));
    QCOMPARE(m_window->message(), QString());
    QCOMPARE(m_window->find<QDockWidget>(u"dock.problems"_s)->windowTitle(),
             u"Problems (%1 to fill in)"_s.arg(problems.size()));
    const auto *list = m_window->find<QTreeView>(u"problems.list"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"to fill in"_s);
    const auto marks = m_window->editor()->extraSelections();
    QVERIFY(std::ranges::none_of(marks, [](const QTextEdit::ExtraSelection &mark) {
        return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline;
    }));
    QVERIFY(std::ranges::any_of(
        marks, [](const QTextEdit::ExtraSelection &mark) { return mark.cursor.selectedText().startsWith(u'⟦'); }));
    m_window->trigger(u"problems.next"_s); // it leads there all the same
    QVERIFY(m_window->editor()->textCursor().selectedText().startsWith(u'⟦'));
}

void WritingTest::fillsInATemplate()
{
    m_window->trigger(u"file.new.election"_s);
    QVERIFY(m_window->settles());
    const auto slots = [this] {
        const auto &problems = m_window->postSession()->rendering()->problems;
        return std::ranges::count_if(problems, [](const session::Problem &problem) {
            return problem.plain.contains(u"still to be filled in"_s);
        });
    };
    const auto all = slots();
    QVERIFY(all > 5);
    QCOMPARE(m_window->message(), QString()); // that there is something to fill in is no news
    type(u"The 2026 Election"_s);             // over the selected title
    QVERIFY2(m_window->text().contains(u"\nThe 2026 Election\n=================\n"_s), qPrintable(m_window->text()));
    type(Qt::Key_Tab);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"⟦year⟧"_s);
    type(u"2026"_s);
    type(Qt::Key_Tab);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"⟦name of the board⟧"_s);
    QVERIFY(m_window->text().contains(u"Voting in the 2026 ⟦"_s));
    QVERIFY(m_window->settles());
    QCOMPARE(slots(), all - 1);
    type(u"Board"_s);
    type(Qt::Key_Tab);
    type(u"15 January"_s);
    type(Qt::Key_Tab);
    QVERIFY(m_window->text().contains(u"your vote before 15 January."_s)); // the slot of the same name
    m_window->editor()->undo();
    QVERIFY(m_window->text().contains(u"open until 15 January."_s));
    QVERIFY(m_window->text().contains(u"your vote before ⟦last day"_s));
    const auto marks = m_window->editor()->extraSelections();
    QVERIFY(std::ranges::any_of(marks, [](const QTextEdit::ExtraSelection &mark) {
        return mark.cursor.selectedText() == u"⟦Groups of members⟧"_s &&
               mark.format.hasProperty(QTextFormat::BackgroundBrush);
    }));
}

void WritingTest::movesAndShiftsSections()
{
    const QByteArray post = "T\n==\n\nOne\n---\n\na\n\nTwo\n---\n\nb\n\nDeep\n~~~~\n\nc\n";
    QVERIFY(m_window->open(post));
    m_window->goTo(u"Two"_s);
    m_window->trigger(u"section.up"_s);
    QCOMPARE(m_window->text().toUtf8(), QByteArray("T\n==\n\nTwo\n---\n\nb\n\nDeep\n~~~~\n\nc\n\nOne\n---\n\na\n"));
    m_window->trigger(u"section.down"_s);
    QCOMPARE(m_window->text().toUtf8(), post);
    m_window->trigger(u"section.demote"_s);
    QVERIFY(m_window->text().contains(u"Two\n~~~\n\nb\n\nDeep\n^^^^\n"_s) ||
            m_window->text().contains(u"Two\n~~~\n\nb\n\nDeep\n\"\"\"\"\n"_s));
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), post);
}

void WritingTest::movesASectionByItsMenuInTheOutline()
{
    QVERIFY(m_window->open("T\n==\n\nOne\n---\n\na\n\nTwo\n---\n\nb\n"));
    auto *outline = m_window->find<QTreeView>(u"outline.tree"_s);
    const QModelIndex two = outline->model()->index(1, 0, outline->model()->index(0, 0));
    QCOMPARE(two.data().toString(), u"Two"_s);
    QTRY_VERIFY(outline->visualRect(two).isValid()); // it is unfolded in a moment
    Q_EMIT outline->customContextMenuRequested(outline->visualRect(two).center());
    auto *menu = m_window->find<QMenu>(u"outline.menu"_s);
    QVERIFY(menu->actions().contains(m_window->action(u"section.up"_s)));
    m_window->trigger(u"section.up"_s);
    menu->close();
    QCOMPARE(m_window->text(), u"T\n==\n\nTwo\n---\n\nb\n\nOne\n---\n\na\n"_s);
    QVERIFY(m_window->action(u"section.up"_s)->shortcuts().contains(QKeySequence(u"Alt+Shift+Up"_s)));
}

void WritingTest::takesALinkFromTheClipboard()
{
    QVERIFY(m_window->open("See \n"));
    auto *copied = new QMimeData; // the clipboard owns it
    copied->setText(u"The Hall"_s);
    copied->setHtml(u"<a href=\"https://example.org/hall\">The Hall</a>"_s);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->editor()->goTo({4, 4});
    m_window->trigger(u"markup.link"_s);
    QCOMPARE(m_window->text(), u"See `The Hall <https://example.org/hall>`__\n"_s);
    m_window->editor()->undo();
    QCOMPARE(m_window->text(), u"See \n"_s);
}

void WritingTest::writesAFootnoteATableAndAQuote()
{
    QVERIFY(m_window->open("A word here.\n"));
    m_window->editor()->goTo({6, 6});
    m_window->trigger(u"markup.footnote"_s);
    type(u"Said so."_s);
    QCOMPARE(m_window->text(), u"A word [#note-1]_ here.\n\n.. [#note-1] Said so.\n"_s);
    m_window->editor()->goTo({0, 0});
    m_window->trigger(u"markup.quote"_s);
    QVERIFY(m_window->text().startsWith(u"   A word"_s));
    m_window->trigger(u"markup.quote"_s);
    m_window->trigger(u"markup.code"_s);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"python"_s);
    QVERIFY(m_window->settles());
    QVERIFY(!m_window->text().contains(u'¦'));
}

void WritingTest::replacesAllAsOneStep()
{
    QVERIFY(m_window->open("one two one\n\nOne\n"));
    openFindBar(u"edit.replace"_s, u"(o)ne"_s, u"<\\1>"_s);
    m_window->find<QToolButton>(u"findBar.expression"_s)->click();
    m_window->find<QToolButton>(u"findBar.replaceAll"_s)->click();
    QCOMPARE(m_window->text(), u"<o> two <o>\n\n<O>\n"_s);
    QVERIFY(m_window->find<QLabel>(u"findBar.result"_s)->text().contains(u'3'));
    m_window->editor()->undo();
    QCOMPARE(m_window->text(), u"one two one\n\nOne\n"_s);
}

void WritingTest::replacesWithinTheSelectionOneByOne()
{
    QVERIFY(m_window->open("a\na\na\na\n"));
    m_window->editor()->goTo({2, 5}); // the second and third line
    QTextCursor cursor = m_window->editor()->textCursor();
    cursor.setPosition(2);
    cursor.setPosition(5, QTextCursor::KeepAnchor);
    m_window->editor()->setTextCursor(cursor);
    openFindBar(u"edit.replace"_s, u"a"_s, u"bb"_s);
    QVERIFY(m_window->find<QToolButton>(u"findBar.inSelection"_s)->isChecked());
    auto *replace = m_window->find<QToolButton>(u"findBar.replaceOne"_s);
    replace->click(); // finds the first
    replace->click();
    QCOMPARE(m_window->text(), u"a\nbb\na\na\n"_s);
    m_window->find<QToolButton>(u"findBar.replaceAll"_s)->click();
    QCOMPARE(m_window->text(), u"a\nbb\nbb\na\n"_s);
    QTest::keyClick(m_window->find<QLineEdit>(u"findBar.words"_s), Qt::Key_Escape);
    QVERIFY(!m_window->find<QWidget>(u"findBar"_s)->isVisible());
}

void WritingTest::saysWhatIsWrongWithAnExpression()
{
    QVERIFY(m_window->open("a(b\n"));
    openFindBar(u"edit.find"_s, u"a(b"_s, {});
    auto *words = m_window->find<QLineEdit>(u"findBar.words"_s);
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"a(b"_s);
    m_window->find<QToolButton>(u"findBar.expression"_s)->click();
    QVERIFY(m_window->find<QLabel>(u"findBar.result"_s)->text().contains(u"regular expression"_s));
}

void WritingTest::dimsOtherParagraphs()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"The first"_s);
    const auto faint = [this] {
        QString words;
        for (const QTextEdit::ExtraSelection &selection : m_window->editor()->extraSelections()) {
            if (selection.format.hasProperty(QTextFormat::ForegroundBrush))
                words += selection.cursor.selectedText();
        }
        return words;
    };
    QVERIFY(!faint().contains(u"Programme"_s));
    m_window->trigger(u"editor.focus"_s);
    QVERIFY(faint().contains(u"Programme"_s));
    QVERIFY(!faint().contains(u"The first"_s));
    m_window->goTo(u"Some"_s);
    QVERIFY(faint().contains(u"The first"_s));
    m_window->window->close();
    QVERIFY(m_window->settings.isFocused);
}

void WritingTest::keepsTheLineInTheMiddle()
{
    QVERIFY(m_window->open(QByteArray("A line.\n").repeated(400)));
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"editor.typewriter"_s);
    const int height = m_window->editor()->viewport()->height();
    const auto share = [&] { return double(m_window->editor()->cursorRect().center().y()) / height; };
    QTRY_VERIFY2(share() > 0.4 && share() < 0.6, qPrintable(QString::number(share())));
    type(Qt::Key_Return);
    QTRY_VERIFY2(share() > 0.4 && share() < 0.6, qPrintable(QString::number(share())));
}

void WritingTest::countsTheSelection()
{
    QVERIFY(m_window->open("One two three.\n"));
    const auto *label = m_window->find<QLabel>(u"status.words"_s);
    QVERIFY2(label->text().startsWith(u"3 words"_s), qPrintable(label->text()));
    m_window->editor()->goTo({0, 7});
    QVERIFY2(label->text().startsWith(u"2 of 3 words"_s), qPrintable(label->text()));
    m_window->editor()->goTo({0, 0});
    QVERIFY(label->text().startsWith(u"3 words"_s));
}

void WritingTest::writesFromRightToLeft()
{
    QVERIFY(m_window->open("* שלום\n"));
    m_window->editor()->goTo({6, 6});
    type(Qt::Key_Return);
    type(u"مرحبا"_s);
    QCOMPARE(m_window->text(), u"* שלום\n* مرحبا\n"_s);
    const QTextBlock block = m_window->editor()->document()->firstBlock();
    QCOMPARE(block.textDirection(), Qt::RightToLeft); // by its first letter
    m_window->goTo(u"مرحبا"_s);
    m_window->trigger(u"markup.strong"_s);
    QVERIFY(m_window->text().contains(u"**مرحبا**"_s));
    m_window->trigger(u"markup.heading1"_s);
    QVERIFY(m_window->settles());
}

void WritingTest::forgetsTheLinkThatHadTheFocus()
{
    m_window->window->activateWindow();
    QVERIFY(m_window->open(aPost));
    QVERIFY(m_window->paints());
    ui::PreviewView *view = m_window->window->preview()->view();
    view->setFocus();
    QTRY_VERIFY(view->isAncestorOf(m_window->window->focusWidget()));
    Q_EMIT view->linkHovered(u"https://a.example"_s);
    QCOMPARE(m_window->window->statusBar()->currentMessage(), u"https://a.example"_s);
    m_window->editor()->setFocus();
    QTRY_COMPARE(m_window->window->statusBar()->currentMessage(), QString());
}

void WritingTest::beginsAtTheTopOfAPost()
{
    m_window->window->resize(1024, 600);
    m_window->window->activateWindow();
    const QByteArray title = QByteArray("Long Words ").repeated(40).trimmed();
    const QByteArray text =
        QByteArray(aPost).replace("The Doors Open\n==============", title + '\n' + QByteArray(title.size(), '='));
    QVERIFY(m_window->open(text + QByteArray("\nA paragraph.\n").repeated(60)));
    m_window->editor()->setFocus();
    QTRY_VERIFY(m_window->editor()->hasFocus());
    QVERIFY(m_window->paints());
    m_window->trigger(u"file.refresh"_s);
    QVERIFY(m_window->settles() && m_window->paints());
    QCOMPARE(m_window->inPage(u"document.scrollingElement.scrollTop"_s).toInt(), 0);
}

void WritingTest::tellsAddressesAsThePostHasThem()
{
    QVERIFY(m_window->open(aPost));
    QVERIFY(m_window->paints());
    ui::PreviewView *view = m_window->window->preview()->view();
    QSignalSpy hovered(view, &ui::PreviewView::linkHovered);
    m_window->editor()->setFocus();
    hovered.clear();
    // The mouse is elsewhere, and the page was not told: what scrolls below its last place is not pointed at.
    Q_EMIT view->webPage()->linkHovered(u"https://a.example/"_s);
    QCOMPARE(hovered.takeLast().front().toString(), QString());
    m_window->window->activateWindow();
    view->setFocus();
    QTRY_VERIFY(view->isAncestorOf(m_window->window->focusWidget()));
    hovered.clear();
    for (const auto &[address, shown] : {std::pair(u"https://a.example/b"_s, u"https://a.example/b"_s),
                                         {u"broadside://post/other%20post.html#end"_s, u"other post.html#end"_s},
                                         {QString(), QString()}}) {
        Q_EMIT view->webPage()->linkHovered(address);
        QCOMPARE(hovered.takeLast().front().toString(), shown);
    }
}

void WritingTest::showsTheWholeOfWhatACommandInserts()
{
    QVERIFY(m_window->open(QByteArray("A line.\n\n").repeated(80)));
    ui::RstEditor *editor = m_window->editor();
    editor->moveCursor(QTextCursor::End);
    m_window->trigger(u"markup.table"_s);
    QTextCursor last(editor->document());
    last.movePosition(QTextCursor::End);
    while (last.block().text().trimmed().isEmpty())
        last.movePosition(QTextCursor::PreviousBlock);
    QVERIFY(last.block().text().startsWith(u"+--"_s));
    QVERIFY(editor->viewport()->rect().contains(editor->cursorRect(last).center()));
    QVERIFY(editor->viewport()->rect().contains(editor->cursorRect().center()));
}

void WritingTest::showsInThePreviewWhatIsTyped()
{
    m_window->window->activateWindow();
    QVERIFY(m_window->open(aPost +
                           QByteArray("\nA paragraph of a post that is long enough to be scrolled.\n").repeated(40) +
                           QByteArray("\n\n\n\n")));
    QVERIFY(m_window->paints());
    m_window->editor()->setFocus();
    QTRY_VERIFY(m_window->editor()->hasFocus());
    m_window->editor()->moveCursor(QTextCursor::End);
    const auto bottom = [this] {
        return m_window->inPage(u"document.querySelector('.block:last-child').getBoundingClientRect().bottom"_s)
            .toDouble();
    };
    const double height = m_window->inPage(u"innerHeight"_s).toDouble();
    for (const QString &words : {u"Typed at the end."_s, u"Typed."_s, u"Again."_s}) {
        type(words);
        type(Qt::Key_Return);
        type(Qt::Key_Return);
        QTRY_VERIFY2(m_window->pageText().contains(words), qPrintable(words));
        QVERIFY(m_window->paints());
        QVERIFY2(bottom() <= height, qPrintable(u"%1 of %2"_s.arg(bottom()).arg(height)));
    }
    // Nothing jumps where the line is in view already.
    m_window->editor()->moveCursor(QTextCursor::Start);
    QTRY_COMPARE(m_window->inPage(u"document.scrollingElement.scrollTop"_s).toInt(), 0);
    m_window->goTo(u"The first paragraph"_s);
    QTest::keyClicks(m_window->editor(), u"Now "_s);
    QTRY_VERIFY(m_window->pageText().contains(u"Now The first"_s));
    m_window->goTo(u"Doors Open"_s);
    QTest::keyClicks(m_window->editor(), u"title of many words that takes more than a line of the page "_s);
    QTRY_VERIFY(m_window->pageText().contains(u"of the page Doors"_s));
    QVERIFY(m_window->paints());
    QCOMPARE(m_window->inPage(u"document.scrollingElement.scrollTop"_s).toInt(), 0);
}

BROADSIDE_UI_TEST_MAIN(WritingTest)
#include "writing_test.moc"
