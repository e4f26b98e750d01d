// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <algorithm>
#include <cstring>
#include <ctime>

#include <sys/mman.h>

using namespace Qt::StringLiterals;

namespace {

/// What the GUI thread has computed so far, in milliseconds. Not the time that passes: a busy machine makes that long,
/// and says nothing about the program.
double computed()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// The dearest of a few layouts of a long text, in milliseconds: work of Qt's that is much like what the editor has it do,
/// measured as the dearest event is.
double yardstick()
{
    const QString text = u"A line of words that are laid out as a paragraph of the editor is. "_s.repeated(1'000);
    double dearest = 0;
    for (int i = 0; i < 6; ++i) {
        const double before = computed();
        QTextLayout layout(text, QFont(u"monospace"_s));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
            line.setLineWidth(600);
        layout.endLayout();
        if (i > 0) // the first one loads the font
            dearest = std::max(dearest, computed() - before);
    }
    return dearest;
}

/// What memory costs beyond the usual, in milliseconds, that the system gives out anew: on some virtual machines ten times
/// as much as elsewhere, and most of what an event costs that copies a text of megabytes.
double dearMemory(std::size_t bytes)
{
    constexpr double usualPerByte = 0.3e-6;
    const double before = computed();
    void *memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return 0;
    std::memset(memory, 1, bytes);
    munmap(memory, bytes);
    return std::max(0., computed() - before - usualPerByte * double(bytes));
}

/// The most that one event may cost, in milliseconds: 50 on a machine that is as fast as most, and that has nothing else to
/// do. Where others share its caches and cores the same work costs more, which is no fault of the program; nor is what a copy
/// of the text costs there.
double most(const QString &text)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr double wanted = 500;
#else
    constexpr double wanted = 50;
#endif
    constexpr double usualYardstick = 4;
    return wanted * std::max(1., yardstick() / usualYardstick) + dearMemory(std::size_t(text.size()) * sizeof(QChar));
}

/// An application that measures what each event costs the GUI thread.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const QString name = QLatin1StringView(receiver->metaObject()->className()) + u" event %1"_s.arg(event->type());
        const double before = computed();
        const bool isDone = QApplication::notify(receiver, event);
        const double cost = computed() - before;
        --m_depth;
        if (cost > longest) {
            longest = cost;
            longestName = name;
        }
        return isDone;
    }

    double longest = 0;
    QString longestName;

private:
    int m_depth = 0;
};

} // namespace

/// Whatever is pasted or typed, no single event keeps the window from answering, and undo brings everything back.
class WatchdogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(aPost));
        QVERIFY(m_window->paints());
        m_window->editor()->moveCursor(QTextCursor::End);
    }
    void cleanup() { m_window.reset(); }

    void answersWhilePasting_data();
    void answersWhilePasting();
    void answersWhilePastingHtml();
    void answersWhileTypingAmongProblems();
    void answersWhilePastingAPicture();
    void answersWhileSearching_data();
    void answersWhileSearching();

private:
    WatchedApplication *application() const { return static_cast<WatchedApplication *>(qApp); }
    void paste() const
    {
        application()->longest = 0;
        QKeyEvent keys(QEvent::KeyPress, Qt::Key_V, Qt::ControlModifier);
        QCoreApplication::sendEvent(m_window->editor(), &keys);
    }
    bool isQuick() const { return application()->longest <= 50 || application()->longest <= most(m_window->text()); }
    QString slowest() const
    {
        return u"%1 ms in %2, %3 ms allowed here"_s.arg(application()->longest)
            .arg(application()->longestName)
            .arg(most(m_window->text()));
    }

    std::unique_ptr<WindowFixture> m_window;
};

void WatchdogTest::answersWhilePasting_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("5 MB") << u"A line of a text that somebody copied from a very long log of a build.\n"_s.repeated(
        72'000);
    QTest::newRow("one line of 200 KB") << u"word and "_s.repeated(22'000);
    QTest::newRow("one word of 200 KB") << QString(200'000, u'x');
    QTest::newRow("emoji and combining marks")
        << u"👩‍👩‍👧‍👦 e\u0301\u0323 🇩🇪 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L\n"_s
               .repeated(2'000);
    QTest::newRow("right to left") << u"مرحبا بالعالم، שלום עולם, and back\n"_s.repeated(3'000);
}

void WatchdogTest::answersWhilePasting()
{
    QFETCH(const QString, words);
    const QString before = m_window->text();
    QGuiApplication::clipboard()->setText(words);
    paste();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->text().size(), before.size() + words.size(), 120'000);
    QCOMPARE(m_window->text(), before + words);
    QVERIFY2(isQuick(), qPrintable(slowest()));
    m_window->editor()->undo();
    QCOMPARE(m_window->text(), before);
    m_window->editor()->redo();
    QCOMPARE(m_window->text(), before + words);
}

void WatchdogTest::answersWhilePastingHtml()
{
    const QString before = m_window->text();
    auto *html = new QMimeData;
    html->setHtml(u"<p>A <b>bold</b> line with <a href=\"https://a.example/\">a link</a>.</p>\n"_s.repeated(72'000));
    QVERIFY(html->html().size() > 5'000'000);
    QGuiApplication::clipboard()->setMimeData(html);
    paste();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->message().startsWith(u"What you pasted is being read"_s), 120'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->message().startsWith(u"Pasted as"_s), 120'000);
    QCOMPARE(m_window->text().count(u"**bold**"_s), 72'000);
    QVERIFY2(isQuick(), qPrintable(slowest()));
    m_window->editor()->undo();
    QCOMPARE(m_window->text(), before);
}

void WatchdogTest::answersWhileTypingAmongProblems()
{
    QGuiApplication::clipboard()->setText(u"A line with *marks that never end.\n\n"_s.repeated(3'000));
    paste();
    QTRY_VERIFY(m_window->text().contains(u"never end"_s));
    QVERIFY(m_window->settles());
    m_window->editor()->moveCursor(QTextCursor::Start);
    QVERIFY(m_window->find<QTreeView>(u"problems.list"_s)->model()->rowCount() >= 3'000);
    QTest::qWait(500); // for what is painted
    application()->longest = 0;
    for (int i = 0; i < 3; ++i) {
        m_window->editor()->insertPlainText(u"x\n"_s); // which moves all that are below
        QVERIFY(m_window->settles());
        QTest::qWait(100);
    }
    QVERIFY2(isQuick(), qPrintable(slowest()));
}

void WatchdogTest::answersWhilePastingAPicture()
{
    QImage picture(10'000, 10'000, QImage::Format_Grayscale8);
    picture.fill(Qt::gray);
    QGuiApplication::clipboard()->setImage(picture);
    paste();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->text().contains(u".. figure:: post.png"_s), 120'000);
    QVERIFY2(isQuick(), qPrintable(slowest()));
}

void WatchdogTest::answersWhileSearching_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("a letter") << u"e"_s;
    QTest::newRow("every letter") << u"."_s;
    QTest::newRow("lines") << u"^.*\\n"_s;
}

void WatchdogTest::answersWhileSearching()
{
    QFETCH(const QString, expression);
    m_window->editor()->insertPlainText(
        u"The sentences that stand here were seen, and here and there extended.\n\n"_s.repeated(2'900));
    QVERIFY(m_window->text().size() > 200'000);
    QVERIFY(m_window->settles());
    m_window->find<QToolButton>(u"findBar.expression"_s)->click();
    m_window->trigger(u"edit.find"_s);
    auto *words = m_window->find<QLineEdit>(u"findBar.words"_s);
    words->clear();
    QTest::qWait(500); // for what is painted
    application()->longest = 0;
    QTest::keyClicks(words, expression);
    QTest::qWait(100);
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(!m_window->find<QLabel>(u"findBar.result"_s)->text().isEmpty());
    for (int page = 0; page < 4; ++page) {
        QTest::keyClick(m_window->editor(), Qt::Key_PageUp);
        QTest::qWait(50);
    }
    QTest::keyClicks(m_window->editor(), u"e"_s);
    QTest::qWait(100);
    QVERIFY2(isQuick(), qPrintable(slowest()));
}

int main(int argc, char *argv[])
{
    ui::preparePreview();
    WatchedApplication application(argc, argv);
    ui::loadResources();
    WatchdogTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "watchdog_test.moc"
