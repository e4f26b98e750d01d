// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/dialogs/repair_dialog.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>

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
}

void RepairTest::showsFindingsDifferenceAndProof()
{
    QVERIFY(m_window->open(damaged));
    const ui::RepairDialog *dialog = openDialog();
    QVERIFY(dialog->findChild<QListWidget *>(u"repair.findings"_s)->count() > 0);
    const QString difference = dialog->findChild<QPlainTextEdit *>(u"repair.difference"_s)->toPlainText();
    QVERIFY2(difference.contains(u"*your own*"_s), qPrintable(difference));
    QVERIFY(dialog->findChild<QLabel *>(u"repair.proof"_s)->text().contains(u"No word is lost"_s));
    QVERIFY(button(dialog, u"apply"_s)->isEnabled());
    QVERIFY(!button(dialog, u"skip"_s)->isEnabled()); // there is no other post
}

void RepairTest::leavesAloneWhatIsSwitchedOff()
{
    QVERIFY(m_window->open(damaged));
    const ui::RepairDialog *dialog = openDialog();
    auto *findings = dialog->findChild<QListWidget *>(u"repair.findings"_s);
    for (int row = 0; row < findings->count(); ++row) {
        if (findings->item(row)->text().contains(u"mphasis"_s))
            findings->item(row)->setCheckState(Qt::Unchecked);
    }
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
    QCOMPARE(dialog->findChild<QListWidget *>(u"repair.findings"_s)->count(), 0);
}

BROADSIDE_UI_TEST_MAIN(RepairTest)
#include "repair_test.moc"
