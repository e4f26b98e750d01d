// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/open_windows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// The start page, finding actions, settings and keys, and what comes back the next time.
class HabitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void beginsFromEachCard();
    void goesUpAndDownByRows();
    void takesReturnOnAButton();
    void showsWhereTheKeyboardIs();
    void tellsTheStateOfRecentPosts();
    void pastesIntoANewPost();
    void takesTheTemplatesOfTheChosenBlog();
    void offersTheTemplatesInTheToolBar();
    void findsActionsByTheirWords();
    void searchesTheSettings();
    void switchesFromTheSettings();
    void givesActionsOtherKeys();
    void keepsOtherKeys();
    void remembersThePostsOfAllWindows();
    void opensAPostInOneWindowOnly();
    void comesBackWhereItWasLeft();
    void namesEveryControlOfItsDialogs();
    void fitsASmallScreenEverywhere();

private:
    QAction *waitForDialog(const QString &action, const QString &dialog) const
    {
        QAction *opener = m_window->action(action);
        opener->trigger();
        if (!QTest::qWaitFor([this, dialog] { return m_window->window->findChild<QDialog *>(dialog) != nullptr; }))
            qFatal("The dialog does not open.");
        return opener;
    }
    QTreeWidgetItem *shortcutItem(const QString &words) const
    {
        const auto items = m_window->find<QTreeWidget>(u"settings.shortcuts"_s)->findItems(words, Qt::MatchContains);
        return items.isEmpty() ? nullptr : items.front();
    }

    std::unique_ptr<WindowFixture> m_window;
};

void HabitsTest::beginsFromEachCard()
{
    int cards = 0;
    for (const QString &name : {u"start.new"_s, u"start.new.election"_s, u"start.new.grants"_s, u"start.new.release"_s,
                                u"start.new.colleague"_s, u"start.new.event"_s}) {
        auto *card = m_window->find<QAbstractButton>(name);
        QVERIFY2(card->isVisible(), qPrintable(name));
        card->click();
        QVERIFY(m_window->editor()->isVisible());
        QVERIFY(m_window->text().contains(u'⟦'));
        QVERIFY(m_window->settles());
        m_window->editor()->document()->setModified(false);
        m_window->trigger(u"file.close"_s);
        ++cards;
    }
    QCOMPARE(cards, 6);
}

void HabitsTest::goesUpAndDownByRows()
{
    m_window->window->activateWindow();
    auto *blank = m_window->find<QAbstractButton>(u"start.new"_s);
    blank->setFocus();
    QTRY_VERIFY(blank->hasFocus());
    const auto press = [this](Qt::Key key) {
        QTest::keyClick(m_window->window->focusWidget(), key);
        return m_window->window->focusWidget()->objectName();
    };
    QCOMPARE(press(Qt::Key_Down), u"start.new.release"_s);
    QCOMPARE(press(Qt::Key_Right), u"start.new.colleague"_s);
    QCOMPARE(press(Qt::Key_Up), u"start.new.election"_s);
    QCOMPARE(press(Qt::Key_Down), u"start.new.colleague"_s);
    QCOMPARE(press(Qt::Key_Down), u"start.open"_s); // what comes below them
    QCOMPARE(press(Qt::Key_Up), u"start.new.event"_s);
    QCOMPARE(press(Qt::Key_Tab), u"start.open"_s);
}

void HabitsTest::takesReturnOnAButton()
{
    m_window->window->activateWindow();
    auto *card = m_window->find<QAbstractButton>(u"start.new.election"_s);
    card->setFocus();
    QTRY_VERIFY(card->hasFocus());
    QTest::keyClick(card, Qt::Key_Return);
    QVERIFY(m_window->editor()->isVisible());
    QVERIFY(m_window->text().contains(u"election"_s));
    m_window->editor()->insertPlainText(u"Written"_s);
    m_window->trigger(u"file.close"_s);
    auto *stay = m_window->find<QPushButton>(u"messageBar.stay"_s);
    stay->setFocus();
    QTest::keyClick(stay, Qt::Key_Enter, Qt::KeypadModifier);
    QVERIFY(m_window->message().isEmpty());
    QVERIFY(m_window->text().contains(u"Written"_s));
    auto *draft = m_window->find<QCheckBox>(u"form.draft"_s); // is a value, and nothing that is done
    const bool isDraft = draft->isChecked();
    QTest::keyClick(draft, Qt::Key_Return);
    QCOMPARE(draft->isChecked(), isDraft);
}

void HabitsTest::showsWhereTheKeyboardIs()
{
    m_window->window->activateWindow();
    QTRY_VERIFY(m_window->window->isActiveWindow());
    for (const QString &name : {u"start.new"_s, u"start.new.event"_s, u"start.open"_s}) {
        auto *button = m_window->find<QAbstractButton>(name);
        button->setFocus();
        const QImage focused = button->grab().toImage();
        button->clearFocus();
        QVERIFY2(button->grab().toImage() != focused, qPrintable(name));
    }
    m_window->find<QAbstractButton>(u"start.new"_s)->setFocus();
    m_window->trigger(u"file.new"_s);
    m_window->trigger(u"file.close"_s);
    QCOMPARE(m_window->window->focusWidget(), m_window->find<QWidget>(u"start.new"_s));
    QVERIFY(!m_window->action(u"edit.undo"_s)->isEnabled());
}

void HabitsTest::tellsTheStateOfRecentPosts()
{
    QVERIFY(m_window->open(aPost));
    QVERIFY(m_window->open(".. post::\n\nDraft\n=====\n\nText.\n", u"draft.rst"_s));
    m_window->trigger(u"file.close"_s);
    auto *list = m_window->find<QListWidget>(u"start.recent"_s);
    QCOMPARE(list->count(), 2);
    m_window->window->resize(1200, 900);
    const QRect last = list->visualItemRect(list->item(1));
    QTRY_VERIFY2(list->height() >= last.bottom() && list->height() < last.bottom() + 20, // all of them, and no hole
                 qPrintable(u"%1, %2"_s.arg(list->height()).arg(last.bottom())));
    for (const auto *name : {"toolBar.lists", "toolBar.headings"})
        QVERIFY(!m_window->find<QToolButton>(QString::fromLatin1(name))->isEnabled());
    QTRY_VERIFY2(list->item(0)->text().contains(u"draft"_s) && list->item(0)->text().contains(u"Draft\n"_s),
                 qPrintable(list->item(0)->text()));
    QTRY_VERIFY2(list->item(1)->text().contains(u" problems"_s) && list->item(1)->text().contains(u"just now"_s),
                 qPrintable(list->item(1)->text()));
    Q_EMIT list->itemActivated(list->item(1));
    QVERIFY(m_window->postSession()->path().endsWith(u"post.rst"_s));
}

void HabitsTest::pastesIntoANewPost()
{
    QGuiApplication::clipboard()->setText(u"Some *words*.\n"_s);
    m_window->find<QAbstractButton>(u"start.paste"_s)->click();
    QVERIFY2(m_window->text().contains(u"Some *words*."_s), qPrintable(m_window->text()));
    QVERIFY(m_window->window->isWindowModified());
}

void HabitsTest::takesTheTemplatesOfTheChosenBlog()
{
    QDir(m_window->folder.path()).mkpath(u"blog/templates"_s);
    m_window->write(u"blog/broadside.toml"_s, "[new-post]\nauthor = [\"Robin Okafor\"]\n");
    m_window->write(u"blog/templates/minutes.rst"_s, ".. template: Minutes\n   about: Of a meeting\n\nOn ⟦day⟧.\n");
    m_window->find<QAbstractButton>(u"start.blog"_s)->click();
    auto *dialog = m_window->find<QFileDialog>(u"file.blogDialog"_s);
    Q_EMIT dialog->fileSelected(m_window->folder.filePath(u"blog"_s));
    dialog->close();
    QCOMPARE(m_window->settings.blogFolder, m_window->folder.filePath(u"blog"_s));
    // The folder above, which a user may take for the blog's, means the same.
    m_window->find<QAbstractButton>(u"start.blog"_s)->click();
    dialog = m_window->find<QFileDialog>(u"file.blogDialog"_s);
    Q_EMIT dialog->fileSelected(m_window->folder.path());
    dialog->close();
    QCOMPARE(m_window->settings.blogFolder, m_window->folder.filePath(u"blog"_s));
    m_window->find<QAbstractButton>(u"start.new.minutes"_s)->click();
    QVERIFY2(m_window->text().contains(u":author: Robin Okafor"_s), qPrintable(m_window->text()));
    QVERIFY(m_window->text().endsWith(u"On ⟦day⟧.\n"_s));
}

void HabitsTest::offersTheTemplatesInTheToolBar()
{
    auto *tools = m_window->find<QToolBar>(u"toolBar"_s);
    const auto *button = qobject_cast<QToolButton *>(tools->widgetForAction(m_window->find<QAction>(u"file.new"_s)));
    QVERIFY(button && button->menu());
    Q_EMIT button->menu()->aboutToShow();
    m_window->find<QAction>(u"file.new.release"_s)->trigger();
    QVERIFY2(m_window->text().contains(u"How to get it"_s), qPrintable(m_window->text()));
}

void HabitsTest::findsActionsByTheirWords()
{
    QVERIFY(m_window->open(aPost));
    waitForDialog(u"help.findAction"_s, u"commandBar"_s);
    auto *words = m_window->find<QLineEdit>(u"commandBar.words"_s);
    const auto *found = m_window->find<QListWidget>(u"commandBar.found"_s);
    QVERIFY(found->count() > 40);
    words->setText(u"text vie"_s); // of “View › Text”
    QVERIFY(found->count() >= 1);
    for (int row = 0; row < found->count(); ++row)
        QVERIFY(found->item(row)->text().contains(u"text"_s, Qt::CaseInsensitive));
    QTest::keyClick(words, Qt::Key_Down);
    QTest::keyClick(words, Qt::Key_Up);
    QCOMPARE(found->currentRow(), 0);
    words->setText(u"tab"_s);
    QVERIFY2(found->item(0)->text().startsWith(u"Insert › Table"_s), qPrintable(found->item(0)->text()));
    for (int row = 0; row < found->count(); ++row) // also where an action has none of its own
        QCOMPARE(found->item(row)->icon().actualSize(found->iconSize().expandedTo(QSize(24, 24))).width(),
                 found->item(0)->icon().actualSize(found->iconSize().expandedTo(QSize(24, 24))).width());
    words->setText(u"insert table"_s);
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(m_window->text().contains(u"+====="_s) || m_window->text().contains(u"Heading"_s));
}

void HabitsTest::searchesTheSettings()
{
    waitForDialog(u"edit.settings"_s, u"settings"_s);
    auto *search = m_window->find<QLineEdit>(u"settings.search"_s);
    search->setText(u"typewriter"_s);
    QVERIFY(m_window->find<QWidget>(u"settings.editor.typewriter"_s)->isVisible());
    const auto *actions = m_window->find<QTreeWidget>(u"settings.shortcuts"_s);
    QVERIFY(actions->currentItem() && !actions->currentItem()->isHidden()); // the keys below are those of what is seen
    QVERIFY2(actions->currentItem()->text(0).contains(u"Typewriter"_s), qPrintable(actions->currentItem()->text(0)));
    QVERIFY(!m_window->find<QWidget>(u"settings.editor.wrap"_s)->isVisible());
    QVERIFY(!m_window->find<QWidget>(u"settings.colours"_s)->isVisible());
    QVERIFY(shortcutItem(u"Quit"_s)->isHidden());
    search->setText(u"ctrl+q"_s);
    QVERIFY(!shortcutItem(u"Quit"_s)->isHidden());
    search->clear();
    QVERIFY(m_window->find<QWidget>(u"settings.colours"_s)->isVisible());
}

void HabitsTest::switchesFromTheSettings()
{
    waitForDialog(u"edit.settings"_s, u"settings"_s);
    m_window->find<QCheckBox>(u"settings.editor.wrap"_s)->click();
    QVERIFY(!m_window->action(u"editor.wrap"_s)->isChecked());
    QCOMPARE(m_window->editor()->lineWrapMode(), QPlainTextEdit::NoWrap);
    m_window->find<QCheckBox>(u"settings.restoresSession"_s)->click();
    QVERIFY(!m_window->settings.restoresSession);
    auto *colours = m_window->find<QComboBox>(u"settings.colours"_s);
    colours->setCurrentIndex(2);
    Q_EMIT colours->activated(2);
    QCOMPARE(m_window->settings.colourScheme, session::ColourScheme::Dark);
}

void HabitsTest::givesActionsOtherKeys()
{
    waitForDialog(u"edit.settings"_s, u"settings"_s);
    auto *tree = m_window->find<QTreeWidget>(u"settings.shortcuts"_s);
    tree->setCurrentItem(shortcutItem(u"Strong"_s));
    auto *key = m_window->find<QKeySequenceEdit>(u"settings.key"_s);
    QCOMPARE(key->keySequence(), QKeySequence(Qt::CTRL | Qt::Key_B));
    key->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_I)); // emphasis has it
    QVERIFY(m_window->find<QLabel>(u"settings.conflict"_s)->text().contains(u"Emphasis"_s));
    m_window->find<QPushButton>(u"settings.assign"_s)->click();
    QCOMPARE(m_window->action(u"markup.strong"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_I));
    QVERIFY(m_window->action(u"markup.emphasis"_s)->shortcuts().isEmpty());
    QCOMPARE(m_window->settings.shortcuts.size(), 2);
    m_window->find<QPushButton>(u"settings.reset"_s)->click();
    QCOMPARE(m_window->action(u"markup.strong"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_B));
    QCOMPARE(m_window->settings.shortcuts.size(), 1); // emphasis stays without
}

void HabitsTest::keepsOtherKeys()
{
    session::Settings settings = m_window->settings;
    settings.shortcuts = {{u"markup.strong"_s, u"F4"_s}};
    ui::MainWindow other(&settings);
    QCOMPARE(other.findChild<QAction *>(u"markup.strong"_s)->shortcut(), QKeySequence(Qt::Key_F4));
    QCOMPARE(other.findChild<QAction *>(u"markup.emphasis"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_I));
}

void HabitsTest::remembersThePostsOfAllWindows()
{
    QVERIFY(m_window->open(aPost));
    QPointer<ui::MainWindow> other = ui::openWindow(&m_window->settings);
    other->openFile(m_window->write(u"other.rst"_s, "Other\n=====\n"));
    other->show();
    QStringList paths;
    m_window->trigger(u"file.quit"_s);
    for (const session::OpenPost &post : m_window->settings.openPosts)
        paths.append(QFileInfo(post.path).fileName());
    paths.sort();
    QCOMPARE(paths, QStringList({u"other.rst"_s, u"post.rst"_s}));
    QTRY_VERIFY(!other);
}

void HabitsTest::opensAPostInOneWindowOnly()
{
    QVERIFY(m_window->open(aPost));
    const QString path = m_window->postSession()->path();
    const QString link = m_window->folder.filePath(u"link.rst"_s);
    QVERIFY(QFile::link(path, link));
    const std::unique_ptr<ui::MainWindow> other(ui::openWindow(&m_window->settings));
    other->setAttribute(Qt::WA_DeleteOnClose, false);
    other->show();
    other->openFile(link);
    QVERIFY(other->postSession()->path().isEmpty());
    QTRY_VERIFY(m_window->window->isActiveWindow());
    m_window->window->openFile(path); // its own window is no other
    QCOMPARE(m_window->postSession()->path(), path);
}

void HabitsTest::comesBackWhereItWasLeft()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"Programme"_s);
    const int position = m_window->editor()->textCursor().position();
    m_window->window->close();
    QCOMPARE(m_window->settings.openPosts.size(), 1);
    ui::MainWindow other(&m_window->settings);
    other.restorePost(m_window->settings.openPosts.front());
    QVERIFY(other.postSession()->path().endsWith(u"post.rst"_s));
    QCOMPARE(other.editor()->textCursor().position(), position);
    other.restorePost({u"/nowhere.rst"_s, 5}); // tells, and keeps what is open
    QVERIFY(other.postSession()->path().endsWith(u"post.rst"_s));
}

void HabitsTest::namesEveryControlOfItsDialogs()
{
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"edit.replace"_s);
    waitForDialog(u"edit.settings"_s, u"settings"_s);
    int controls = 0;
    for (QWidget *widget : m_window->window->findChildren<QWidget *>()) {
        const bool isInner = widget->objectName().startsWith(u"qt_"_s);
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() || isInner ||
            qobject_cast<QDockWidget *>(widget) ||
            QLatin1StringView(widget->metaObject()->className()) == "QDockWidgetTitleButton"_L1)
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        const QString what = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(what));
        QVERIFY2(accessible->role() != QAccessible::NoRole, qPrintable(what));
        ++controls;
    }
    QVERIFY(controls > 15);
}

void HabitsTest::fitsASmallScreenEverywhere()
{
    const auto fits = [this](const QString &what) {
        const QSize smallest = m_window->window->minimumSizeHint();
        const bool isSmall = smallest.width() <= 1024 && smallest.height() <= 600;
        return isSmall ? QString() : u"%1: %2x%3"_s.arg(what).arg(smallest.width()).arg(smallest.height());
    };
    QCOMPARE(fits(u"start page"_s), QString());
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"edit.replace"_s);
    m_window->find<QAbstractButton>(u"form.more"_s)->click();
    QCOMPARE(fits(u"post, replacing"_s), QString());
    m_window->trigger(u"edit.find"_s); // and its strip goes again
    QTest::keyClick(m_window->find<QLineEdit>(u"findBar.words"_s), Qt::Key_Escape);
    m_window->window->resize(1024, 600);
    QTRY_VERIFY2(m_window->editor()->viewport()->height() > 200, // the form has folded
                 qPrintable(QString::number(m_window->editor()->viewport()->height())));
    auto *summary = m_window->find<QLabel>(u"form.summary"_s);
    summary->setFixedWidth(90);
    QTRY_VERIFY2(summary->text().endsWith(u'…') && summary->toolTip().contains(u"Robin Okafor"_s),
                 qPrintable(summary->text()));
    m_window->trigger(u"form.expand"_s); // who opens it keeps it
    m_window->window->resize(1020, 596);
    QVERIFY(m_window->find<QWidget>(u"form.tags"_s)->isVisible());
    for (const auto &[action, name] : {std::pair(u"edit.settings"_s, u"settings"_s),
                                       {u"file.export"_s, u"exportDialog"_s},
                                       {u"file.history"_s, u"historyDialog"_s},
                                       {u"post.repair"_s, u"repairDialog"_s}}) {
        waitForDialog(action, name);
        auto *dialog = m_window->find<QDialog>(name);
        const QSize smallest = dialog->minimumSizeHint();
        QVERIFY2(smallest.width() <= 1008 && smallest.height() <= 552,
                 qPrintable(u"%1: %2x%3"_s.arg(name).arg(smallest.width()).arg(smallest.height())));
        const QSize room = dialog->screen()->availableSize();
        QVERIFY(dialog->width() < room.width() && dialog->height() < room.height());
        dialog->reject();
        QTRY_VERIFY(!m_window->window->findChild<QDialog *>(name));
    }
}

BROADSIDE_UI_TEST_MAIN(HabitsTest)
#include "habits_test.moc"
