// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <QDir>
#include <QFileDialog>
#include <QImage>

using namespace Qt::StringLiterals;

class MarkupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void marksTheWordAtTheCursor();
    void linksToTheCopiedAddress();
    void makesHeadings();
    void insertsAPicture();
    void putsDroppedPicturesWhereTheyAreDropped();
    void beginsAPostForADroppedPicture();
    void keepsThePlaceOfAPictureThatWaits();
    void fillsInTheFigureOfATemplate();
    void goesToALine();

private:
    void choosePicture(const QString &path);
    [[nodiscard]] bool drop(const QList<QUrl> &urls, QPoint place) const;

    std::unique_ptr<WindowFixture> m_window;
};

void MarkupTest::marksTheWordAtTheCursor()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"paragraph"_s);
    m_window->trigger(u"markup.strong"_s);
    QVERIFY(m_window->text().contains(u"The first **paragraph** says"_s));
    m_window->trigger(u"markup.strong"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
    m_window->trigger(u"markup.emphasis"_s);
    QVERIFY(m_window->text().contains(u"The first *paragraph* says"_s));
    m_window->editor()->undo();
    m_window->editor()->undo();
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void MarkupTest::linksToTheCopiedAddress()
{
    QVERIFY(m_window->open(aPost));
    QGuiApplication::clipboard()->setText(u"https://example.org/hall"_s);
    m_window->goTo(u"paragraph"_s);
    m_window->trigger(u"markup.link"_s);
    QVERIFY2(m_window->text().contains(u"The first `paragraph <https://example.org/hall>`__ says"_s),
             qPrintable(m_window->text()));
}

void MarkupTest::makesHeadings()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"Programme"_s);
    m_window->trigger(u"markup.heading1"_s);
    QVERIFY(m_window->text().contains(u"Programme\n========="_s));
    m_window->trigger(u"markup.heading0"_s);
    QVERIFY(!m_window->text().contains(u"Programme\n="_s));
}

void MarkupTest::insertsAPicture()
{
    QVERIFY(m_window->open(aPost));
    QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(m_window->folder.filePath(u"the-doors.png"_s)));
    m_window->goTo(u"The first"_s);
    choosePicture(m_window->folder.filePath(u"the-doors.png"_s));
    QTRY_VERIFY2(m_window->text().contains(u"happens.\n\n.. figure:: the-doors.png\n   :alt:"_s),
                 qPrintable(m_window->text()));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"describe the picture"_s);
}

void MarkupTest::putsDroppedPicturesWhereTheyAreDropped()
{
    QVERIFY(m_window->open(aPost));
    const QTemporaryDir elsewhere;
    QList<QUrl> pictures;
    for (const QString &name : {u"doors.png"_s, u"hall.png"_s}) {
        QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(elsewhere.filePath(name)));
        pictures.append(QUrl::fromLocalFile(elsewhere.filePath(name)));
    }
    ui::RstEditor *editor = m_window->editor();
    m_window->goTo(u"The first"_s);
    const QPoint place = editor->viewport()->mapTo(m_window->window.get(), editor->cursorRect().center());
    editor->moveCursor(QTextCursor::Start); // and there the cursor is
    QVERIFY(!drop(pictures + QList{QUrl(u"https://example.org/a.png"_s)}, place));
    QVERIFY(drop(pictures, place));
    QTRY_VERIFY2(m_window->text().contains(u"happens.\n\n.. figure:: doors.png\n   :alt:"_s),
                 qPrintable(m_window->text()));
    QVERIFY2(m_window->text().contains(u"picture\n\n.. figure:: hall.png\n   :alt:"_s), qPrintable(m_window->text()));
    QVERIFY(QFile::exists(m_window->folder.filePath(u"hall.png"_s)));
}

void MarkupTest::beginsAPostForADroppedPicture()
{
    const QString picture = m_window->folder.filePath(u"the-doors.png"_s);
    QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(picture));
    QVERIFY(drop({QUrl::fromLocalFile(picture)}, {50, 50}));
    QVERIFY(m_window->editor()->isVisible());
    QTRY_VERIFY2(m_window->message().contains(u"no file yet"_s), qPrintable(m_window->message()));
}

void MarkupTest::keepsThePlaceOfAPictureThatWaits()
{
    const QString picture = m_window->folder.filePath(u"the-doors.png"_s);
    QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(picture));
    m_window->trigger(u"file.new"_s);
    m_window->editor()->selectAll();
    m_window->editor()->insertPlainText(u"Title\n=====\n\nThe first.\n\nThe second.\n\nThe third.\n"_s);
    m_window->goTo(u"The second"_s);
    choosePicture(picture);
    m_window->goTo(u"The third"_s); // one goes on writing until there is time to save
    m_window->editor()->insertPlainText(u"Before "_s);
    QTRY_VERIFY2(m_window->message().contains(u"no file yet"_s), qPrintable(m_window->message()));
    m_window->choose(u"save"_s);
    m_window->saveUnder(u"post.rst"_s);
    QTRY_VERIFY2(m_window->text().contains(u"The second.\n\n.. figure:: the-doors.png\n"_s),
                 qPrintable(m_window->text()));
}

bool MarkupTest::drop(const QList<QUrl> &urls, QPoint place) const
{
    QMimeData dropped;
    dropped.setUrls(urls);
    QDragEnterEvent enter(place, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->window.get(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(place, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->window.get(), &drop);
    return drop.isAccepted();
}

void MarkupTest::fillsInTheFigureOfATemplate()
{
    const QString picture = m_window->folder.filePath(u"Ada at Work.png"_s);
    QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(picture));
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"posts"_s));
    (void)m_window->write(u"broadside.toml"_s, "[new-post]\nauthor = [\"Robin Okafor\"]\n");
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new.colleague"_s);
    QVERIFY(m_window->settles());
    m_window->goTo(u"⟦portrait.jpg⟧"_s);
    choosePicture(picture);
    // The post has no file yet; once it has, the picture is named as it is there.
    QTRY_VERIFY2(m_window->message().contains(u"no file yet"_s), qPrintable(m_window->message()));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"⟦What the picture shows⟧"_s);
    m_window->choose(u"save"_s);
    m_window->saveUnder(u"posts/ada.rst"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. figure:: /Ada at Work.png\n   :alt: ⟦What the picture shows⟧"_s),
                 qPrintable(m_window->text()));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"⟦What the picture shows⟧"_s);
    m_window->trigger(u"edit.undo"_s); // the name
    m_window->trigger(u"edit.undo"_s); // the picture
    QVERIFY2(m_window->text().contains(u".. figure:: ⟦portrait.jpg⟧\n"_s), qPrintable(m_window->text()));
}

void MarkupTest::choosePicture(const QString &path)
{
    m_window->trigger(u"markup.image"_s);
    auto *dialog = m_window->find<QFileDialog>(u"pictureDialog"_s);
    Q_EMIT dialog->filesSelected({path});
    dialog->close();
}

void MarkupTest::goesToALine()
{
    QVERIFY(m_window->open(aPost));
    m_window->trigger(u"markup.goToLine"_s);
    auto *dialog = m_window->find<QInputDialog>(u"goToLine"_s);
    dialog->setIntValue(4);
    dialog->accept();
    QCOMPARE(m_window->editor()->textCursor().blockNumber(), 3);
}

BROADSIDE_UI_TEST_MAIN(MarkupTest)
#include "markup_test.moc"
