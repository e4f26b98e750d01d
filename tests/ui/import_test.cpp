// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/dialogs/import_dialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>

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
    void choosesFromABloggerExport();
    void tellsWhatCannotBeRead();

private:
    void drop(const QString &path) const
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window->window.get(), &enter);
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window->window.get(), &event);
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

BROADSIDE_UI_TEST_MAIN(ImportTest)
#include "import_test.moc"
