// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "session/blog_archive.h"

#include "ui/dialogs/repair_archive_dialog.h"
#include "ui/dialogs/repair_dialog.h"
#include "ui/repair_command.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

/// A post as the importer left it: bold as italics, a link's rest, a lost line break.
const QByteArray damaged =
    ".. post:: 2019-05-06\n"
    "   :tags: post, legacy-blogger\n"
    "   :author: Python Software Foundation\n"
    "   :category: Legacy\n"
    "   :location: World\n"
    "   :language: en\n"
    "\n"
    "A Day of Sprints\n"
    "================\n"
    "\n"
    "*This was originally posted on blogger* `here <https://pyfound.blogspot.com/2019/05/a-day.html>`_.\n"
    "\n"
    "Come and bring _your own_ ideas to the hall.  \n"
    "  \n"
    "*Everybody* is welcome.\n";

} // namespace

class RepairTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void offersToRepairALegacyPost();
    void showsFindingsDifferenceAndProof();
    void leavesAloneWhatIsSwitchedOff();
    void appliesInOneUndoStep();
    void goesThroughTheDamagedPosts();
    void leavesOtherPostsAlone();
    void jumpsToThePlacesOfAFinding();
    void switchesFindingsByKeyboard();
    void showsTheCopyThreeWays();
    void remembersWhyAPostIsSkipped();
    void listsDamagedPostsTheWorstFirst();
    void beginsAtTheStartPage();
    void repairsTheSameRuleInAllPostsAndTakesItBack();

private:
    ui::RepairDialog *openDialog() const
    {
        m_window->trigger(u"post.repair"_s);
        return shownDialog();
    }
    ui::RepairDialog *shownDialog() const
    {
        auto *dialog = m_window->find<ui::RepairDialog>(u"repairDialog"_s);
        if (!QTest::qWaitFor([dialog] { return !dialog->findChild<QLabel *>(u"repair.proof"_s)->text().isEmpty(); },
                             20'000))
            qFatal("The repair was not tried.");
        return dialog;
    }
    static QTreeWidget *findings(const ui::RepairDialog *dialog)
    {
        return dialog->findChild<QTreeWidget *>(u"repair.findings"_s);
    }
    /// The line of the finding whose sentence has these words.
    static QTreeWidgetItem *finding(const ui::RepairDialog *dialog, const QString &words)
    {
        const QTreeWidget *tree = findings(dialog);
        for (int row = 0; row < tree->topLevelItemCount(); ++row) {
            if (tree->topLevelItem(row)->text(0).contains(words))
                return tree->topLevelItem(row);
        }
        qFatal("There is no finding %s.", qPrintable(words));
    }
    static QString selected(const ui::RepairDialog *dialog, const QString &name)
    {
        return dialog->findChild<QPlainTextEdit *>(name)->textCursor().selectedText();
    }
    /// Two more damaged posts beside the open one, the second one much worse.
    void writeOthers() const
    {
        m_window->write(u"2019-05-other.rst"_s, QByteArray(damaged).replace("A Day of Sprints", "A Day of Talks!!"));
        QByteArray worst = QByteArray(damaged).replace("A Day of Sprints", "A Day of Lists!!");
        for (int i = 0; i < 20; ++i)
            worst += "\nMore of _that_ and *this*.\n";
        m_window->write(u"2018-01-worst.rst"_s, worst);
    }
    ui::RepairArchiveDialog *archiveDialog(const ui::RepairDialog *dialog, const QString &opener) const
    {
        QPushButton *open = button(dialog, opener);
        if (!QTest::qWaitFor([&] { return open->isEnabled() && button(dialog, u"applyAndNext"_s)->isEnabled(); },
                             20'000))
            qFatal("The archive was not looked through.");
        open->click();
        return m_window->find<ui::RepairArchiveDialog>(u"repairArchiveDialog"_s);
    }
    static QPushButton *button(const ui::RepairDialog *dialog, const QString &name)
    {
        return dialog->findChild<QPushButton *>(u"repair."_s + name);
    }

    std::unique_ptr<WindowFixture> m_window;
};

void RepairTest::offersToRepairALegacyPost()
{
    QVERIFY(m_window->open(damaged));
    QVERIFY2(m_window->message().contains(u"Blogger"_s), qPrintable(m_window->message()));
    m_window->choose(u"repair"_s);
    QVERIFY(shownDialog()->isVisible());
    QTRY_VERIFY(button(shownDialog(), u"apply"_s)->isEnabled());
    button(shownDialog(), u"apply"_s)->click();
    QVERIFY(m_window->settles());
    QTRY_VERIFY2(!m_window->message().contains(u"Blogger left"_s), qPrintable(m_window->message()));
}

void RepairTest::showsFindingsDifferenceAndProof()
{
    QVERIFY(m_window->open(damaged));
    const ui::RepairDialog *dialog = openDialog();
    QVERIFY(findings(dialog)->topLevelItemCount() > 0);
    const QString difference = dialog->findChild<QPlainTextEdit *>(u"repair.difference"_s)->toPlainText();
    QVERIFY2(difference.contains(u"*your own*"_s), qPrintable(difference));
    QVERIFY(dialog->findChild<QLabel *>(u"repair.proof"_s)->text().contains(u"No word is lost"_s));
    QVERIFY(button(dialog, u"apply"_s)->isEnabled());
    QCOMPARE(WindowFixture::uselessLetters(dialog), QStringList());
    QVERIFY(!button(dialog, u"applyAndNext"_s)->isEnabled()); // there is no other post
}

void RepairTest::leavesAloneWhatIsSwitchedOff()
{
    QVERIFY(m_window->open(damaged));
    const ui::RepairDialog *dialog = openDialog();
    finding(dialog, u"mphasis"_s)->setCheckState(0, Qt::Unchecked);
    const auto *difference = dialog->findChild<QPlainTextEdit *>(u"repair.difference"_s);
    QTRY_VERIFY2(!difference->toPlainText().contains(u"+Come and bring *your own*"_s),
                 qPrintable(difference->toPlainText()));
}

void RepairTest::appliesInOneUndoStep()
{
    QVERIFY(m_window->open(damaged));
    button(openDialog(), u"apply"_s)->click();
    QVERIFY2(m_window->text().contains(u"*your own*"_s), qPrintable(m_window->text()));
    QVERIFY(m_window->editor()->document()->isModified());
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), damaged);
}

void RepairTest::goesThroughTheDamagedPosts()
{
    m_window->write(u"other.rst"_s, QByteArray(damaged).replace("A Day of Sprints", "A Day of Talks!!"));
    QVERIFY(m_window->open(damaged));
    const ui::RepairDialog *dialog = openDialog();
    QPushButton *next = button(dialog, u"applyAndNext"_s);
    QTRY_VERIFY(next->isEnabled());
    next->click();
    QTRY_VERIFY(m_window->postSession()->path().endsWith(u"other.rst"_s));
    QVERIFY(WindowFixture::read(m_window->folder.filePath(u"post.rst"_s)).contains("*your own*"));
    QVERIFY(m_window->text().contains(u"_your own_"_s));
}

void RepairTest::leavesOtherPostsAlone()
{
    QVERIFY(m_window->open(aPost));
    const ui::RepairDialog *dialog = openDialog();
    QVERIFY(!button(dialog, u"apply"_s)->isEnabled());
    QCOMPARE(findings(dialog)->topLevelItemCount(), 0);
}

void RepairTest::jumpsToThePlacesOfAFinding()
{
    QVERIFY(m_window->open(damaged));
    const ui::RepairDialog *dialog = openDialog();
    QTreeWidgetItem *strong = finding(dialog, u"bold again"_s);
    QTRY_COMPARE(strong->childCount(), 1);
    QCOMPARE(strong->child(0)->text(0), u"Line 15: *Everybody*"_s);
    findings(dialog)->setCurrentItem(strong->child(0));
    QCOMPARE(selected(dialog, u"repair.beforeText"_s), u"*Everybody*"_s);
    QCOMPARE(selected(dialog, u"repair.afterText"_s), u"**Everybody**"_s);
}

void RepairTest::switchesFindingsByKeyboard()
{
    QVERIFY(m_window->open(damaged));
    ui::RepairDialog *dialog = openDialog();
    QTreeWidget *tree = findings(dialog);
    tree->setFocus();
    tree->setCurrentItem(finding(dialog, u"bold again"_s));
    QTest::keyClick(tree, Qt::Key_Space);
    const auto *after = dialog->findChild<QPlainTextEdit *>(u"repair.afterText"_s);
    QTRY_VERIFY(!after->toPlainText().contains(u"**Everybody**"_s));
    QCOMPARE(finding(dialog, u"bold again"_s)->checkState(0), Qt::Unchecked);
    QTest::keyClick(tree, Qt::Key_Space);
    QTRY_VERIFY(after->toPlainText().contains(u"**Everybody**"_s));
    QTRY_VERIFY(button(dialog, u"apply"_s)->isEnabled());
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(m_window->text().contains(u"**Everybody**"_s));
}

void RepairTest::showsTheCopyThreeWays()
{
    QVERIFY(m_window->open(damaged));
    const QString copy =
        m_window->write(u"a-day.md"_s, "---\ntitle: A Day of Sprints\nauthor: Ada\n---\n\nCome and bring "
                                       "*your own* ideas to the **great** hall.\n\nEverybody is welcome.\n");
    const ui::RepairDialog *dialog = openDialog();
    m_window->find<ui::RepairCommand>(u"repairCommand"_s)->useTwins(copy);
    const auto *table = dialog->findChild<QTableWidget *>(u"repair.paragraphs"_s);
    QTRY_COMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"Come and bring _your own_ ideas to the hall."_s);
    QCOMPARE(table->item(0, 1)->text(), u"Come and bring your own ideas to the hall."_s);
    QCOMPARE(table->item(0, 2)->text(), u"Come and bring your own ideas to the great hall."_s);
    QVERIFY(!table->isRowHidden(0));
    QVERIFY(table->isRowHidden(1)); // alike, word by word
    QVERIFY(dialog->findChild<QPlainTextEdit *>(u"repair.afterText"_s)->toPlainText().contains(u":author: Ada"_s));
    QVERIFY(finding(dialog, u"The author is"_s) != nullptr);
    QCOMPARE(m_window->settings.twinPath, copy);
}

void RepairTest::remembersWhyAPostIsSkipped()
{
    QVERIFY(m_window->open(damaged));
    const QString path = m_window->postSession()->path();
    ui::RepairDialog *dialog = openDialog();
    button(dialog, u"skip"_s)->click();
    auto *reason = dialog->findChild<QComboBox *>(u"reason"_s.prepend(u"repair."_s));
    QVERIFY(reason->isVisible());
    reason->setEditText(u"the page is gone."_s);
    button(dialog, u"skipNow"_s)->click();
    QCOMPARE(m_window->settings.skippedRepairs.value(path), u"the page is gone"_s);
    QCOMPARE(WindowFixture::read(path), damaged);
    QTRY_VERIFY(m_window->window->findChild<ui::RepairDialog *>() == nullptr);
    dialog = openDialog();
    QVERIFY(dialog->findChild<QLabel *>(u"repair.remark"_s)->text().contains(u"the page is gone"_s));
    button(dialog, u"apply"_s)->click();
    QVERIFY(m_window->settings.skippedRepairs.isEmpty());
}

void RepairTest::listsDamagedPostsTheWorstFirst()
{
    writeOthers();
    QVERIFY(m_window->open(damaged));
    ui::RepairArchiveDialog *archive = archiveDialog(openDialog(), u"archive"_s);
    auto *posts = archive->findChild<QTreeWidget *>(u"repairArchive.posts"_s);
    QCOMPARE(posts->topLevelItemCount(), 3);
    QCOMPARE(posts->topLevelItem(0)->text(2), u"A Day of Lists!!"_s);
    QCOMPARE(posts->topLevelItem(0)->text(1), u"2018"_s);
    QCOMPARE(archive->findChild<QLabel *>(u"repairArchive.sentence"_s)->text(),
             u"0 of 3 posts of the import are repaired, 0 are skipped, 3 are left."_s);
    QTRY_VERIFY(
        archive->findChild<QPlainTextEdit *>(u"repairArchive.difference"_s)->toPlainText().contains(u"**this**"_s));
    archive->findChild<QPushButton *>(u"repairArchive.open"_s)->click();
    QTRY_VERIFY(m_window->postSession()->path().endsWith(u"2018-01-worst.rst"_s));
}

void RepairTest::beginsAtTheStartPage()
{
    writeOthers();
    m_window->write(u"conf.py"_s, "");
    auto *archive = m_window->window->findChild<session::BlogArchive *>();
    archive->setFolder(m_window->folder.path());
    const auto *line = m_window->find<QLabel>(u"start.archive"_s);
    QTRY_VERIFY_WITH_TIMEOUT(line->text().endsWith(u"2 that readers stumble over"_s), 20'000);
    const auto *survey = m_window->find<QProgressBar>(u"start.survey"_s);
    QVERIFY(!survey->isVisible());
    int looked = 0;
    connect(m_window->window->findChild<ui::RepairCommand *>(), &ui::RepairCommand::surveyProgressed, this,
            [&](int done, int) { looked += survey->isVisible() && done > 0 ? 1 : 0; });
    m_window->find<QPushButton>(u"start.repair"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->window->findChild<ui::RepairArchiveDialog *>() != nullptr, 20'000);
    QVERIFY(looked > 0);
    QVERIFY(!survey->isVisible()); // it is over
    const auto *list = m_window->find<ui::RepairArchiveDialog>(u"repairArchiveDialog"_s);
    QCOMPARE(list->findChild<QTreeWidget *>(u"repairArchive.posts"_s)->topLevelItemCount(), 2);
    list->findChild<QPushButton *>(u"repairArchive.open"_s)->click();
    QTRY_VERIFY(m_window->postSession()->path().endsWith(u"2018-01-worst.rst"_s));
    QTRY_VERIFY(m_window->window->findChild<ui::RepairDialog *>() != nullptr);
}

void RepairTest::repairsTheSameRuleInAllPostsAndTakesItBack()
{
    writeOthers();
    QVERIFY(m_window->open(damaged));
    const QString other = m_window->folder.filePath(u"2019-05-other.rst"_s);
    const QString worst = m_window->folder.filePath(u"2018-01-worst.rst"_s);
    const QByteArray before = WindowFixture::read(worst), otherBefore = WindowFixture::read(other);
    const ui::RepairDialog *dialog = openDialog();
    findings(dialog)->setCurrentItem(nullptr); // the keyboard's focus, which comes when it comes, takes the first
    QVERIFY(!button(dialog, u"sameRule"_s)->isEnabled());
    findings(dialog)->setCurrentItem(finding(dialog, u"bold again"_s));
    const ui::RepairArchiveDialog *archive = archiveDialog(dialog, u"sameRule"_s);
    auto *posts = archive->findChild<QTreeWidget *>(u"repairArchive.posts"_s);
    QCOMPARE(posts->topLevelItemCount(), 2); // the open one is in the repair view
    posts->topLevelItem(1)->setCheckState(2, Qt::Unchecked);
    auto *repair = archive->findChild<QPushButton *>(u"repairArchive.repair"_s);
    auto *takeBack = archive->findChild<QPushButton *>(u"repairArchive.takeBack"_s);
    QVERIFY(!takeBack->isEnabled());
    repair->click();
    QTRY_VERIFY(takeBack->isEnabled());
    QVERIFY(WindowFixture::read(worst).contains("**this**"));
    QCOMPARE(WindowFixture::read(other), otherBefore);
    takeBack->click();
    QCOMPARE(WindowFixture::read(worst), before);
    QCOMPARE(WindowFixture::read(m_window->postSession()->path()), damaged);
}

BROADSIDE_UI_TEST_MAIN(RepairTest)
#include "repair_test.moc"
