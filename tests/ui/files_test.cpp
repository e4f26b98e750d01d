// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/panels/metadata_form.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QTimer>

using namespace Qt::StringLiterals;

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void beginsOnTheStartPage();
    void makesANewPost();
    void makesANewPostFromEachTemplate();
    void savesAndKeepsEveryOtherByte();
    void savesUnderAnotherName();
    void proposesThePlaceThatTheBlogGivesANewPost();
    void proposesANameWithoutABlog();
    void offersANameForAnotherDay();
    void takesPicturesAlongToAnotherYear();
    void remembersRecentPosts();
    void opensADroppedFile();
    void asksBeforeDroppingUnsavedChanges();
    void asksBeforeClosing();
    void takesAnOutsideChangeWhenNothingIsUnsaved();
    void offersBothWhenBothChanged();
    void closesToTheStartPage();

private:
    void answer(QMessageBox::StandardButton button)
    {
        QTimer::singleShot(0, this, [button] {
            auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!question)
                qFatal("Nobody asked.");
            question->button(button)->click();
        });
    }

    std::unique_ptr<WindowFixture> m_window;
};

void FilesTest::beginsOnTheStartPage()
{
    QVERIFY(m_window->find<QWidget>(u"startPage"_s)->isVisible());
    QVERIFY(!m_window->action(u"file.save"_s)->isEnabled());
}

void FilesTest::makesANewPost()
{
    m_window->find<QAbstractButton>(u"start.new"_s)->click();
    QVERIFY(m_window->editor()->isVisible());
    QVERIFY(m_window->text().startsWith(u".. post::"_s));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"Untitled"_s);
    QVERIFY(m_window->settles());
    QCOMPARE(m_window->find<QLabel>(u"status.state"_s)->text(), u"New"_s);
}

void FilesTest::makesANewPostFromEachTemplate()
{
    int count = 0;
    for (const QAction *entry : m_window->window->findChildren<QAction *>()) {
        if (!entry->objectName().startsWith(u"file.new."_s))
            continue;
        m_window->trigger(entry->objectName());
        QVERIFY(m_window->settles());
        QVERIFY(m_window->postSession()->rendering()->metadata.hasPost);
        ++count;
    }
    QVERIFY(count >= 2);
}

void FilesTest::savesAndKeepsEveryOtherByte()
{
    QByteArray bytes = QByteArray(aPost).replace("\n", "\r\n") + "trailing blanks   \r\n\r\n\r\n";
    QVERIFY(m_window->open(bytes));
    m_window->goTo(u"The first"_s);
    QTest::keyClicks(m_window->editor(), u"X"_s);
    QVERIFY(m_window->window->isWindowModified());
    m_window->trigger(u"file.save"_s);
    QVERIFY(!m_window->window->isWindowModified());
    QCOMPARE(WindowFixture::read(m_window->folder.filePath(u"post.rst"_s)), bytes.replace("The first", "XThe first"));
}

void FilesTest::savesUnderAnotherName()
{
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"file.saveAs"_s);
    m_window->saveUnder(u"other.rst"_s);
    const QString path = m_window->folder.filePath(u"other.rst"_s);
    QCOMPARE(WindowFixture::read(path), aPost);
    QCOMPARE(m_window->postSession()->path(), path);
}

void FilesTest::proposesThePlaceThatTheBlogGivesANewPost()
{
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"posts"_s));
    (void)m_window->write(u"broadside.toml"_s, "[new-post]\nauthor = [\"Robin Okafor\"]\n");
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new"_s);
    QTest::keyClicks(m_window->editor(), u"Doors Open"_s);
    QVERIFY(m_window->settles());
    Q_EMIT m_window->window->findChild<ui::MetadataForm *>()->fieldEdited(u"date"_s, u"2031-05-02"_s);
    QVERIFY(m_window->settles());
    m_window->trigger(u"file.save"_s);
    auto *dialog = m_window->find<QFileDialog>(u"file.saveDialog"_s);
    QCOMPARE(dialog->directory().absolutePath(), m_window->folder.filePath(u"posts"_s));
    const QString path = m_window->folder.filePath(u"posts/2031/2031-05-doors-open.rst"_s);
    QCOMPARE(dialog->selectedFiles(), QStringList{path});
    QVERIFY(!QFile::exists(m_window->folder.filePath(u"posts/2031"_s))); // nothing is made before it is wanted
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"fileNameEdit"_s), Qt::Key_Return);
    QVERIFY(WindowFixture::read(path).contains("Doors Open\n==========\n"));
}

void FilesTest::proposesANameWithoutABlog()
{
    m_window->trigger(u"file.new"_s);
    QTest::keyClicks(m_window->editor(), u"Doors Open"_s);
    QVERIFY(m_window->settles());
    m_window->trigger(u"file.save"_s);
    const auto *dialog = m_window->find<QFileDialog>(u"file.saveDialog"_s);
    QCOMPARE(dialog->selectedFiles(), QStringList{m_window->folder.filePath(u"doors-open.rst"_s)});
}

void FilesTest::offersANameForAnotherDay()
{
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"posts/2026"_s));
    (void)m_window->write(u"broadside.toml"_s, "");
    QVERIFY(m_window->open(aPost, u"posts/2026/2026-03-doors-open.rst"_s));
    QTest::keyClicks(m_window->editor(), u" "_s);
    m_window->trigger(u"file.save"_s);
    QVERIFY(m_window->settles());
    QTest::qWait(100);
    QVERIFY2(m_window->message().isEmpty(), qPrintable(m_window->message()));

    Q_EMIT m_window->window->findChild<ui::MetadataForm *>()->fieldEdited(u"date"_s, u"2027-01-05"_s);
    m_window->trigger(u"file.save"_s);
    QTRY_VERIFY2(m_window->message().contains(u"2026-03-doors-open.rst"_s), qPrintable(m_window->message()));
    const QString old = m_window->folder.filePath(u"posts/2026/2026-03-doors-open.rst"_s);
    const QString renamed = m_window->folder.filePath(u"posts/2027/2027-01-doors-open.rst"_s);
    QVERIFY(QFile::exists(old)); // nothing happens by itself
    m_window->choose(u"rename"_s);
    QTRY_VERIFY(!QFile::exists(old));
    QVERIFY(WindowFixture::read(renamed).contains("2027-01-05"));
    QCOMPARE(m_window->postSession()->path(), renamed);
    QVERIFY(!m_window->window->isWindowModified());
    auto *menu = m_window->find<QMenu>(u"file.recent"_s);
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions().first()->text().contains(u"2027-01-doors-open.rst"_s));
}

void FilesTest::takesPicturesAlongToAnotherYear()
{
    const QDir posts(m_window->folder.filePath(u"posts"_s));
    QVERIFY(posts.mkpath(u"2026"_s) && posts.mkpath(u"2027"_s));
    (void)m_window->write(u"broadside.toml"_s, "");
    (void)m_window->write(u"posts/2026/hall.png"_s, "hall");
    (void)m_window->write(u"posts/2026/door.png"_s, "door");
    (void)m_window->write(u"posts/2027/door.png"_s, "another door");
    QVERIFY(m_window->open(aPost + "\n.. image:: hall.png\n   :alt: A hall\n\n.. image:: door.png\n   :alt: A door\n",
                           u"posts/2026/2026-03-doors-open.rst"_s));
    Q_EMIT m_window->window->findChild<ui::MetadataForm *>()->fieldEdited(u"date"_s, u"2027-01-05"_s);
    m_window->trigger(u"file.save"_s);
    QTRY_VERIFY2(m_window->message().contains(u"2026-03-doors-open.rst"_s), qPrintable(m_window->message()));
    m_window->choose(u"rename"_s);
    const QString renamed = posts.filePath(u"2027/2027-01-doors-open.rst"_s);
    QTRY_COMPARE(m_window->postSession()->path(), renamed);
    QTRY_VERIFY(!m_window->editor()->document()->isModified());
    QCOMPARE(WindowFixture::read(posts.filePath(u"2027/hall.png"_s)), "hall");
    QCOMPARE(WindowFixture::read(posts.filePath(u"2027/door-2.png"_s)), "door");
    QCOMPARE(WindowFixture::read(posts.filePath(u"2027/door.png"_s)), "another door");
    QCOMPARE(WindowFixture::read(posts.filePath(u"2026/hall.png"_s)), "hall"); // for others that show it
    QVERIFY(WindowFixture::read(renamed).contains(".. image:: hall.png\n"));
    QVERIFY(WindowFixture::read(renamed).contains(".. image:: door-2.png\n"));
    QVERIFY2(m_window->message().contains(u"posts/2026/hall.png is taken along"_s), qPrintable(m_window->message()));
    QVERIFY2(m_window->message().contains(u"stays where it was"_s), qPrintable(m_window->message()));
    QVERIFY(m_window->settles());
    QVERIFY(std::ranges::none_of(m_window->postSession()->rendering()->problems, [](const session::Problem &problem) {
        return problem.formal.startsWith(u"image file not readable"_s);
    }));
}

void FilesTest::remembersRecentPosts()
{
    QVERIFY(m_window->open(aPost, u"one.rst"_s));
    QVERIFY(m_window->open(aPost, u"two.rst"_s));
    auto *menu = m_window->find<QMenu>(u"file.recent"_s);
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions().first()->text().contains(u"two.rst"_s));
    menu->actions().at(1)->trigger();
    QVERIFY(m_window->postSession()->path().endsWith(u"one.rst"_s));
}

void FilesTest::opensADroppedFile()
{
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(m_window->write(u"dropped.rst"_s, aPost))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->window.get(), &drop);
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void FilesTest::asksBeforeDroppingUnsavedChanges()
{
    QVERIFY(m_window->open(aPost));
    QTest::keyClicks(m_window->editor(), u"X"_s);
    const QString other = m_window->write(u"other.rst"_s, "Other.\n");
    m_window->window->openFile(other);
    QVERIFY(m_window->message().contains(u"not saved"_s));
    QTest::keyClicks(m_window->editor(), u"Y"_s); // the question does not keep anybody from typing
    QVERIFY(m_window->text().startsWith(u"XY"_s));
    m_window->choose(u"stay"_s);
    QVERIFY(m_window->text().startsWith(u"XY"_s));
    m_window->window->openFile(other);
    m_window->choose(u"saveFirst"_s);
    QCOMPARE(m_window->text(), u"Other.\n"_s);
    QVERIFY(WindowFixture::read(m_window->folder.filePath(u"post.rst"_s)).startsWith("XY"));
}

void FilesTest::asksBeforeClosing()
{
    QVERIFY(m_window->open(aPost));
    QTest::keyClicks(m_window->editor(), u"X"_s);
    answer(QMessageBox::Cancel);
    QVERIFY(!m_window->window->close());
    answer(QMessageBox::Save);
    QVERIFY(m_window->window->close());
    QVERIFY(WindowFixture::read(m_window->folder.filePath(u"post.rst"_s)).startsWith("X"));
}

void FilesTest::takesAnOutsideChangeWhenNothingIsUnsaved()
{
    QVERIFY(m_window->open(aPost));
    m_window->write(u"post.rst"_s, QByteArray(aPost).replace("Lisbon", "Porto"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->text().contains(u"Porto"_s), 10'000);
    QVERIFY(m_window->message().contains(u"changed on the disk"_s));
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void FilesTest::offersBothWhenBothChanged()
{
    QVERIFY(m_window->open(aPost));
    QTest::keyClicks(m_window->editor(), u"X"_s);
    m_window->write(u"post.rst"_s, "Theirs.\n");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->message().contains(u"Somebody else"_s), 10'000);
    m_window->choose(u"takeTheirs"_s);
    QCOMPARE(m_window->text(), u"Theirs.\n"_s);
    m_window->trigger(u"edit.undo"_s);
    QVERIFY(m_window->text().startsWith(u"X"_s));
}

void FilesTest::closesToTheStartPage()
{
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"file.close"_s);
    QVERIFY(m_window->find<QWidget>(u"startPage"_s)->isVisible());
    QVERIFY(m_window->find<QListWidget>(u"start.recent"_s)->count() == 1);
}

BROADSIDE_UI_TEST_MAIN(FilesTest)
#include "files_test.moc"
