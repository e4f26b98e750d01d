// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/dialogs/import_dialog.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QByteArray markdown = "---\ntitle: From Elsewhere\ndate: 2024-05-06\ntags: [news]\n---\n\nSome **bold** text.\n";

QByteArray entry(const QByteArray &title, const QByteArray &html)
{
    return "<entry><category scheme='http://schemas.google.com/g/2005#kind' "
           "term='http://schemas.google.com/blogger/2008/kind#post'/><published>2019-05-06T10:00:00.000-07:00</"
           "published>"
           "<title type='text'>" +
           title + "</title><content type='html'>" + html + "</content><author><name>Ada</name></author></entry>";
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void opensDroppedMarkdownAsAnUnsavedPost();
    void storesThePicturesOfAPage();
    void choosesFromABloggerExport();
    void tellsWhatCannotBeRead();
    void importsWhatIsOpened_data();
    void importsWhatIsOpened();
    void opensTheTextInstead();
    void opensSeveralDroppedFiles();
    void refusesAFolderfulOfFiles();
    void takesPicturesAmongPosts();
    void refusesWhatIsNeitherAmongPosts();

private:
    /// How many of them show a post with these words.
    qsizetype countOthersWith(const QString &words) const
    {
        return std::ranges::count_if(otherWindows(), [&words](const ui::MainWindow *window) {
            return window->isVisible() && window->editor()->text().contains(words);
        });
    }
    void closeOthers() const
    {
        for (ui::MainWindow *window : otherWindows()) {
            window->editor()->document()->setModified(false);
            delete window;
        }
    }
    bool drop(const QStringList &paths) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window->window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window->window.get(), &event);
        return true;
    }
    bool drop(const QString &path) const { return drop(QStringList(path)); }
    /// The windows beside the test's own.
    QList<ui::MainWindow *> otherWindows() const
    {
        QList<ui::MainWindow *> windows;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *window = qobject_cast<ui::MainWindow *>(widget);
            if (window && window != m_window->window.get())
                windows.append(window);
        }
        return windows;
    }

    std::unique_ptr<WindowFixture> m_window;
};

void ImportTest::opensDroppedMarkdownAsAnUnsavedPost()
{
    m_window->write(u"a.md"_s, markdown);
    drop(m_window->folder.filePath(u"a.md"_s));
    QTRY_VERIFY2(m_window->text().contains(u"Some **bold** text."_s), qPrintable(m_window->text()));
    QVERIFY(m_window->text().contains(u".. post:: 2024-05-06"_s));
    QVERIFY(m_window->postSession()->path().isEmpty());
    QVERIFY(m_window->editor()->document()->isModified());
    QCOMPARE(WindowFixture::read(m_window->folder.filePath(u"a.md"_s)), markdown);
}

void ImportTest::storesThePicturesOfAPage()
{
    const QByteArray gif("GIF89a and more");
    m_window->write(u"a.html"_s, "<h1>A Hall</h1><p>See.</p><p><img alt='It' src='data:image/gif;base64," +
                                     gif.toBase64() + "'></p>");
    drop(m_window->folder.filePath(u"a.html"_s));
    QTRY_VERIFY2(m_window->text().contains(u".. image:: picture-"_s), qPrintable(m_window->text()));
    QVERIFY2(m_window->message().contains(u"Its picture is stored with it"_s), qPrintable(m_window->message()));
    m_window->trigger(u"file.save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: hall.gif\n   :alt: It"_s), qPrintable(m_window->text()));
    QCOMPARE(WindowFixture::read(m_window->folder.filePath(u"hall.gif"_s)), gif);
}

void ImportTest::choosesFromABloggerExport()
{
    m_window->write(u"export.xml"_s,
                    "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'>" +
                        entry("First", "&lt;p&gt;One&lt;/p&gt;") +
                        entry("Second", "&lt;p&gt;Two &lt;b&gt;bold&lt;/b&gt;&lt;/p&gt;") + "</feed>");
    drop(m_window->folder.filePath(u"export.xml"_s));
    QTRY_VERIFY(m_window->window->findChild<ui::ImportDialog *>() != nullptr);
    auto *dialog = m_window->find<ui::ImportDialog>(u"importDialog"_s);
    QCOMPARE(dialog->findChild<QListWidget *>(u"import.posts"_s)->count(), 2);
    dialog->findChild<QLineEdit *>(u"import.filter"_s)->setText(u"second"_s);
    dialog->findChild<QPushButton *>(u"import.open"_s)->click();
    QTRY_VERIFY2(m_window->text().contains(u"Two **bold**"_s), qPrintable(m_window->text()));
    QVERIFY(!m_window->text().contains(u"One"_s));
}

void ImportTest::tellsWhatCannotBeRead()
{
    m_window->write(u"cut.xml"_s, "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><tit");
    drop(m_window->folder.filePath(u"cut.xml"_s));
    QTRY_VERIFY(!m_window->message().isEmpty());
    QVERIFY(m_window->text().isEmpty());
}

void ImportTest::importsWhatIsOpened_data()
{
    QTest::addColumn<bool>("isChosen");
    QTest::newRow("as the program's argument") << false;
    QTest::newRow("by File > Open") << true;
}

void ImportTest::importsWhatIsOpened()
{
    QFETCH(const bool, isChosen);
    const QString path = m_window->write(u"a.md"_s, markdown);
    if (isChosen) {
        m_window->trigger(u"file.open"_s);
        auto *dialog = m_window->find<QFileDialog>(u"file.openDialog"_s);
        QVERIFY(dialog->nameFilters().join(u' ').contains(u"*.md"_s));
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
    } else {
        m_window->window->openFile(path);
    }
    QTRY_VERIFY2(m_window->text().contains(u".. post:: 2024-05-06"_s), qPrintable(m_window->text()));
    QVERIFY(m_window->postSession()->path().isEmpty());
    QVERIFY2(m_window->message().contains(u"a.md"_s), qPrintable(m_window->message()));
}

void ImportTest::opensTheTextInstead()
{
    const QString path = m_window->write(u"a.md"_s, markdown);
    m_window->window->openFile(path);
    QTRY_VERIFY(m_window->text().contains(u".. post:: 2024-05-06"_s));
    m_window->choose(u"openText"_s);
    QCOMPARE(m_window->text(), QString::fromUtf8(markdown));
    QCOMPARE(m_window->postSession()->path(), path);
    // What was written meanwhile is asked about.
    m_window->window->openFile(path);
    QTRY_VERIFY(m_window->text().contains(u".. post:: 2024-05-06"_s));
    m_window->editor()->insertPlainText(u"x"_s);
    m_window->choose(u"openText"_s);
    QVERIFY(m_window->message().contains(u"not saved"_s));
    QVERIFY(m_window->text().contains(u".. post:: 2024-05-06"_s));
}

void ImportTest::opensSeveralDroppedFiles()
{
    const QString first = m_window->write(u"first.rst"_s, "First\n=====\n");
    const QString second = m_window->write(u"second.rst"_s, "Second\n======\n");
    QVERIFY(drop({first, second, m_window->write(u"third.md"_s, markdown)}));
    QCOMPARE(m_window->postSession()->path(), first);
    QCOMPARE(otherWindows().size(), 2);
    QCOMPARE(countOthersWith(u"Second\n======"_s), 1);
    QTRY_COMPARE(countOthersWith(u"Some **bold** text."_s), 1);
    QVERIFY(drop({first, second})); // which are open
    QCOMPARE(otherWindows().size(), 2);
    closeOthers();
}

void ImportTest::refusesAFolderfulOfFiles()
{
    QStringList paths;
    for (int i = 0; i < 60; ++i)
        paths.append(m_window->write(u"%1.rst"_s.arg(i), "Text.\n"));
    QVERIFY(drop(paths));
    QVERIFY(m_window->message().contains(u"60"_s));
    QCOMPARE(otherWindows().size(), 0);
    QVERIFY(m_window->text().isEmpty());
}

void ImportTest::takesPicturesAmongPosts()
{
    QVERIFY(m_window->open(aPost));
    const QString own = m_window->postSession()->path();
    m_window->goTo(u"The first"_s);
    const QTemporaryDir elsewhere;
    const QString doors = elsewhere.filePath(u"doors.png"_s);
    const QString hall = elsewhere.filePath(u"hall.png"_s);
    QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(doors) && QImage(2, 2, QImage::Format_RGB32).save(hall));
    const QString beside = m_window->write(u"beside.rst"_s, "Beside\n======\n");
    QVERIFY(drop({doors, beside, own, hall, m_window->write(u"third.md"_s, markdown)}));
    QTRY_VERIFY2(m_window->text().contains(u"happens.\n\n.. figure:: doors.png\n   :alt:"_s),
                 qPrintable(m_window->text()));
    QVERIFY(m_window->text().contains(u".. figure:: hall.png"_s));
    QCOMPARE(m_window->postSession()->path(), own); // and stays here
    QVERIFY2(m_window->message().contains(u"2 picture"_s), qPrintable(m_window->message()));
    QCOMPARE(otherWindows().size(), 2);
    QCOMPARE(countOthersWith(u"Beside\n======"_s), 1);
    QTRY_COMPARE(countOthersWith(u"Some **bold** text."_s), 1);
    closeOthers();
}

void ImportTest::refusesWhatIsNeitherAmongPosts()
{
    QVERIFY(!drop({m_window->write(u"a.rst"_s, "Text.\n"), m_window->write(u"a.png"_s, "PNG"),
                   m_window->write(u"a.ods"_s, "PK")}));
}

BROADSIDE_UI_TEST_MAIN(ImportTest)
#include "import_test.moc"
