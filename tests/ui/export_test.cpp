// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "export_page.h"

#include "ui/dialogs/difference_colours.h"
#include "ui/export_command.h"

#include "tests/support/loopback_server.h"

#include <QLineEdit>
#include <QMessageBox>

#include <algorithm>

using namespace Qt::StringLiterals;

class ExportTest : public ExportPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_window.reset(); }

    void showsPathChecksAndText();
    void coloursWhatIsGoneAndNew();
    void putsANewPostIntoTheChosenBlog();
    void keepsThePlaceOfAPostInTheBlog();
    void writesCanonicalBytes();
    void wantsDoubtsOverruled();
    void refusesWhatIsNotFilledIn();
    void showsTheDifferenceToAFileThatIsThere();
    void takesAnotherName();
    void hasOnlyCopiesWithoutARepository();
    void asksServersWhenItIsTold();
    void bringsPicturesInAfterAQuestion();
    void listsWhatATargetCannotExpress();
    void tellsThatANameIsTaken();
    void goesOnInTheFileThatWasExported();
    void showsTheCardAndTheFeedEntry();
};

void ExportTest::showsPathChecksAndText()
{
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    QCOMPARE(dialog->findChild<QLabel *>(u"export.path"_s)->text(),
             m_window->folder.filePath(u"posts/2026/2026-03-doors-open.rst"_s));
    QVERIFY(dialog->findChild<QListWidget *>(u"export.checks"_s)->count() > 3);
    QVERIFY(dialog->findChild<QPlainTextEdit *>(u"export.difference"_s)->toPlainText().contains(u"+The Doors Open"_s));
    QVERIFY(!QFile::exists(m_window->folder.filePath(u"posts"_s))); // nothing is written yet
    QCOMPARE(WindowFixture::uselessLetters(dialog), QStringList());
}

void ExportTest::coloursWhatIsGoneAndNew()
{
    const std::unique_ptr<QPlainTextEdit> view(ui::makeDifferenceView(u"d"_s, u"d"_s, nullptr));
    view->setPlainText(
        u"--- a/x\n+++ b/x\n@@ -1,3 +1,2 @@\n a\n----\n-gone\n+++b\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n--a\n+b"_s);
    const auto colourOf = [&view](int line) {
        const QList<QTextLayout::FormatRange> formats = view->document()->findBlockByNumber(line).layout()->formats();
        return formats.isEmpty() ? QColor() : formats.front().format.foreground().color();
    };
    const ui::Colours colours = ui::coloursOf(view->palette());
    for (const int line : {0, 1, 2, 7, 8, 9})
        QCOMPARE(colourOf(line), colours.faintText);
    for (const int line : {4, 5, 10})
        QCOMPARE(colourOf(line), colours.error);
    for (const int line : {6, 11})
        QCOMPARE(colourOf(line), colours.good);
}

void ExportTest::putsANewPostIntoTheChosenBlog()
{
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"else/where"_s));
    m_window->write(u"broadside.toml"_s, "[new-post]\nauthor = [\"Robin Okafor\"]\n");
    m_window->settings.lastFolder = m_window->folder.filePath(u"else/where"_s);
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new"_s);
    QVERIFY(m_window->settles());
    QVERIFY(m_window->text().contains(u":author: Robin Okafor\n"_s));
    const ui::ExportDialog *dialog = openDialog();
    QVERIFY(dialog->findChild<QLabel *>(u"export.path"_s)->text().startsWith(m_window->folder.filePath(u"posts/"_s)));
}

void ExportTest::keepsThePlaceOfAPostInTheBlog()
{
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"posts/2026"_s));
    const QString path = m_window->write(u"posts/2026/2026-03-workshop.rst"_s, aPost); // not named after its title
    m_window->window->openFile(path);
    QCOMPARE(openDialog()->findChild<QLabel *>(u"export.path"_s)->text(), path);
}

void ExportTest::writesCanonicalBytes()
{
    QVERIFY(m_window->open(QByteArray(aPost)
                               .replace("*unclosed emphasis", "*closed* emphasis")
                               .replace("==============", "================")
                               .replace("\n", "\r\n") +
                           "trailing blanks  \r\n\r\n\r\n"));
    accept(openDialog());
    QTRY_VERIFY(m_window->message().contains(u"Exported"_s));
    const QByteArray written = WindowFixture::read(m_window->folder.filePath(u"posts/2026/2026-03-doors-open.rst"_s));
    QVERIFY2(written.contains("The Doors Open\n==============\n"), written.constData());
    QVERIFY(!written.contains('\r'));
    QVERIFY(written.endsWith("trailing blanks\n"));
}

void ExportTest::wantsDoubtsOverruled()
{
    QVERIFY(m_window->open(aPost)); // with its unclosed emphasis
    const ui::ExportDialog *dialog = openDialog();
    auto *write = dialog->findChild<QPushButton *>(u"export.write"_s);
    QVERIFY(!write->isEnabled());
    dialog->findChild<QCheckBox *>(u"export.overrule"_s)->setChecked(true);
    QVERIFY(write->isEnabled());
}

/// Calm as a new post looks: it is not to go out with slots of its template.
void ExportTest::refusesWhatIsNotFilledIn()
{
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new.plain"_s);
    QVERIFY(m_window->settles());
    const ui::ExportDialog *dialog = openDialog();
    QVERIFY(!button(dialog, u"export.write"_s)->isEnabled());
    QVERIFY(std::ranges::any_of(checks(dialog), [](const QString &check) {
        return check.startsWith(u"not good: “The first paragraph"_s) && check.contains(u"still to be filled in"_s);
    }));
}

void ExportTest::showsTheDifferenceToAFileThatIsThere()
{
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"posts/2026"_s));
    const QString there =
        m_window->write(u"posts/2026/2026-03-doors-open.rst"_s, QByteArray(aPost).replace("Lisbon", "Porto"));
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    const QString difference = dialog->findChild<QPlainTextEdit *>(u"export.difference"_s)->toPlainText();
    QVERIFY2(difference.contains(u"-   :location: Porto"_s), qPrintable(difference));
    QVERIFY2(difference.contains(u"+   :location: Lisbon"_s), qPrintable(difference));
    QVERIFY(WindowFixture::read(there).contains("Porto"));
}

void ExportTest::takesAnotherName()
{
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    auto *slug = dialog->findChild<QLineEdit *>(u"export.slug"_s);
    QTest::keyClicks(slug, u"opening"_s);
    QTest::keyClick(slug, Qt::Key_Return);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"export.path"_s)->text().endsWith(u"2026-03-opening.rst"_s));
}

void ExportTest::hasOnlyCopiesWithoutARepository()
{
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    overrule(dialog);
    QVERIFY(button(dialog, u"export.write"_s)->isEnabled());
    QVERIFY(!button(dialog, u"export.commit"_s)->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"export.repository"_s)->text().contains(u"no git repository"_s));
}

void ExportTest::asksServersWhenItIsTold()
{
    const LoopbackServer server([](std::string_view question) {
        return LoopbackServer::response(question.contains("gone") ? "404 Not Found" : "200 OK");
    });
    m_window->window->exporter()->setReach(network::Reach::Everywhere);
    QVERIFY(
        m_window->open(QByteArray(aPost).replace("   :mood: sunny\n", "").replace("*unclosed emphasis", "emphasis") +
                       "\nSee " + QByteArray::fromStdString(server.url("/here")) + " and " +
                       QByteArray::fromStdString(server.url("/gone")) + " too.\n"));
    const ui::ExportDialog *dialog = openDialog();
    QVERIFY2(checks(dialog).contains(u"not known: 2 links to the web are not checked yet."_s),
             qPrintable(checks(dialog).join(u'\n')));
    QVERIFY(checks(dialog).contains(u"good: The excerpt has 38 characters."_s));
    QVERIFY(server.questions().empty());
    button(dialog, u"export.links"_s)->click();
    QTRY_VERIFY(checks(dialog).filter(u"/gone"_s).size() == 1);
    QVERIFY2(checks(dialog).filter(u"/gone"_s).front().startsWith(u"not good: "_s),
             qPrintable(checks(dialog).join(u'\n')));
    QVERIFY(!checks(dialog).join(u'\n').contains(u"not checked yet"_s));
    QVERIFY(!server.questions().empty());
}

void ExportTest::bringsPicturesInAfterAQuestion()
{
    const LoopbackServer server([](std::string_view) {
        return LoopbackServer::response("200 OK", "Content-Type: image/png\r\n", "\x89PNG\r\n\x1a\npicture");
    });
    m_window->window->exporter()->setReach(network::Reach::Everywhere);
    const QByteArray url = QByteArray::fromStdString(server.url("/door.png"));
    QVERIFY(m_window->open(QByteArray(aPost).replace("*unclosed emphasis", "emphasis") + "\n.. image:: " + url +
                           "\n   :alt: A door\n"));
    const QByteArray before = m_window->text().toUtf8();
    ui::ExportDialog *dialog = openDialog();
    QVERIFY(checks(dialog).join(u'\n').contains(u"is on another site"_s));
    button(dialog, u"export.pictures"_s)->click();
    const auto *question = dialog->findChild<QMessageBox *>(u"export.picturesQuestion"_s);
    QVERIFY2(question->text().contains(u"127.0.0.1"_s) && question->text().contains(u"_static/2026"_s),
             qPrintable(question->text()));
    QVERIFY(server.questions().empty());
    question->findChild<QPushButton *>(u"export.fetchPictures"_s)->click();
    QTRY_VERIFY(m_window->text().contains(u".. image:: /_static/2026/"_s));
    const QStringList pictures = QDir(m_window->folder.filePath(u"_static/2026"_s)).entryList(QDir::Files);
    QCOMPARE(pictures.size(), 1);
    QVERIFY(m_window->text().contains(pictures.front()));
    QTRY_VERIFY(checks(dialog).contains(u"good: Every picture is the blog's own."_s));
    QVERIFY(!button(dialog, u"export.pictures"_s)->isVisible());
    dialog->reject();
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), before);
}

void ExportTest::listsWhatATargetCannotExpress()
{
    QVERIFY(m_window->open(QByteArray(aPost).replace("*unclosed emphasis", "emphasis") +
                           "\n==== ====\nA    B\n==== ====\n1    2\n==== ====\n"));
    const ui::ExportDialog *dialog = openDialog();
    auto *targets = dialog->findChild<QComboBox *>(u"export.target"_s);
    targets->setCurrentIndex(targets->findText(u"E-mail"_s, Qt::MatchStartsWith));
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"export.path"_s)->text().endsWith(u".txt"_s));
    QTRY_VERIFY2(checks(dialog).contains(u"doubtful: Tables are lines with bars between the cells."_s),
                 qPrintable(checks(dialog).join(u'\n')));
    QVERIFY(checks(dialog).contains(u"good: Read again, the file has the same words, links and pictures."_s));
}

void ExportTest::tellsThatANameIsTaken()
{
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"posts/2025"_s));
    m_window->write(u"posts/2025/2026-03-doors-open.rst"_s,
                    QByteArray(aPost)
                        .replace("   :mood: sunny\n", "")
                        .replace("The Doors Open\n======", "The Other Doors Open\n============"));
    QVERIFY(m_window->open(QByteArray(aPost).replace("   :mood: sunny\n", "")));
    const auto isKnown = [this] {
        const auto known = m_window->postSession()->request().known;
        return known && known->posts().size() == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isKnown(), 30'000);
    const ui::ExportDialog *dialog = openDialog();
    QVERIFY2(
        checks(dialog).contains(u"doubtful: posts/2025/2026-03-doors-open.rst has the same file name; links by this "
                                "name lead to one of the two."_s),
        qPrintable(checks(dialog).join(u'\n')));
}

void ExportTest::goesOnInTheFileThatWasExported()
{
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new"_s);
    QVERIFY(m_window->settles());
    m_window->editor()->change(QString::fromUtf8(aPost).replace(u"=====\n"_s, u"=====  \n"_s));
    QVERIFY(m_window->settles());
    const QString path = m_window->folder.filePath(u"posts/2026/2026-03-doors-open.rst"_s);
    const ui::ExportDialog *dialog = openDialog();
    QCOMPARE(dialog->findChild<QLabel *>(u"export.path"_s)->text(), path); // of the blog that new posts are for
    accept(dialog);
    QTRY_VERIFY(m_window->message().contains(u"Exported"_s));
    QCOMPARE(m_window->postSession()->path(), path);
    QCOMPARE(m_window->text().toUtf8(), WindowFixture::read(path));
    QVERIFY(!m_window->window->isWindowModified());
    m_window->trigger(u"edit.undo"_s); // back to what was typed
    QVERIFY(m_window->text().contains(u"=====  \n"_s));
}

void ExportTest::showsTheCardAndTheFeedEntry()
{
    QVERIFY(m_window->open(QByteArray(aPost).replace("   :mood: sunny\n", "")));
    const ui::ExportDialog *dialog = openDialog();
    auto *views = dialog->findChild<QTabWidget *>(u"export.views"_s);
    const auto words = [](ui::PreviewView *view) {
        std::optional<QString> text;
        view->webPage()->runJavaScript(u"document.body.innerText"_s, ui::PreviewView::scriptWorld,
                                       [&text](const QVariant &value) { text = value.toString(); });
        (void)QTest::qWaitFor([&text] { return text.has_value(); }, 20'000);
        return text.value_or(QString());
    };
    for (const auto &[key, name] : {std::pair(Qt::Key_A, u"export.card"_s), std::pair(Qt::Key_D, u"export.feed"_s)}) {
        auto *view = dialog->findChild<ui::PreviewView *>(name);
        QVERIFY(!view->accessibleName().isEmpty());
        QTest::keyClick(views, key, Qt::AltModifier);
        QTRY_COMPARE(views->currentWidget(), view);
        QTRY_VERIFY2_WITH_TIMEOUT(words(view).contains(u"The first paragraph says what happens."_s),
                                  qPrintable(words(view)), 30'000);
        QVERIFY2(!words(view).contains(u"Programme"_s), qPrintable(words(view))); // the excerpt alone
    }
    auto *targets = dialog->findChild<QComboBox *>(u"export.target"_s);
    targets->setCurrentIndex(targets->findText(u"E-mail"_s, Qt::MatchStartsWith));
    QTRY_VERIFY(!views->isTabVisible(views->indexOf(dialog->findChild<ui::PreviewView *>(u"export.card"_s))));
    QVERIFY(views->currentWidget()->isVisible());
}

BROADSIDE_UI_TEST_MAIN(ExportTest)
#include "export_test.moc"
