// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/dialogs/export_dialog.h"

#include <QBuffer>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

class PasteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(aPost));
        m_window->goTo(u"says what"_s);
    }
    void cleanup() { m_window.reset(); }

    void makesRichTextReStructuredText();
    void keepsItPlainOnRequest();
    void storesPicturesOfRichText();
    void keepsPicturesUntilThePostHasAFile();
    void keepsPicturesThatCannotBeStored();
    void letsNoPictureGoThatCannotBeStored();
    void holdsSeveralPicturesInTheirOrder();
    void bringsHeldPicturesBackAfterACrash();
    void namesHeldPicturesOfTheBlogWhereTheyAre();
    void showsHeldPicturesAndMissesNone();
    void takesLargePicturesOfRichText();
    void tellsOfAPictureThatIsTooLarge();
    void exportsPicturesBeforeTheFirstSaving();
    void storesPicturesUnderTheNameThatTheExportGaveThem();
    void leavesOtherPostsAlone();
    void showsNoPictureInAnotherPost();
    void storesAPicture();
    void putsCopiedPicturesBelowOneAnother();
    void takesSeveralPicturesBackAtOnce();
    void tellsWhichPictureCannotBeStored();

private:
    static void copyHtml(const QString &html, const QString &plain)
    {
        auto *copied = new QMimeData;
        copied->setHtml(html);
        copied->setText(plain);
        QGuiApplication::clipboard()->setMimeData(copied);
    }

    static void copyPicture(const QColor &colour)
    {
        QImage picture(20, 10, QImage::Format_RGB32);
        picture.fill(colour);
        auto *copied = new QMimeData;
        copied->setImageData(picture);
        QGuiApplication::clipboard()->setMimeData(copied);
    }
    static void copyFiles(const QStringList &paths)
    {
        auto *copied = new QMimeData;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        copied->setUrls(urls);
        QGuiApplication::clipboard()->setMimeData(copied);
    }
    /// The names of the pictures that the text shows, in its order.
    [[nodiscard]] QStringList shown() const
    {
        static const QRegularExpression directive(u":: (\\S+\\.(?:png|jpg))\n"_s);
        QStringList names;
        for (const QRegularExpressionMatch &match : directive.globalMatch(m_window->text()))
            names.append(match.captured(1));
        return names;
    }
    static int keptPictures()
    {
        int count = 0;
        const QDir drafts(session::draftFolder());
        for (const QString &name : drafts.entryList({u"*.pictures"_s}, QDir::Dirs))
            count += int(QDir(drafts.filePath(name)).entryList(QDir::Files).size());
        return count;
    }

    /// The address of a picture, as office programs copy them.
    static QString embeddedPicture()
    {
        QImage picture(20, 10, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        picture.save(&png, "PNG");
        return u"data:image/png;base64,"_s + QString::fromLatin1(png.data().toBase64());
    }

    /// The export page, with its plan.
    [[nodiscard]] const ui::ExportDialog *openExport() const
    {
        m_window->trigger(u"file.export"_s);
        const auto *dialog = m_window->find<ui::ExportDialog>(u"exportDialog"_s);
        if (!QTest::qWaitFor([dialog] { return !dialog->plan().path.empty(); }))
            qFatal("The export was not planned.");
        return dialog;
    }
    static QString toldBy(const ui::ExportDialog *dialog)
    {
        QStringList texts;
        const auto *list = dialog->findChild<QListWidget *>(u"export.checks"_s);
        for (int row = 0; row < list->count(); ++row)
            texts.append(list->item(row)->data(Qt::AccessibleTextRole).toString());
        return texts.join(u'\n');
    }
    static void writeExport(const ui::ExportDialog *dialog)
    {
        dialog->findChild<QCheckBox *>(u"export.overrule"_s)->setChecked(true);
        dialog->findChild<QPushButton *>(u"export.write"_s)->click();
    }

    std::unique_ptr<WindowFixture> m_window;
};

void PasteTest::makesRichTextReStructuredText()
{
    copyHtml(u"<b>really</b> "_s, u"really "_s);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u"**really**"_s), qPrintable(m_window->text()));
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void PasteTest::keepsItPlainOnRequest()
{
    copyHtml(u"<b>really</b>"_s, u"really"_s);
    m_window->trigger(u"edit.pastePlain"_s);
    QVERIFY(m_window->text().contains(u"paragraph reallysays"_s));
    m_window->editor()->undo();
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY(m_window->text().contains(u"**really**"_s));
    QTRY_VERIFY(!m_window->message().isEmpty());
    m_window->choose(u"keepPlain"_s);
    QVERIFY(m_window->text().contains(u"paragraph reallysays"_s));
}

void PasteTest::storesPicturesOfRichText()
{
    copyHtml(u"<p>A hall:</p><p><img alt='A hall' src='%1'></p>"_s.arg(embeddedPicture()), u"A hall:"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: post.png\n   :alt: A hall"_s), qPrintable(m_window->text()));
    QCOMPARE(QImage(m_window->folder.filePath(u"post.png"_s)).size(), QSize(20, 10));
}

void PasteTest::keepsPicturesUntilThePostHasAFile()
{
    m_window->trigger(u"file.new"_s);
    copyHtml(u"<p>A hall:</p><p><img alt='A hall' src='%1'></p>"_s.arg(embeddedPicture()), u"A hall:"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: picture-"_s), qPrintable(m_window->text()));
    QVERIFY2(m_window->message().startsWith(u"1 picture"_s), qPrintable(m_window->message()));
    m_window->choose(u"save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: hall.png\n   :alt: A hall"_s), qPrintable(m_window->text()));
    QCOMPARE(QImage(m_window->folder.filePath(u"hall.png"_s)).size(), QSize(20, 10));
}

/// The folder of the blog's pictures is a file, and so none of them can be stored; later it is in nobody's way.
void PasteTest::keepsPicturesThatCannotBeStored()
{
    m_window->trigger(u"file.new"_s);
    copyHtml(u"<p>A hall:</p><p><img alt='A hall' src='%1'></p>"_s.arg(embeddedPicture()), u"A hall:"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: picture-"_s), qPrintable(m_window->text()));
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"_static"_s));
    m_window->write(u"broadside.toml"_s, "");
    m_window->write(u"_static/%1"_s.arg(QDate::currentDate().year()), "in the way");
    m_window->trigger(u"file.save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_VERIFY2(m_window->message().contains(u"cannot be made"_s), qPrintable(m_window->message()));
    QVERIFY(m_window->text().contains(u".. image:: picture-"_s));
    QVERIFY(m_window->editor()->document()->isModified()); // the post is not whole on the disk
    QTRY_COMPARE(keptPictures(), 1);
    QVERIFY(QFile::remove(m_window->folder.filePath(u"_static/%1"_s.arg(QDate::currentDate().year()))));
    m_window->trigger(u"file.save"_s);
    QTRY_VERIFY2(m_window->text().contains(u"/hall.png\n"_s), qPrintable(m_window->text()));
    QTRY_VERIFY(!m_window->editor()->document()->isModified()); // it was saved once more, with its pictures' names
    QVERIFY(WindowFixture::read(m_window->postSession()->path()).contains("/hall.png\n"));
    QTRY_COMPARE(keptPictures(), 0);
    m_window->trigger(u"edit.undo"_s); // the name of before: its picture is not gone
    QTRY_COMPARE(keptPictures(), 1);
}

void PasteTest::letsNoPictureGoThatCannotBeStored()
{
    m_window->trigger(u"file.new"_s);
    copyPicture(Qt::red);
    m_window->trigger(u"edit.paste"_s);
    QTRY_COMPARE(shown().size(), 1);
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"_static"_s));
    m_window->write(u"broadside.toml"_s, "");
    m_window->write(u"_static/%1"_s.arg(QDate::currentDate().year()), "in the way");
    m_window->trigger(u"file.save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_VERIFY2(m_window->message().contains(u"cannot be made"_s), qPrintable(m_window->message()));
    m_window->trigger(u"file.new"_s);
    QVERIFY2(m_window->message().contains(u"changes that are not saved"_s), qPrintable(m_window->message()));
    m_window->choose(u"stay"_s);
    QCOMPARE(shown().size(), 1);
    QVERIFY(QFile::remove(m_window->folder.filePath(u"_static/%1"_s.arg(QDate::currentDate().year()))));
    m_window->trigger(u"file.new"_s);
    m_window->choose(u"saveFirst"_s); // and the new post only when the picture is stored and named
    QTRY_COMPARE(m_window->postSession()->path(), QString());
    QVERIFY(WindowFixture::read(m_window->folder.filePath(u"hall.rst"_s)).contains("/hall.png\n"));
    QCOMPARE(QImage(m_window->folder.filePath(u"_static/%1/hall.png"_s.arg(QDate::currentDate().year()))).size(),
             QSize(20, 10));
}

/// Files and what the clipboard holds, one after the other: each below the one before, and described at once.
void PasteTest::holdsSeveralPicturesInTheirOrder()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QImage(3, 3, QImage::Format_RGB32).save(elsewhere.filePath(u"One Door.png"_s)));
    QVERIFY(QImage(4, 4, QImage::Format_RGB32).save(elsewhere.filePath(u"two.jpg"_s)));
    m_window->trigger(u"file.new"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    copyPicture(Qt::red);
    m_window->trigger(u"edit.paste"_s);
    QTRY_COMPARE(shown().size(), 1);
    QVERIFY2(m_window->message().contains(u"no file yet"_s), qPrintable(m_window->message()));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"describe the picture"_s);
    QTest::keyClicks(m_window->editor(), u"Red"_s);
    copyFiles({elsewhere.filePath(u"One Door.png"_s), elsewhere.filePath(u"two.jpg"_s)});
    m_window->trigger(u"edit.paste"_s); // the cursor is still in the first figure
    QTRY_COMPARE(shown().size(), 3);
    copyPicture(Qt::green);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_COMPARE(shown().size(), 4);
    QVERIFY2(shown().at(1).startsWith(u"one-door-"_s), qPrintable(shown().join(u' ')));
    QVERIFY(QFile::remove(elsewhere.filePath(u"One Door.png"_s))); // it is held, whatever becomes of its file
    m_window->choose(u"save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_VERIFY2(m_window->text().contains(u":: hall.png\n"_s), qPrintable(m_window->text()));
    const QStringList names = shown();
    QCOMPARE(names, QStringList({u"hall.png"_s, u"one-door.png"_s, u"two.jpg"_s, u"hall-2.png"_s}));
    const QImage first(m_window->folder.filePath(names.front())), last(m_window->folder.filePath(names.back()));
    QCOMPARE(first.pixelColor(0, 0), QColor(Qt::red));
    QCOMPARE(last.pixelColor(0, 0), QColor(Qt::green));
    QCOMPARE(QImage(m_window->folder.filePath(u"one-door.png"_s)).size(), QSize(3, 3));
    QVERIFY(m_window->text().contains(u":alt: Red\n"_s));
    QTRY_VERIFY(!m_window->editor()->document()->isModified());
    QCOMPARE(WindowFixture::read(m_window->postSession()->path()), m_window->text().toUtf8());
}

void PasteTest::bringsHeldPicturesBackAfterACrash()
{
    m_window->trigger(u"file.new"_s);
    copyPicture(Qt::red);
    m_window->trigger(u"edit.paste"_s);
    QTRY_COMPARE(shown().size(), 1);
    copyPicture(Qt::green);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_COMPARE(shown().size(), 2);
    const QStringList names = shown();
    QTRY_COMPARE(keptPictures(), 2);
    // What the program that was killed leaves: its journal, which nobody looks after any more.
    const QDir drafts(session::draftFolder());
    const QString name = drafts.entryList({u"*.draft"_s}).value(0).chopped(6);
    const QDir left(m_window->folder.filePath(u"left"_s));
    QVERIFY(left.mkpath(name + u".pictures"_s));
    QVERIFY(QFile::copy(drafts.filePath(name + u".draft"_s), left.filePath(name + u".draft"_s)));
    for (const QString &picture : names)
        QVERIFY(QFile::copy(drafts.filePath(name + u".pictures/"_s + picture),
                            left.filePath(name + u".pictures/"_s + picture)));
    const QList<session::LeftDraft> found = session::leftDrafts(left.path());
    QCOMPARE(found.size(), 1);
    const session::NamedPictures pictures = session::picturesOf(found.front());
    QCOMPARE(QImage::fromData(pictures.value(names.front())).pixelColor(0, 0), QColor(Qt::red));
    QCOMPARE(QImage::fromData(pictures.value(names.back())).pixelColor(0, 0), QColor(Qt::green));
    QCOMPARE(found.front().draft.text, m_window->text());
}

void PasteTest::namesHeldPicturesOfTheBlogWhereTheyAre()
{
    m_window->write(u"broadside.toml"_s, "");
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"_static/logos"_s));
    QVERIFY(QImage(3, 3, QImage::Format_RGB32).save(m_window->folder.filePath(u"_static/logos/door.png"_s)));
    m_window->trigger(u"file.new"_s);
    copyFiles({m_window->folder.filePath(u"_static/logos/door.png"_s)});
    m_window->trigger(u"edit.paste"_s);
    QTRY_COMPARE(shown().size(), 1);
    m_window->choose(u"save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_COMPARE(shown(), QStringList(u"/_static/logos/door.png"_s));
    QCOMPARE(QDir(m_window->folder.filePath(u"_static"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList(u"logos"_s));
}

void PasteTest::showsHeldPicturesAndMissesNone()
{
    const auto missing = [this] {
        return std::ranges::count_if(
            m_window->postSession()->rendering()->problems,
            [](const session::Problem &problem) { return problem.formal.startsWith(u"image file not readable"_s); });
    };
    m_window->write(u"broadside.toml"_s, "");
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new"_s);
    m_window->editor()->selectAll();
    m_window->editor()->insertPlainText(u"The Doors Open\n==============\n\n.. image:: gone.png\n\nThey do.\n\n"_s);
    copyPicture(Qt::red);
    m_window->trigger(u"edit.paste"_s);
    QTRY_COMPARE(shown().size(), 2);
    QVERIFY(m_window->settles());
    QVERIFY(m_window->paints());
    QCOMPARE(missing(), 1); // the one that nobody holds
    QTRY_COMPARE(m_window->inPage(u"[...document.images].map(i => i.naturalWidth).join()"_s).toString(), u"20"_s);
    QVERIFY2(m_window->pageText().contains(u"gone.png (not found)"_s), qPrintable(m_window->pageText()));
    QVERIFY2(!m_window->pageText().contains(u"picture-"_s), qPrintable(m_window->pageText()));
    QVERIFY(QDir(m_window->folder.path()).entryList({u"*.png"_s}).isEmpty()); // nothing is written
}

/// One with as many bytes, as office programs copy it.
static QString largePicture(qsizetype bytes)
{
    QByteArray png("\x89PNG\r\n\x1a\n");
    png.resize(bytes, 'x');
    return u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64());
}

void PasteTest::takesLargePicturesOfRichText()
{
    copyHtml(u"<p>A hall:</p><p><img alt='A hall' src='%1'></p>"_s.arg(largePicture(23'000'000)), u"A hall:"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->text().contains(u".. image:: post.png\n"_s), 60'000);
    QCOMPARE(QFileInfo(m_window->folder.filePath(u"post.png"_s)).size(), 23'000'000);
    QVERIFY2(!m_window->message().contains(u"MB"_s), qPrintable(m_window->message()));
}

void PasteTest::tellsOfAPictureThatIsTooLarge()
{
    m_window->trigger(u"file.new"_s);
    copyHtml(u"<p>Two:</p><p><img alt='A' src='%1'></p><p><img alt='B' src='%2'></p>"_s.arg(largePicture(70'000'000),
                                                                                            embeddedPicture()),
             u"Two:"_s);
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->text().contains(u".. image:: picture-"_s), 60'000);
    QVERIFY2(
        m_window->message().contains(u"holds a picture of 67 MB, and none may have more than 64 MB. It is left out"_s),
        qPrintable(m_window->message()));
    QVERIFY2(m_window->message().contains(u"no file yet"_s), qPrintable(m_window->message()));
    QVERIFY(m_window->text().contains(u".. image:: data:image/png…\n   :alt: A\n"_s)); // its place
    m_window->choose(u"save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_VERIFY(m_window->text().contains(u".. image:: hall.png\n"_s));
}

void PasteTest::exportsPicturesBeforeTheFirstSaving()
{
    m_window->write(u"broadside.toml"_s, "");
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new"_s);
    m_window->editor()->selectAll();
    m_window->editor()->insertPlainText(u".. post:: 2026-03-02\n\nThe Doors Open\n==============\n\nThey do.\n\n"_s);
    copyHtml(u"<p>A hall:</p><p><img alt='A hall' src='%1'></p>"_s.arg(embeddedPicture()), u"A hall:"_s);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: picture-"_s), qPrintable(m_window->text()));
    const ui::ExportDialog *dialog = openExport();
    const QString told = toldBy(dialog);
    QVERIFY2(
        told.contains(u"good: The picture that came with the text is stored as posts/2026/2026-03-doors-open.png."_s),
        qPrintable(told));
    QVERIFY2(told.contains(u"good: The site's build will have nothing to complain about"_s), qPrintable(told));
    QVERIFY2(!told.contains(u"not there"_s), qPrintable(told));
    writeExport(dialog);
    QTRY_VERIFY2(m_window->message().contains(u"Exported"_s), qPrintable(m_window->message()));
    const QDir year(m_window->folder.filePath(u"posts/2026"_s));
    QVERIFY(WindowFixture::read(year.filePath(u"2026-03-doors-open.rst"_s))
                .contains(".. image:: 2026-03-doors-open.png\n   :alt: A hall"));
    QCOMPARE(QImage(year.filePath(u"2026-03-doors-open.png"_s)).size(), QSize(20, 10));
    QVERIFY2(m_window->text().contains(u".. image:: 2026-03-doors-open.png"_s), qPrintable(m_window->text()));
    QTest::qWait(300); // nothing is left to be stored a second time
    QCOMPARE(year.entryList({u"*.png"_s}), QStringList(u"2026-03-doors-open.png"_s));
}

void PasteTest::storesPicturesUnderTheNameThatTheExportGaveThem()
{
    m_window->write(u"broadside.toml"_s, "");
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"_static"_s));
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new"_s);
    m_window->editor()->selectAll();
    m_window->editor()->insertPlainText(u".. post:: 2026-03-02\n\nThe Doors Open\n==============\n\nThey do.\n\n"_s);
    copyHtml(u"<p>A hall:</p><p><img alt='A hall' src='%1'></p>"_s.arg(embeddedPicture()), u"A hall:"_s);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: picture-"_s), qPrintable(m_window->text()));
    writeExport(openExport());
    QTRY_VERIFY2(m_window->message().contains(u"Exported"_s), qPrintable(m_window->message()));
    const QString name = u".. image:: /_static/2026/2026-03-doors-open.png\n"_s;
    QVERIFY(
        WindowFixture::read(m_window->folder.filePath(u"posts/2026/2026-03-doors-open.rst"_s)).contains(name.toUtf8()));
    QVERIFY2(m_window->text().contains(name), qPrintable(m_window->text())); // and the post goes on in that file
    m_window->trigger(u"file.save"_s);
    QVERIFY(m_window->settles());
    QCOMPARE(QDir(m_window->folder.filePath(u"_static/2026"_s)).entryList(QDir::Files).size(), 1);
}

/// What is pasted is read beside the window's own work, and somebody may go on to another post meanwhile.
void PasteTest::leavesOtherPostsAlone()
{
    const QByteArray other = QByteArray(aPost).replace("The Doors Open", "Another Post!!");
    copyHtml(u"<p>"_s + u"<b>really</b> much text "_s.repeated(2'000) + u"</p>"_s, u"really"_s);
    m_window->trigger(u"edit.paste"_s);
    m_window->window->openFile(m_window->write(u"other.rst"_s, other)); // before what was pasted can have come
    QCOMPARE(m_window->text().toUtf8(), other);
    QTRY_VERIFY2(m_window->message().startsWith(u"Another post was opened before"_s), qPrintable(m_window->message()));
    QCOMPARE(m_window->text().toUtf8(), other);
    QVERIFY(!m_window->editor()->document()->isModified());
    m_window->trigger(u"edit.paste"_s); // it is still in the clipboard
    QTRY_VERIFY(m_window->text().contains(u"**really**"_s));
}

void PasteTest::showsNoPictureInAnotherPost()
{
    const QByteArray other = QByteArray(aPost).replace("The Doors Open", "Another Post!!");
    auto *copied = new QMimeData;
    QImage picture(600, 400, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    copied->setImageData(picture);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    m_window->window->openFile(m_window->write(u"other.rst"_s, other));
    QTRY_VERIFY2(m_window->message().startsWith(u"Another post was opened before"_s), qPrintable(m_window->message()));
    QCOMPARE(m_window->text().toUtf8(), other);
}

void PasteTest::storesAPicture()
{
    auto *copied = new QMimeData;
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    copied->setImageData(picture);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. figure:: post.png\n   :alt: describe the picture"_s),
                 qPrintable(m_window->text()));
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"describe the picture"_s);
    QCOMPARE(QImage(m_window->folder.filePath(u"post.png"_s)).size(), picture.size());
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void PasteTest::putsCopiedPicturesBelowOneAnother()
{
    const QTemporaryDir elsewhere;
    QList<QUrl> urls;
    for (const QString &name : {u"One Door.png"_s, u"two.jpg"_s, u"three.png"_s}) {
        QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(elsewhere.filePath(name)));
        urls.append(QUrl::fromLocalFile(elsewhere.filePath(name)));
    }
    auto *copied = new QMimeData;
    copied->setUrls(urls);
    copied->setText(u"three names"_s); // as file managers do
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u"happens.\n\n"
                                           ".. figure:: one-door.png\n   :alt: describe the picture\n\n"
                                           ".. figure:: two.jpg\n   :alt: describe the picture\n\n"
                                           ".. figure:: three.png\n   :alt: describe the picture\n\nProgramme"_s),
                 qPrintable(m_window->text()));
    for (const QString &name : {u"one-door.png"_s, u"two.jpg"_s, u"three.png"_s})
        QVERIFY2(QFile::exists(m_window->folder.filePath(name)), qPrintable(name));
    QVERIFY2(m_window->message().startsWith(u"3 pictures"_s), qPrintable(m_window->message()));
    for (const QString &words : {u"A door"_s, u"Two doors"_s, u"Three doors"_s}) {
        QCOMPARE(m_window->editor()->textCursor().selectedText(), u"describe the picture"_s);
        QTest::keyClicks(m_window->editor(), words);
        QTest::keyClick(m_window->editor(), Qt::Key_Tab);
    }
    QVERIFY2(!m_window->text().contains(u"describe the picture"_s), qPrintable(m_window->text()));
    QVERIFY2(m_window->message().isEmpty(), qPrintable(m_window->message())); // nothing is left to be said
    for (const QString &words : {u":alt: A door\n"_s, u":alt: Two doors\n"_s, u":alt: Three doors\n"_s})
        QVERIFY2(m_window->text().contains(words), qPrintable(m_window->text()));
}

void PasteTest::takesSeveralPicturesBackAtOnce()
{
    const QTemporaryDir elsewhere;
    auto *copied = new QMimeData;
    QList<QUrl> urls;
    for (const QString &name : {u"one.png"_s, u"two.png"_s}) {
        QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(elsewhere.filePath(name)));
        urls.append(QUrl::fromLocalFile(elsewhere.filePath(name)));
    }
    copied->setUrls(urls);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. figure:: two.png\n"_s), qPrintable(m_window->text()));
    QVERIFY(!m_window->message().isEmpty());
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
    QVERIFY(m_window->message().isEmpty());
}

void PasteTest::tellsWhichPictureCannotBeStored()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QImage(2, 2, QImage::Format_RGB32).save(elsewhere.filePath(u"there.png"_s)));
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(elsewhere.filePath(u"gone.png"_s)),
                     QUrl::fromLocalFile(elsewhere.filePath(u"there.png"_s))});
    QGuiApplication::clipboard()->setMimeData(copied);
    m_window->trigger(u"edit.paste"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. figure:: there.png\n"_s), qPrintable(m_window->text()));
    QVERIFY(!m_window->text().contains(u"gone.png"_s));
    QVERIFY2(m_window->message().contains(u"gone.png"_s), qPrintable(m_window->message()));
}

BROADSIDE_UI_TEST_MAIN(PasteTest)
#include "paste_test.moc"
