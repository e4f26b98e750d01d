// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <ranges>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// A post whose title takes more than the preview is high, and whose directive stands below it there.
QByteArray postWithALongTitle()
{
    const QByteArray title = QByteArray("Long Words ").repeated(60).trimmed();
    return QByteArray(aPost)
               .replace("The Doors Open\n==============", title + '\n' + QByteArray(title.size(), '='))
               .replace(":mood: sunny", ":category: members") +
           QByteArray("\nA paragraph of a post that is long enough to be scrolled.\n").repeated(40);
}

} // namespace

/// The preview of a post whose title is very long goes where one writes and scrolls.
class FollowingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        m_window->window->resize(1024, 600);
        m_window->window->activateWindow();
        QVERIFY(m_window->open(postWithALongTitle()));
        QVERIFY(m_window->paints());
        m_window->editor()->setFocus();
        QTRY_VERIFY(m_window->editor()->hasFocus());
    }
    void cleanup() { m_window.reset(); }

    void showsWhatIsTypedInTheDirective_data();
    void showsWhatIsTypedInTheDirective();
    void scrollsAsTheTextDoes();
    void scrollsTheTextAsThePageDoes();
    void beginsWhereTheTextBegins();

private:
    double scrolled() const { return m_window->inPage(u"document.scrollingElement.scrollTop"_s).toDouble(); }
    /// Whether the page shows what the directive is shown as, below the title, or its begin.
    bool showsDirective() const
    {
        return m_window
            ->inPage(u"(() => { const box = document.querySelector('.postcard').getBoundingClientRect();"
                     "return box.top >= 0 && box.top + 24 <= innerHeight; })()"_s)
            .toBool();
    }
    /// Waits until the page has scrolled to where it is told to.
    void rest() const
    {
        double before = -1;
        while (std::exchange(before, scrolled()) != before)
            QTest::qWait(100);
    }

    std::unique_ptr<WindowFixture> m_window;
};

void FollowingTest::showsWhatIsTypedInTheDirective_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("date") << u".. post:: 2026-03-02"_s;
    QTest::newRow("tags") << u":tags: sprint, news"_s;
    QTest::newRow("author") << u":author: Robin Okafor"_s;
    QTest::newRow("location") << u":location: Lisbon"_s;
    QTest::newRow("option that the page does not show") << u":category: members"_s;
}

void FollowingTest::showsWhatIsTypedInTheDirective()
{
    QFETCH(const QString, place);
    QVERIFY(!showsDirective());
    const auto at = int(m_window->text().indexOf(place) + place.size());
    m_window->editor()->goTo({at, at});
    for (const QString &letter : {u" "_s, u"x"_s, u"y"_s}) {
        QTest::keyClicks(m_window->editor(), letter);
        QVERIFY(m_window->settles());
        QVERIFY(m_window->paints());
    }
    QTRY_VERIFY2(showsDirective(), qPrintable(QString::number(scrolled())));
}

/// Also through the line below the title, which is as long and takes no room in the page.
void FollowingTest::scrollsAsTheTextDoes()
{
    QScrollBar *bar = m_window->editor()->verticalScrollBar();
    const double begin = scrolled();
    double before = begin;
    const auto next = [](int line) { return line + (line < 30 ? 1 : 15); };
    std::vector<int> lines;
    for (int line = 1; line <= bar->maximum(); line = next(line))
        lines.push_back(line);
    for (const int line : lines) {
        bar->setValue(line);
        rest();
        const double now = scrolled();
        QVERIFY2(now >= before, qPrintable(u"line %1: %2 behind %3"_s.arg(line).arg(now).arg(before)));
        before = now;
    }
    QVERIFY(before > begin);
    for (const int line : lines | std::views::reverse) {
        bar->setValue(line);
        rest();
        const double now = scrolled();
        QVERIFY2(now <= before, qPrintable(u"line %1: %2 behind %3"_s.arg(line).arg(before).arg(now)));
        before = now;
    }
    bar->setValue(0);
    rest();
    QCOMPARE(scrolled(), begin);
}

/// Also along a high picture, which takes two lines of the text.
void FollowingTest::scrollsTheTextAsThePageDoes()
{
    QVERIFY(QImage(40, 1500, QImage::Format_RGB32).save(m_window->folder.filePath(u"high.png"_s)));
    const QByteArray paragraphs = QByteArray("A paragraph before or behind the picture.\n\n").repeated(20);
    QVERIFY(m_window->open(QByteArray(aPost) + '\n' + paragraphs + ".. image:: high.png\n   :alt: A tower.\n\n" +
                           paragraphs));
    QVERIFY(m_window->paints());
    const auto room = [this] {
        return m_window->inPage(u"document.scrollingElement.scrollHeight - innerHeight"_s).toDouble();
    };
    QTRY_VERIFY(room() > 1500); // the picture is there
    const QScrollBar *bar = m_window->editor()->verticalScrollBar();
    int before = bar->value();
    for (const int step : {60, -60}) {
        for (double left = room(); left > 0; left -= 60) {
            (void)m_window->inPage(u"document.scrollingElement.scrollTop += %1"_s.arg(step));
            QTest::qWait(50);
            const int now = bar->value();
            QVERIFY2((now - before) * step >= 0, qPrintable(u"%1 after %2"_s.arg(now).arg(before)));
            before = now;
        }
        QTRY_COMPARE(bar->value(), step > 0 ? bar->maximum() : 0);
        before = bar->value();
    }
}

void FollowingTest::beginsWhereTheTextBegins()
{
    QScrollBar *bar = m_window->editor()->verticalScrollBar();
    bar->setValue(bar->maximum());
    rest();
    // By its own keys or wheel the page comes to its begin, and so does the text.
    (void)m_window->inPage(u"document.scrollingElement.scrollTop = 0"_s);
    QTRY_COMPARE(bar->value(), 0);
}

BROADSIDE_UI_TEST_MAIN(FollowingTest)
#include "following_test.moc"
