// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QSet>

using namespace Qt::StringLiterals;

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void switchesBetweenItsViews();
    void everyActionHasANameAndNoTwoShareAKey();
    void everyControlHasAnAccessibleName();
    void showsWhatThePostIs();
    void remembersItsSettings();
    void showsBothLinesOfAProblem();
    void fitsASmallScreen();
    void fadesIconsThatDoNothing();
    void keepsItsMessageReadableInTheDark();

private:
    std::unique_ptr<WindowFixture> m_window;
};

void WindowTest::switchesBetweenItsViews()
{
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"view.text"_s);
    QVERIFY(m_window->editor()->isVisible() && !m_window->window->preview()->isVisible());
    m_window->trigger(u"view.preview"_s);
    QVERIFY(!m_window->editor()->isVisible() && m_window->window->preview()->isVisible());
    m_window->trigger(u"view.both"_s);
    QVERIFY(m_window->editor()->isVisible() && m_window->window->preview()->isVisible());
}

void WindowTest::everyActionHasANameAndNoTwoShareAKey()
{
    QVERIFY(m_window->open(aPost));
    QHash<QString, QString> owners;
    for (const QAction *action : m_window->window->findChildren<QAction *>()) {
        if (action->isSeparator() || action->shortcuts().isEmpty())
            continue;
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        for (const QKeySequence &key : action->shortcuts()) {
            const QString keys = key.toString();
            QVERIFY2(!owners.contains(keys),
                     qPrintable(keys + u": "_s + owners.value(keys) + u" and "_s + action->objectName()));
            owners.insert(keys, action->objectName());
        }
    }
    QVERIFY(owners.size() > 20);
}

void WindowTest::everyControlHasAnAccessibleName()
{
    QVERIFY(m_window->open(aPost));
    m_window->find<QAbstractButton>(u"form.more"_s)->click();
    for (QWidget *widget : m_window->window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() ||
            qobject_cast<QDockWidget *>(widget) ||
            QLatin1StringView(widget->metaObject()->className()) == "QDockWidgetTitleButton"_L1)
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void WindowTest::showsWhatThePostIs()
{
    QVERIFY(m_window->open(aPost));
    QVERIFY(m_window->window->windowTitle().startsWith(u"The Doors Open"_s));
    QCOMPARE(m_window->find<QLabel>(u"status.state"_s)->text(), u"Saved"_s);
    QVERIFY(m_window->find<QLabel>(u"status.words"_s)->text().contains(u"words"_s));
    QTest::keyClicks(m_window->editor(), u"X"_s);
    QCOMPARE(m_window->find<QLabel>(u"status.state"_s)->text(), u"Not saved"_s);
}

void WindowTest::showsBothLinesOfAProblem()
{
    QVERIFY(m_window->open("Title\n=====\n\nSome *unclosed emphasis.\n"));
    auto *list = m_window->find<QTreeView>(u"problems.list"_s);
    QTRY_VERIFY(list->isVisible() && list->model()->rowCount() > 0);
    const QModelIndex message = list->model()->index(0, list->model()->columnCount() - 1);
    QVERIFY(message.data().toString().contains(u'\n'));
    const QRect row = list->visualRect(message);
    const QImage image = list->viewport()->grab(row).toImage();
    const auto hasInk = [&image](int top, int bottom) {
        for (int y = top; y < bottom; ++y) {
            for (int x = 6; x < std::min(image.width(), 80); ++x) {
                if (image.pixelColor(x, y).lightness() < 150)
                    return true;
            }
        }
        return false;
    };
    const int line = list->fontMetrics().height();
    QVERIFY(row.height() >= 2 * line);
    QVERIFY(hasInk(3 + line / 4, 3 + line));
    QVERIFY(hasInk(3 + line + line / 4, 3 + 2 * line));
}

void WindowTest::remembersItsSettings()
{
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"view.text"_s);
    m_window->trigger(u"editor.wrap"_s);
    m_window->trigger(u"form.expand"_s);
    m_window->window->close();
    QCOMPARE(m_window->settings.viewMode, session::ViewMode::Text);
    QVERIFY(!m_window->settings.wrapsLines);
    QVERIFY(!m_window->settings.expandsForm);
    QVERIFY(!m_window->settings.windowGeometry.isEmpty());
}

void WindowTest::fitsASmallScreen()
{
    QVERIFY(m_window->open(aPost));
    const QSize smallest = m_window->window->minimumSizeHint();
    QVERIFY2(smallest.width() <= 1024 && smallest.height() <= 600,
             qPrintable(u"%1x%2"_s.arg(smallest.width()).arg(smallest.height())));
}

void WindowTest::fadesIconsThatDoNothing()
{
    for (const auto scheme : {session::ColourScheme::Light, session::ColourScheme::Dark}) {
        ui::applyColourScheme(scheme);
        const QIcon icon = ui::themeIcon("document-save"_L1);
        const auto strength = [&icon](QIcon::Mode mode) {
            const QImage image = icon.pixmap(QSize(22, 22), 1, mode).toImage();
            int most = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    most = std::max(most, image.pixelColor(x, y).alpha());
            }
            return most;
        };
        QVERIFY(strength(QIcon::Normal) > 200);
        QVERIFY(strength(QIcon::Disabled) > 60 && strength(QIcon::Disabled) < 120);
    }
    ui::applyColourScheme(session::ColourScheme::Light);
}

void WindowTest::keepsItsMessageReadableInTheDark()
{
    QVERIFY(m_window->open("No post.\n"));
    QVERIFY(!m_window->message().isEmpty());
    m_window->trigger(u"view.dark"_s);
    const auto *sentence = m_window->find<QLabel>(u"messageBar.sentence"_s);
    QTRY_VERIFY(sentence->palette().color(QPalette::WindowText).lightness() > 150);
    QVERIFY(sentence->palette().color(QPalette::Window).lightness() < 100);
    m_window->trigger(u"view.light"_s);
    QTRY_VERIFY(sentence->palette().color(QPalette::WindowText).lightness() < 100);
}

BROADSIDE_UI_TEST_MAIN(WindowTest)
#include "window_test.moc"
