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
    void showsNoRedBoxes();
    void exchangesOnlyTheChangedBlock();
    void keepsItsPlaceWhileTheTextChangesAbove();
    void followsTheTextAndLeadsIt();
    void putsTheCursorOnClickedText();
    void runsNoScriptsOfThePost();
    void fetchesNothingFromTheNetwork();
    void showsPicturesOfTheBlogOnly();
    void tellsWhereALinkLeads();
    void turnsDark();
    void showsTheSeedPost();

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
    QVERIFY(open(aPost));
    const QString text = m_window->pageText();
    for (const QString &words : {u"The Doors Open"_s, u"02 March 2026"_s, u"Robin Okafor"_s, u"Lisbon"_s, u"sprint"_s,
                                 u"The first paragraph says what happens."_s, u"Programme"_s})
        QVERIFY2(text.contains(words), qPrintable(words));
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

void PreviewTest::runsNoScriptsOfThePost()
{
    QVERIFY(open(QByteArray(aPost) + "\n.. raw:: html\n\n"
                                     "   <script>document.title = 'broken'</script>\n"
                                     "   <img src=\"x\" onerror=\"document.title = 'broken'\">\n"
                                     "   <meta http-equiv=\"refresh\" content=\"0;url=https://example.org/\">\n"
                                     "   <iframe src=\"https://example.org/\"></iframe>\n"
                                     "   <b id=\"after\" onclick=\"document.title = 'broken'\">after</b>\n"));
    QCOMPARE(m_window->inPage(u"document.getElementById('after').innerText"_s).toString(), u"after"_s);
    (void)m_window->inPage(u"document.getElementById('after').click()"_s);
    QTest::qWait(300);
    QCOMPARE(m_window->inPage(u"document.title"_s).toString(), u"Preview"_s);
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('script, iframe, main meta').length"_s).toInt(), 0);
    QCOMPARE(m_window->inPage(u"location.href"_s).toString(), u"broadside://page/"_s);
}

void PreviewTest::fetchesNothingFromTheNetwork()
{
    QVERIFY(open(QByteArray(aPost) + "\n.. image:: https://pictures.example.org/a.png\n   :alt: A picture\n"));
    QVERIFY2(m_window->pageText().contains(u"picture: pictures.example.org (not loaded)"_s),
             qPrintable(m_window->pageText()));
    QCOMPARE(m_window->inPage(u"document.querySelectorAll('img').length"_s).toInt(), 0);
}

void PreviewTest::showsPicturesOfTheBlogOnly()
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"pictures"_s));
    QVERIFY(picture.save(m_window->folder.filePath(u"pictures/red.png"_s)));
    QTemporaryDir elsewhere;
    QVERIFY(picture.save(elsewhere.filePath(u"secret.png"_s)));
    QVERIFY(QFile::link(elsewhere.filePath(u"secret.png"_s), m_window->folder.filePath(u"pictures/link.png"_s)));
    QVERIFY(open(QByteArray(aPost) + "\n.. image:: pictures/red.png\n\n.. image:: pictures/link.png\n\n.. image:: ../" +
                 QFileInfo(elsewhere.path()).fileName().toUtf8() + "/secret.png\n"));
    QTRY_COMPARE(
        m_window->inPage(u"[...document.querySelectorAll('img')].map(i => i.naturalWidth).join()"_s).toString(),
        u"40"_s);
    QTRY_COMPARE(m_window->pageText().count(u"(not found)"_s), 2);
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

BROADSIDE_UI_TEST_MAIN(PreviewTest)
#include "preview_test.moc"
