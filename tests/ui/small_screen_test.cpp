// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "export_page.h"

#include "ui/panels/label_field.h"

#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What a screen of few pixels, or one that is magnified to so many, has room for.
class SmallScreenTest : public ExportPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_window.reset(); }

    void keepsTheButtonsOfTheExportInView();
    void showsTheTroubleOfTheExport();
    void putsTheButtonsOfAMessageBelowIt_data();
    void putsTheButtonsOfAMessageBelowIt();
    void leavesRoomForAMessage();
    void showsTheWholeWindow_data();
    void showsTheWholeWindow();
    void givesLabelsTheRowsTheyTake();

private:
    static QRect within(const QWidget *widget, const QWidget *window)
    {
        return {widget->mapTo(window, QPoint()), widget->size()};
    }
};

void SmallScreenTest::keepsTheButtonsOfTheExportInView()
{
    QVERIFY(m_window->open(aPost));
    ui::ExportDialog *dialog = openDialog();
    const QSize screen(683, 352); // 1366x768 at 200 %, without the frame of a window
    const QSize smallest = dialog->minimumSizeHint();
    QVERIFY2(smallest.width() <= screen.width() && smallest.height() <= screen.height(),
             qPrintable(u"%1x%2"_s.arg(smallest.width()).arg(smallest.height())));
    dialog->resize(screen);
    QCoreApplication::processEvents();
    for (const QString &name : {u"export.write"_s, u"export.commit"_s, u"export.push"_s, u"export.cancel"_s}) {
        const QPushButton *shown = button(dialog, name);
        QVERIFY2(dialog->rect().contains(within(shown, dialog)), qPrintable(name));
        QVERIFY(shown->width() >= shown->minimumSizeHint().width());
    }
    // What does not fit is scrolled to, also by the keyboard.
    auto *area = dialog->findChild<QScrollArea *>(u"export.page"_s);
    QVERIFY(area->verticalScrollBar()->maximum() > 0);
    auto *checks = dialog->findChild<QListWidget *>(u"export.checks"_s);
    QVERIFY2(checks->height() >= 60, qPrintable(QString::number(checks->height())));
    auto *message = dialog->findChild<QPlainTextEdit *>(u"export.message"_s);
    area->ensureWidgetVisible(message);
    QVERIFY(area->viewport()->rect().intersects(within(message, area->viewport())));
    // With room, nothing scrolls.
    dialog->resize(1080, 760);
    QCoreApplication::processEvents();
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
    QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
}

void SmallScreenTest::showsTheTroubleOfTheExport()
{
    makeRepository();
    hook("echo 'The hook does not like it.' >&2\nexit 1\n");
    QVERIFY(m_window->open(aPost));
    ui::ExportDialog *dialog = openDialog();
    dialog->resize(683, 352);
    overrule(dialog);
    QPushButton *commit = button(dialog, u"export.commit"_s);
    QTRY_VERIFY(commit->isEnabled());
    commit->click();
    const auto *trouble = dialog->findChild<QLabel *>(u"export.trouble"_s);
    const auto *area = dialog->findChild<QScrollArea *>(u"export.page"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        trouble->isVisible() && area->viewport()->rect().contains(within(trouble, area->viewport())), 20'000);
}

void SmallScreenTest::putsTheButtonsOfAMessageBelowIt_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isBelow");
    QTest::newRow("wide") << 1200 << false;
    QTest::newRow("small") << 683 << true;
    QTest::newRow("narrow") << 360 << true;
    QTest::newRow("narrower than a row of buttons") << 260 << true;
}

void SmallScreenTest::putsTheButtonsOfAMessageBelowIt()
{
    QFETCH(const int, width);
    QFETCH(const bool, isBelow);
    QWidget window;
    auto *rows = new QVBoxLayout(&window);
    rows->setContentsMargins({});
    auto *bar = new ui::MessageBar;
    rows->addWidget(bar);
    rows->addStretch(1);
    bar->tell(ui::MessageBar::Kind::Warning,
              u"“The 2026 board election is open until the last day of the year” has changes that are not saved."_s,
              {{u"save"_s, u"Save first"_s, [] {}},
               {u"discard"_s, u"Open “2026-12-board-election.rst” without saving"_s, [] {}},
               {u"stay"_s, u"Stay here"_s, [] {}}});
    window.resize(width, 400);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.width(), width);
    const auto *sentence = bar->findChild<QLabel *>(u"messageBar.sentence"_s);
    const auto *close = bar->findChild<QToolButton *>(u"messageBar.close"_s);
    const int line = sentence->fontMetrics().lineSpacing();
    QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
    QVERIFY2(width < 400 || sentence->height() <= 2 * line + 4, qPrintable(QString::number(sentence->height())));
    QList<QRect> taken{within(sentence, bar), within(close, bar)};
    for (const auto *button : bar->findChildren<QPushButton *>()) {
        const QRect place = within(button, bar);
        QVERIFY(bar->rect().contains(place));
        QCOMPARE(place.top() > taken.front().bottom(), isBelow);
        for (const QRect &other : std::as_const(taken))
            QVERIFY(!place.intersects(other));
        taken.append(place);
    }
    QCOMPARE(taken.size(), 5);
    // Another message has no place for the buttons of the one before.
    bar->tell(ui::MessageBar::Kind::Note, u"Saved."_s);
    QTRY_VERIFY2(bar->height() < 2 * line + 20, qPrintable(QString::number(bar->height())));
}

void SmallScreenTest::leavesRoomForAMessage()
{
    m_window->window->resize(683, 384); // 1366x768 at 200 %
    QVERIFY(m_window->open(aPost));
    m_window->editor()->insertPlainText(u"Unsaved "_s);
    m_window->trigger(u"file.new"_s);
    const auto *bar = m_window->find<ui::MessageBar>(u"messageBar"_s);
    QTRY_COMPARE(bar->findChildren<QPushButton *>().size(), 3); // those of the message before are gone
    const auto isWhole = [bar](const QPushButton *button) { return bar->rect().contains(within(button, bar)); };
    QTRY_VERIFY(std::ranges::all_of(bar->findChildren<QPushButton *>(), isWhole));
    QVERIFY(m_window->window->rect().contains(within(bar, m_window->window.get())));
    QVERIFY2(m_window->window->height() <= 384, qPrintable(QString::number(m_window->window->height())));
    QVERIFY2(m_window->editor()->height() >= 50, qPrintable(QString::number(m_window->editor()->height())));
}

void SmallScreenTest::showsTheWholeWindow_data()
{
    QTest::addColumn<QStringList>("actions");
    QTest::newRow("as it begins") << QStringList();
    QTest::newRow("while something is sought and replaced") << QStringList{u"edit.replace"_s};
    QTest::newRow("with a message below which are buttons") << QStringList{u"edit.replace"_s, u"file.new"_s};
    QTest::newRow("with the archive") << QStringList{u"dock.archive.toggle"_s};
    QTest::newRow("with the form") << QStringList{u"form.expand"_s};
    QTest::newRow("text only") << QStringList{u"view.text"_s};
}

void SmallScreenTest::showsTheWholeWindow()
{
    QFETCH(const QStringList, actions);
    const QSize screen(683, 352); // 1366x768 at 200 %, without the frame of a window
    ui::MainWindow *window = m_window->window.get();
    window->resize(screen);
    QVERIFY(m_window->open(aPost));
    m_window->editor()->insertPlainText(u"Unsaved "_s);
    for (const QString &action : actions)
        m_window->trigger(action);
    QTest::qWait(50);
    window->resize(screen);
    QTest::qWait(50);
    QVERIFY2(window->size() == screen, qPrintable(u"height %1"_s.arg(window->height())));
    const QRect status = within(window->statusBar(), window);
    QVERIFY2(window->rect().contains(status), qPrintable(QString::number(status.bottom())));
    QVERIFY(status.height() >= window->statusBar()->minimumSizeHint().height());
    for (const QString &name : {u"findBar.words"_s, u"findBar.replacement"_s}) {
        const auto *field = m_window->find<QLineEdit>(name);
        QVERIFY(!field->isVisible() || field->width() >= 12 * field->fontMetrics().averageCharWidth());
    }
    const int least = 2 * m_window->editor()->fontMetrics().lineSpacing();
    QVERIFY2(m_window->editor()->height() >= least, qPrintable(QString::number(m_window->editor()->height())));
}

void SmallScreenTest::givesLabelsTheRowsTheyTake()
{
    m_window->window->resize(1024, 600);
    QVERIFY(m_window->open(QByteArray(aPost).replace(
        "sprint, news", "election, board of directors, announcements, members, voting, sprint, news")));
    if (!m_window->find<QWidget>(u"form.tags"_s)->isVisible())
        m_window->trigger(u"form.expand"_s); // who opens it on a low screen wants to see it
    for (const QSize &size : {QSize(1024, 600), QSize(1010, 590), QSize(1300, 900), QSize(1024, 600)}) {
        m_window->window->resize(size);
        QTest::qWait(50);
        for (const auto *field : m_window->window->findChildren<ui::LabelField *>()) {
            if (!field->isVisible())
                continue;
            QRegion rows;
            for (const auto *part : field->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
                if (!part->isVisible())
                    continue;
                QVERIFY2(field->rect().contains(part->geometry()),
                         qPrintable(u"%1 at %2: height %3, needs %4"_s.arg(field->objectName())
                                        .arg(size.width())
                                        .arg(field->height())
                                        .arg(field->sizeHint().height())));
                QVERIFY(!rows.intersects(part->geometry()));
                rows += part->geometry();
            }
        }
    }
}

BROADSIDE_UI_TEST_MAIN(SmallScreenTest)
#include "small_screen_test.moc"
