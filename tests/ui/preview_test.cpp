// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

class PreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void showsTitlePostcardAndText();
    void showsNoPostcardWhereTheSiteSeesNoPost();
    void showsNoRedBoxes();
    void exchangesOnlyTheChangedBlock();
    void keepsItsPlaceWhileTheTextChangesAbove();
    void followsTheTextAndLeadsIt();
    void jumpsFromTextToPreviewAndBack();
    void putsTheCursorOnClickedText();
    void tellsWhereALinkLeads();
    void turnsDark();
    void showsTheSeedPost();
    void coloursCode();
    void laysOutMarkedLinesAndNotes();
    void keepsWhatABrokenBlockShowed();
    void showsOtherFaces();
    void hasThreeWidths();
    void findsWords();
    void writesAPdf();
    void takesTheLookOfABuiltSite();
    void saysWhereThereIsNoSphinx();
    void survivesAPostThatIncludesItself();
    void staysInStepPastPicturesAndTables();

private:
    [[nodiscard]] bool open(const QByteArray &bytes) { return m_window->open(bytes) && m_window->paints(); }
    [[nodiscard]] static QByteArray longPost();

    std::unique_ptr<WindowFixture> m_window;
};

QByteArray PreviewTest::longPost()
{
    QByteArray post = ".. post:: 2026-03-02\n\nA long post\n===========\n\n";
    for (int i = 1; i <= 120; ++i)
        post += "Paragraph number " + QByteArray::number(i) + " says a thing or two about itself.\n\n";
    return post;
}

void PreviewTest::showsTitlePostcardAndText()
{
    QVERIFY(open(QByteArray(aPost).replace("   :mood: sunny\n", "")));
    const QString text = m_window->pageText();
    for (const QString &words : {u"The Doors Open"_s, u"02 March 2026"_s, u"Robin Okafor"_s, u"Lisbon"_s, u"sprint"_s,
                                 u"The first paragraph says what happens."_s, u"Programme"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
}

/// An option that the directive does not have costs the site the whole post.
void PreviewTest::showsNoPostcardWhereTheSiteSeesNoPost()
{
    QVERIFY(open(aPost));
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('.postcard-facts').length"_s).toInt(), 0);
    QVERIFY2(m_window->pageText().contains(u"does not count this page as a post"_s), qPrintable(m_window->pageText()));
    const auto &problems = m_window->postSession()->rendering()->problems;
    QVERIFY(std::ranges::any_of(problems, [](const auto &problem) { return problem.plain.contains(u"“mood”"_s); }));
}

void PreviewTest::showsNoRedBoxes()
{
    QVERIFY(open(QByteArray(aPost) + "\n.. nonsense:: here\n\n   and there\n"));
    const QString text = m_window->pageText();
    QVERIFY2(!text.contains(u"System Message"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"Unknown directive"_s), qPrintable(text));
}

void PreviewTest::exchangesOnlyTheChangedBlock()
{
    QVERIFY(open(aPost));
    (void)m_window->inPage(u"document.querySelectorAll('.block').forEach(b => b.dataset.old = 'yes')"_s);
    m_window->goTo(u"says what"_s);
    QTest::keyClicks(m_window->editor(), u"now "_s);
    QVERIFY(m_window->paints());
    QVERIFY(m_window->pageText().contains(u"now says what"_s));
    QCOMPARE(m_window->inPage(u"[...document.querySelectorAll('.block')].filter(b => !b.dataset.old).length"_s).toInt(),
             1);
}

void PreviewTest::keepsItsPlaceWhileTheTextChangesAbove()
{
    QVERIFY(open(longPost()));
    m_window->editor()->verticalScrollBar()->setValue(m_window->editor()->verticalScrollBar()->maximum() / 2);
    const QString placeOfOne =
        u"[...document.querySelectorAll('.block')].find(b => b.innerText.includes('number 70 ')).getBoundingClientRect().top"_s;
    QTRY_VERIFY(m_window->inPage(placeOfOne).toDouble() < 3000);
    QTest::qWait(100); // for the page's own scroll event
    const double before = m_window->inPage(placeOfOne).toDouble();
    QTextCursor cursor(m_window->editor()->document());
    cursor.setPosition(int(m_window->text().indexOf(u"Paragraph number 2 "_s)));
    cursor.insertText(u"A new paragraph that takes some room.\n\n"_s);
    QVERIFY(m_window->paints());
    QVERIFY(m_window->pageText().contains(u"A new paragraph"_s));
    const double after = m_window->inPage(placeOfOne).toDouble();
    QVERIFY2(std::abs(after - before) < 60, qPrintable(u"%1 -> %2"_s.arg(before).arg(after)));
}

void PreviewTest::followsTheTextAndLeadsIt()
{
    QVERIFY(open(longPost()));
    const QString scrollTop = u"document.scrollingElement.scrollTop"_s;
    QScrollBar *bar = m_window->editor()->verticalScrollBar();
    bar->setValue(bar->maximum());
    QTRY_VERIFY(
        m_window
            ->inPage(
                u"document.scrollingElement.scrollTop + innerHeight >= document.scrollingElement.scrollHeight - 2"_s)
            .toBool());
    bar->setValue(0);
    QTRY_COMPARE(m_window->inPage(scrollTop).toInt(), 0);
    QTest::qWait(100);

    (void)m_window->inPage(u"window.scrollTo(0, document.scrollingElement.scrollHeight / 2)"_s);
    QTRY_VERIFY(bar->value() > bar->maximum() / 4);
    const QString shown = m_window
                              ->inPage(uR"(
        (() => { const share = scrollY / (document.scrollingElement.scrollHeight - innerHeight);
                 const y = share * innerHeight;
                 return [...document.querySelectorAll('.block')].filter(b => b.getBoundingClientRect().top <= y).pop().innerText; })()
        )"_s)
                              .toString();
    const ui::ViewPlace place = m_window->editor()->viewPlace();
    const int expected = int(m_window->text().indexOf(shown.first(shown.indexOf(u" says"_s)) + u" says"_s));
    QVERIFY2(std::abs(place.position - expected) < 400, qPrintable(shown));
}

void PreviewTest::jumpsFromTextToPreviewAndBack()
{
    QVERIFY(open(longPost()));
    m_window->goTo(u"Paragraph number 40"_s);
    const int position = m_window->editor()->textCursor().position();
    m_window->trigger(u"view.jump"_s);
    QTRY_VERIFY(m_window->window->preview()->isAncestorOf(m_window->window->focusWidget()));
    const QString seen = u"[...document.querySelectorAll('p')].find(p => p.innerText.startsWith('Paragraph number 40'))"
                         ".getBoundingClientRect().top / innerHeight"_s;
    QTRY_VERIFY2(std::abs(m_window->inPage(seen).toDouble() - 0.3) < 0.05,
                 qPrintable(m_window->inPage(seen).toString()));
    m_window->trigger(u"view.jump"_s);
    QCOMPARE(m_window->window->focusWidget(), m_window->editor());
    QCOMPARE(m_window->editor()->textCursor().position(), position);
    // The preview is scrolled to its end by its own keys: the cursor comes there.
    m_window->trigger(u"view.jump"_s);
    (void)m_window->inPage(u"document.scrollingElement.scrollTop = 1e6"_s);
    const QScrollBar *bar = m_window->editor()->verticalScrollBar();
    QTRY_VERIFY2(bar->value() > bar->maximum() * 4 / 5, qPrintable(QString::number(bar->value())));
    m_window->trigger(u"view.jump"_s);
    QVERIFY(m_window->editor()->textCursor().position() > m_window->text().indexOf(u"Paragraph number 110"_s));
}

void PreviewTest::putsTheCursorOnClickedText()
{
    QVERIFY(open(aPost));
    const QRectF box = [this] {
        const QVariantList rect = m_window
                                      ->inPage(uR"(
            (() => { const block = [...document.querySelectorAll('.block')].find(b => b.innerText.includes('says what'));
                     const text = block.querySelector('p').firstChild; const range = document.createRange();
                     const at = text.data.indexOf('happens'); range.setStart(text, at); range.setEnd(text, at + 7);
                     const r = range.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; })()
            )"_s)
                                      .toList();
        return QRectF(rect[0].toDouble(), rect[1].toDouble(), rect[2].toDouble(), rect[3].toDouble());
    }();
    (void)m_window->inPage(
        u"document.elementFromPoint(%1, %2).dispatchEvent(new MouseEvent('click', {bubbles: true, clientX: %1, clientY: %2}))"_s
            .arg(box.center().x())
            .arg(box.center().y()));
    QTRY_COMPARE(m_window->editor()->textCursor().selectedText(), u"happens"_s);
}

void PreviewTest::tellsWhereALinkLeads()
{
    QVERIFY(open(QByteArray(aPost) + "\nSee `the place <https://example.org/there>`__.\n"));
    (void)m_window->inPage(u"document.querySelector('a[href^=https]').click()"_s);
    QTRY_VERIFY2(m_window->message().contains(u"https://example.org/there"_s), qPrintable(m_window->message()));
    QCOMPARE(m_window->inPage(u"location.href"_s).toString(), u"broadside://page/"_s);
}

void PreviewTest::turnsDark()
{
    QVERIFY(open(aPost));
    const QString background = u"getComputedStyle(document.documentElement).backgroundColor"_s;
    QCOMPARE(m_window->inPage(background).toString(), u"rgb(255, 255, 255)"_s);
    m_window->trigger(u"view.dark"_s);
    QTRY_VERIFY(m_window->inPage(background).toString() != u"rgb(255, 255, 255)"_s);
    QVERIFY(ui::isDark(m_window->editor()->palette()));
    m_window->trigger(u"view.light"_s);
    QTRY_COMPARE(m_window->inPage(background).toString(), u"rgb(255, 255, 255)"_s);
}

void PreviewTest::showsTheSeedPost()
{
    const QString path = QStringLiteral(BROADSIDE_SHARED "/seed/2024-07-announcing-our-new-infrastructure.rst");
    if (!QFile::exists(path))
        QSKIP("The seed post is not here.");
    m_window->window->openFile(path);
    QVERIFY(m_window->settles());
    QVERIFY(m_window->paints());
    const QString text = m_window->pageText();
    for (const QString &words : {u"Announcing Our New Infrastructure Engineer"_s, u"Python Software Foundation"_s,
                                 u"11 July 2024"_s, u"World"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
    QVERIFY(!text.contains(u"System Message"_s));
    const auto &problems = m_window->postSession()->rendering()->problems;
    QVERIFY(std::ranges::count(problems, session::Severity::LooksWrong, &session::Problem::severity) > 0);
}

void PreviewTest::coloursCode()
{
    QVERIFY(open("Title\n=====\n\n.. code-block:: python\n   :linenos:\n\n   def f():  # why\n       return \"<b>\"\n\n"
                 ".. code-block:: console\n\n   $ ls <x>\n   answer\n"));
    const QString code = m_window->inPage(u"document.querySelector('.highlight').innerText"_s).toString();
    QVERIFY2(code.contains(u"def f():  # why\n"_s) && code.contains(u"return \"<b>\""_s), qPrintable(code));
    const QString colours =
        u"new Set([...document.querySelectorAll('.highlight span[class]')].map(s => getComputedStyle(s).color)).size"_s;
    QVERIFY(m_window->inPage(colours).toInt() >= 3);
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('.highlight .gp').length"_s).toInt(), 1);
    const QString comment = u"getComputedStyle(document.querySelector('.highlight .c1')).color"_s;
    const QString light = m_window->inPage(comment).toString();
    m_window->trigger(u"view.dark"_s);
    QTRY_VERIFY(m_window->inPage(comment).toString() != light);
    m_window->trigger(u"view.light"_s);
}

void PreviewTest::laysOutMarkedLinesAndNotes()
{
    QVERIFY(
        open("Title\n=====\n\n.. code-block:: python\n   :linenos:\n   :emphasize-lines: 1-2,4\n\n   a = 1\n   b = 2\n"
             "   c = 3\n   d = 4\n   e = 5\n\nSee [1]_.\n\n.. [1] One.\n\n   Two.\n"));
    // Each is below the one before, and begins where it does.
    const auto areBelow = [](const QString &selector) {
        return u"[...document.querySelectorAll('%1')].map(e => e.getBoundingClientRect()).every((r, i, all) => "
               "i === 0 || (r.top > all[i - 1].top && Math.abs(r.left - all[0].left) < 1))"_s.arg(selector);
    };
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('.highlight .linenos').length"_s).toInt(), 5);
    QVERIFY(m_window->inPage(areBelow(u".highlight .linenos"_s)).toBool());
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('.footnote > p').length"_s).toInt(), 2);
    QVERIFY(m_window->inPage(areBelow(u".footnote > p"_s)).toBool());
}

void PreviewTest::keepsWhatABrokenBlockShowed()
{
    QVERIFY(open("Title\n=====\n\n.. note::\n\n   The note.\n\nAfter.\n"));
    m_window->goTo(u"note::"_s);
    QTest::keyClicks(m_window->editor(), u"x"_s);
    QVERIFY(m_window->paints());
    QCOMPARE(
        m_window->inPage(u"document.querySelector('.broadside-kept .admonition p:last-child').innerText"_s).toString(),
        u"The note."_s);
    QVERIFY(m_window->pageText().contains(u"There is a mistake in the text now"_s));
    m_window->editor()->undo();
    QVERIFY(m_window->paints());
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('.broadside-kept').length"_s).toInt(), 0);
}

void PreviewTest::showsOtherFaces()
{
    QVERIFY(open(QByteArray(aPost).replace("2026-03-02", "2020-03-02").replace("   :mood: sunny\n", "")));
    const auto shows = [this](const QString &selector) {
        return m_window->inPage(u"document.querySelectorAll('%1').length"_s.arg(selector)).toInt() == 1;
    };
    m_window->trigger(u"preview.card"_s);
    QTRY_VERIFY(shows(u".face-card"_s));
    QVERIFY(m_window->pageText().contains(u"Read more"_s));
    m_window->trigger(u"preview.feed"_s);
    QTRY_VERIFY(shows(u".face-feed"_s));
    m_window->trigger(u"preview.social"_s);
    QTRY_VERIFY(shows(u".face-social"_s));
    QVERIFY(m_window->pageText().contains(u"The first paragraph says"_s));
    // Typing shows there as well.
    m_window->goTo(u"says what"_s);
    QTest::keyClicks(m_window->editor(), u"now "_s);
    QTRY_VERIFY(m_window->pageText().contains(u"now says what"_s));
    m_window->trigger(u"preview.page"_s);
    QTRY_VERIFY(shows(u"#programme"_s));
}

void PreviewTest::hasThreeWidths()
{
    QVERIFY(open(aPost));
    const int whole = m_window->inPage(u"innerWidth"_s).toInt();
    m_window->trigger(u"preview.phone"_s);
    QTRY_COMPARE(m_window->inPage(u"innerWidth"_s).toInt(), 390);
    m_window->trigger(u"preview.wide"_s);
    QTRY_COMPARE(m_window->inPage(u"innerWidth"_s).toInt(), whole);
}

void PreviewTest::findsWords()
{
    QVERIFY(open(aPost));
    m_window->trigger(u"preview.find"_s);
    auto *words = m_window->find<QLineEdit>(u"previewFind.words"_s);
    words->setText(u"programme"_s);
    QTRY_COMPARE(m_window->find<QLabel>(u"previewFind.count"_s)->text(), u"1 of 1"_s);
    words->setText(u"not there at all"_s);
    QTRY_COMPARE(m_window->find<QLabel>(u"previewFind.count"_s)->text(), u"not found"_s);
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!words->isVisible());
}

void PreviewTest::writesAPdf()
{
    QVERIFY(open(".. post:: 2026-03-02\n   :tags: a, b\n\nTitle\n=====\n\n.. raw:: html\n\n"
                 "   <div style=\"height: 235mm\">A high block.</div>\n"));
    m_window->trigger(u"file.pdf"_s);
    const QString path = m_window->folder.filePath(u"post.pdf"_s);
    auto *dialog = m_window->find<QFileDialog>(u"pdfDialog"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY2(m_window->message().contains(u"was written"_s), qPrintable(m_window->message()));
    QVERIFY(WindowFixture::read(path).startsWith("%PDF-"));
    // The paper's margins leave no room for the title and so high a block on one page.
    QVERIFY(WindowFixture::read(path).count("/Type /Page\n") > 1);
}

void PreviewTest::takesTheLookOfABuiltSite()
{
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"_website/_static"_s));
    (void)m_window->write(u"conf.py"_s, "extensions = ['ablog']\n");
    (void)m_window->write(u"_website/_static/own.css"_s, "div.body p { color: rgb(1, 2, 3); }");
    (void)m_window->write(u"_website/index.html"_s,
                          "<html><head><link rel=\"stylesheet\" type=\"text/css\" href=\"_static/own.css?v=1\" />"
                          "<link rel=\"stylesheet\" href=\"https://example.org/far.css\" />"
                          "<link rel=\"stylesheet\" href=\"../../../../etc/passwd\" /></head></html>");
    QVERIFY(open("Title\n=====\n\nText.\n"));
    const QString colour = u"getComputedStyle([...document.querySelectorAll('p')].pop()).color"_s;
    QTRY_COMPARE(m_window->inPage(colour).toString(), u"rgb(1, 2, 3)"_s);
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('link[data-site]').length"_s).toInt(), 1);
    m_window->trigger(u"preview.siteStyle"_s);
    QTRY_VERIFY(m_window->inPage(colour).toString() != u"rgb(1, 2, 3)"_s);
    QVERIFY(!m_window->settings.usesSiteStyle);
}

void PreviewTest::saysWhereThereIsNoSphinx()
{
    (void)m_window->write(u"conf.py"_s, "extensions = ['ablog']\n");
    QVERIFY(open(aPost));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    m_window->trigger(u"post.drift"_s);
    m_window->find<QPushButton>(u"drift.checkPost"_s)->click();
    auto *words = m_window->find<QLabel>(u"drift.words"_s);
    QTRY_VERIFY2(words->text().contains(u"There is no sphinx-build"_s), qPrintable(words->text()));
    qputenv("PATH", path);
    m_window->find<QDialog>(u"drift"_s)->close();
}

void PreviewTest::survivesAPostThatIncludesItself()
{
    (void)m_window->write(u"conf.py"_s, "extensions = [name for name in ('ablog',)]\nthis is not Python(\n");
    QVERIFY(open("Title\n=====\n\nText.\n\n.. include:: post.rst\n"));
    QVERIFY(m_window->pageText().contains(u"Text."_s));
    const auto &problems = m_window->postSession()->rendering()->problems;
    QVERIFY(std::ranges::any_of(problems, [](const auto &problem) { return problem.formal.contains(u"include"_s); }));
    QVERIFY(std::ranges::any_of(problems, [](const auto &problem) { return problem.plain.contains(u"extensions"_s); }));
}

void PreviewTest::staysInStepPastPicturesAndTables()
{
    QImage picture(600, 900, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    QVERIFY(picture.save(m_window->folder.filePath(u"tall.png"_s)));
    QByteArray post = "Title\n=====\n\n";
    for (int i = 1; i <= 40; ++i) {
        const QByteArray number = QByteArray::number(i);
        post += "Paragraph " + number + " of many.\n\n";
        if (i % 10 == 0)
            post += ".. image:: tall.png\n\n";
        if (i % 10 == 5)
            post += "=== ===\na   b\n" + QByteArray("c   d\n").repeated(30) + "=== ===\n\n";
    }
    QVERIFY(open(post));
    QTRY_COMPARE(m_window->inPage(WindowFixture::pictureWidths).toString(), u"600,600,600,600"_s);
    QScrollBar *bar = m_window->editor()->verticalScrollBar();
    const QString top = uR"((() => { const share = scrollY / (document.scrollingElement.scrollHeight - innerHeight);
        const y = share * innerHeight;
        return [...document.querySelectorAll('.block')].filter(b => b.getBoundingClientRect().top <= y + 1).length - 1; })())"_s;
    for (const double part : {0.3, 0.5, 0.7}) { // the text leads
        bar->setValue(int(bar->maximum() * part));
        const auto &blocks = m_window->postSession()->rendering()->blocks;
        const int position = m_window->editor()->viewPlace().position;
        const auto expected =
            std::ranges::count_if(blocks, [position](const auto &block) { return block.range.begin <= position; });
        QTRY_VERIFY(std::abs(m_window->inPage(top).toInt() - int(expected - 1)) <= 1);
        QTest::qWait(100); // for the page's own scroll event
    }
    for (const double part : {0.2, 0.6, 0.8}) { // the page leads
        (void)m_window->inPage(u"scrollTo(0, (document.scrollingElement.scrollHeight - innerHeight) * %1)"_s.arg(part));
        QTest::qWait(100);
        const int block = m_window->inPage(top).toInt();
        const auto &blocks = m_window->postSession()->rendering()->blocks;
        const int expected = blocks[std::size_t(block)].range.begin;
        QTRY_VERIFY(std::abs(m_window->editor()->viewPlace().position - expected) < 500);
        QCOMPARE(m_window->inPage(top).toInt(), block); // and is not pushed back
    }
}

BROADSIDE_UI_TEST_MAIN(PreviewTest)
#include "preview_test.moc"
