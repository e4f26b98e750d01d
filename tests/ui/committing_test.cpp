// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "export_page.h"

#include "session/draft_journal.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

/// The export page and git: what becomes of the repository, and of the text in the editor.
class CommittingTest : public ExportPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_window.reset(); }

    void commitsOnTheBranchThatIsCheckedOut();
    void commitsOnANewBranchAndTakesItBack();
    void tellsWhatAHookSays();
    void pushesAfterAClearYes();
    void stopsAHookThatHangs();
    void countsATextAsSafeThatABranchHolds();
    void forgetsTheBranchWhenTheCommitIsTakenBack();
    void goesOnWithAPostThatOnlyABranchHas();
    void findsTheTextThatABranchHasBesideTheFile();
    void goesOnInItsOwnFileAfterACommit();
    void goesOnInTheFirstFileOfANewPost();
    void keepsTheTextWhileAHookThinks();
    void takesUpTheCommitWhenItComesIntoTheFile();
    void mergesAnotherChangeIntoACommittedText();
    void showsTheVersionOfTheOtherBranch();
    void doesNotReplaceWhatCameMeanwhile();

private:
    /// A new post, typed, that is in no file.
    void typeNewPost() const
    {
        m_window->settings.blogFolder = m_window->folder.path();
        m_window->trigger(u"file.new"_s);
        if (!m_window->settles())
            qFatal("The new post does not settle.");
        m_window->editor()->change(QString::fromUtf8(aPost).replace(u"=====\n"_s, u"=====  \n"_s));
    }
    /// A post that has a file in the repository, and changes that are not in that.
    QString changeAPost() const
    {
        QDir(m_window->folder.path()).mkpath(u"posts/2026"_s);
        const QString path = m_window->write(u"posts/2026/2026-03-doors-open.rst"_s, aPost);
        git({u"add"_s, u"posts"_s});
        git({u"commit"_s, u"--quiet"_s, u"-m"_s, u"Add the post"_s});
        m_window->window->openFile(path);
        if (!m_window->settles())
            qFatal("The post does not settle.");
        m_window->editor()->change(QString::fromUtf8(aPost).replace(u"what happens.\n"_s, u"what will happen.  \n"_s));
        return path;
    }
    void commitOnANewBranch() const
    {
        const ui::ExportDialog *dialog = openDialog();
        choose(dialog, u"A new branch from main"_s);
        commit(dialog);
    }
    void commit(const ui::ExportDialog *dialog) const
    {
        if (!QTest::qWaitFor([&] { return overrule(dialog), button(dialog, u"export.commit"_s)->isEnabled(); }))
            qFatal("It cannot be committed.");
        button(dialog, u"export.commit"_s)->click();
        if (!QTest::qWaitFor([this] { return m_window->message().contains(u"Committed on"_s); }))
            qFatal("It is not committed.");
    }
    /// Gives another branch a version of the post of its own; main has none.
    void commitElsewhere(const QByteArray &bytes) const
    {
        git({u"checkout"_s, u"--quiet"_s, u"-B"_s, u"posts/doors-open"_s});
        QDir(m_window->folder.path()).mkpath(u"posts/2026"_s);
        m_window->write(u"posts/2026/2026-03-doors-open.rst"_s, bytes);
        git({u"add"_s, u"posts"_s});
        git({u"commit"_s, u"--quiet"_s, u"-m"_s, u"Work of somebody else"_s});
        git({u"checkout"_s, u"--quiet"_s, u"main"_s});
    }
    static void choose(const ui::ExportDialog *dialog, const QString &branch)
    {
        auto *branches = dialog->findChild<QComboBox *>(u"export.branches"_s);
        branches->setCurrentIndex(branches->findText(branch));
        Q_EMIT branches->activated(branches->currentIndex());
    }
    static QString difference(const ui::ExportDialog *dialog)
    {
        return dialog->findChild<QPlainTextEdit *>(u"export.difference"_s)->toPlainText();
    }
    QString state() const { return m_window->find<QLabel>(u"status.state"_s)->text(); }
    static QStringList journals() { return QDir(session::draftFolder()).entryList({u"*.draft"_s}); }
};

void CommittingTest::commitsOnTheBranchThatIsCheckedOut()
{
    makeRepository();
    m_window->write(u"notes.txt"_s, "not for the commit");
    git({u"add"_s, u"notes.txt"_s});
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    overrule(dialog);
    QVERIFY(!button(dialog, u"export.push"_s)->isEnabled()); // there is no remote
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"export.message"_s)->toPlainText(), u"Add “The Doors Open”"_s);
    QTest::keyClick(dialog->findChild<QPlainTextEdit *>(u"export.message"_s), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_window->message().contains(u"Committed on main"_s));
    QCOMPARE(git({u"show"_s, u"--format=%s"_s, u"--name-status"_s, u"HEAD"_s}),
             u"Add “The Doors Open”\n\nA\tposts/2026/2026-03-doors-open.rst"_s);
    QCOMPARE(git({u"diff"_s, u"--cached"_s, u"--name-only"_s}), u"notes.txt"_s);
}

void CommittingTest::commitsOnANewBranchAndTakesItBack()
{
    makeRepository();
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    auto *branches = dialog->findChild<QComboBox *>(u"export.branches"_s);
    branches->setCurrentIndex(branches->findText(u"A new branch from main"_s));
    Q_EMIT branches->activated(branches->currentIndex());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"export.newBranch"_s)->text(), u"posts/doors-open"_s);
    QTRY_VERIFY(dialog->findChild<QCheckBox *>(u"export.overrule"_s)->isEnabled());
    QTRY_VERIFY((overrule(dialog), button(dialog, u"export.commit"_s)->isEnabled()));
    button(dialog, u"export.commit"_s)->click();
    QTRY_VERIFY(m_window->message().contains(u"Committed on posts/doors-open"_s));
    QCOMPARE(git({u"log"_s, u"--format=%s"_s, u"posts/doors-open"_s}), u"Add “The Doors Open”\nBegin"_s);
    QCOMPARE(git({u"log"_s, u"--format=%s"_s, u"main"_s}), u"Begin"_s);
    QVERIFY(!QFile::exists(m_window->folder.filePath(u"posts"_s)));
    m_window->choose(u"takeBack"_s);
    QTRY_VERIFY(m_window->message().contains(u"taken back"_s));
    QCOMPARE(git({u"branch"_s, u"--format=%(refname:short)"_s}), u"main"_s);
}

void CommittingTest::tellsWhatAHookSays()
{
    makeRepository();
    hook("echo The gate is shut >&2; exit 1\n");
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    QVERIFY(dialog->findChild<QLabel *>(u"export.hooks"_s)->text().contains(u"pre-commit"_s));
    overrule(dialog);
    button(dialog, u"export.commit"_s)->click();
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"export.trouble"_s)->text().contains(u"The gate is shut"_s));
    QTRY_VERIFY(button(dialog, u"export.commit"_s)->isEnabled()); // to try again
    QVERIFY(!QFile::exists(m_window->folder.filePath(u"posts"_s)));
}

void CommittingTest::pushesAfterAClearYes()
{
    makeRepository();
    git({u"init"_s, u"--quiet"_s, u"--bare"_s, u"remote.git"_s});
    git({u"remote"_s, u"add"_s, u"origin"_s, m_window->folder.filePath(u"remote.git"_s)});
    git({u"push"_s, u"--quiet"_s, u"-u"_s, u"origin"_s, u"main"_s});
    QVERIFY(m_window->open(QByteArray(aPost).replace("2026-03-02", "2999-03-02")));
    const ui::ExportDialog *dialog = openDialog();
    overrule(dialog);
    auto *embargo = dialog->findChild<QCheckBox *>(u"export.embargo"_s);
    QVERIFY(embargo->text().contains(u"2 March 2999"_s));
    QVERIFY(!button(dialog, u"export.push"_s)->isEnabled());
    QVERIFY(button(dialog, u"export.commit"_s)->isEnabled());
    embargo->setChecked(true);
    button(dialog, u"export.push"_s)->click();
    QTRY_VERIFY(m_window->message().contains(u"pushed"_s));
    QCOMPARE(git({u"--git-dir=remote.git"_s, u"log"_s, u"--format=%s"_s, u"posts/doors-open"_s}),
             u"Add “The Doors Open”\nBegin"_s);
}

void CommittingTest::stopsAHookThatHangs()
{
    makeRepository();
    hook("exec sleep 600\n");
    QVERIFY(m_window->open(aPost));
    ui::ExportDialog *dialog = openDialog();
    overrule(dialog);
    button(dialog, u"export.commit"_s)->click();
    QVERIFY(dialog->isRunning());
    button(dialog, u"export.cancel"_s)->click();
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"export.trouble"_s)->text().contains(u"cancelled"_s));
    QCOMPARE(git({u"log"_s, u"--format=%s"_s}), u"Begin"_s);
}

void CommittingTest::countsATextAsSafeThatABranchHolds()
{
    makeRepository();
    typeNewPost();
    QTRY_COMPARE(journals().size(), 1);
    commitOnANewBranch();
    QCOMPARE(state(), u"Committed on posts/doors-open"_s);
    QVERIFY(!m_window->window->isWindowModified());
    QTRY_VERIFY(journals().isEmpty()); // so that nothing is offered again

    m_window->editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_window->editor(), u"more"_s);
    QCOMPARE(state(), u"Not saved"_s);
    QTRY_COMPARE(journals().size(), 1);
    while (m_window->editor()->document()->isModified())
        m_window->trigger(u"edit.undo"_s);
    QCOMPARE(state(), u"Committed on posts/doors-open"_s);

    QTimer patience; // for a question would wait for its answer
    bool asks = false;
    connect(&patience, &QTimer::timeout, this, [&asks] {
        if (QWidget *question = QApplication::activeModalWidget()) {
            asks = true;
            question->close();
        }
    });
    patience.start(100);
    QVERIFY(m_window->window->close());
    QVERIFY(!asks);
}

void CommittingTest::forgetsTheBranchWhenTheCommitIsTakenBack()
{
    makeRepository();
    typeNewPost();
    const QString text = m_window->text();
    commitOnANewBranch();
    m_window->choose(u"takeBack"_s);
    QTRY_VERIFY(m_window->message().contains(u"taken back"_s));
    QCOMPARE(m_window->text(), text);
    QCOMPARE(state(), u"Not saved"_s);
    QTRY_COMPARE(journals().size(), 1);
}

void CommittingTest::goesOnWithAPostThatOnlyABranchHas()
{
    makeRepository();
    typeNewPost();
    commitOnANewBranch();
    const QString committed = m_window->postSession()->committed()->text;
    m_window->trigger(u"file.close"_s);
    auto *recent = m_window->find<QListWidget>(u"start.recent"_s);
    QTRY_COMPARE(recent->count(), 1);
    QTRY_VERIFY2(recent->item(0)->text().contains(u"The Doors Open\npublished"_s), qPrintable(recent->item(0)->text()));
    QVERIFY(recent->item(0)->text().contains(u"on the branch posts/doors-open"_s));
    Q_EMIT recent->itemActivated(recent->item(0));
    QTRY_COMPARE(m_window->text(), committed);
    QVERIFY(m_window->settles());
    QVERIFY(m_window->postSession()->path().isEmpty());
    QTRY_COMPARE(state(), u"Committed on posts/doors-open"_s);

    // Without the branch there is nothing to go on with.
    m_window->trigger(u"file.close"_s);
    git({u"branch"_s, u"-D"_s, u"posts/doors-open"_s});
    Q_EMIT recent->itemActivated(recent->item(0));
    QTRY_VERIFY(m_window->message().contains(u"does not have this post"_s));
    QVERIFY(m_window->settings.recentPosts.isEmpty());
}

void CommittingTest::findsTheTextThatABranchHasBesideTheFile()
{
    makeRepository();
    const QString path = changeAPost();
    commitOnANewBranch();
    const QString committed = m_window->postSession()->committed()->text;
    m_window->trigger(u"file.close"_s); // and asks nothing, for the text is safe
    m_window->window->openFile(path);
    QCOMPARE(m_window->text().toUtf8(), aPost);
    QTRY_VERIFY2(m_window->message().contains(u"on the branch posts/doors-open with another text"_s),
                 qPrintable(m_window->message()));
    m_window->choose(u"branchText"_s);
    QCOMPARE(m_window->text(), committed);
    QCOMPARE(state(), u"Committed on posts/doors-open"_s);

    // Once the file has it, there is nothing to tell.
    m_window->trigger(u"file.close"_s);
    git({u"merge"_s, u"--quiet"_s, u"posts/doors-open"_s});
    m_window->window->openFile(path);
    QVERIFY(m_window->settles());
    QTRY_COMPARE(m_window->settings.recentPosts.first().branch, QString());
    QVERIFY2(!m_window->message().contains(u"with another text"_s), qPrintable(m_window->message()));
}

void CommittingTest::goesOnInItsOwnFileAfterACommit()
{
    makeRepository();
    const QString path = changeAPost();
    commit(openDialog());
    QCOMPARE(state(), u"Saved"_s);
    QCOMPARE(m_window->text().toUtf8(), WindowFixture::read(path)); // in canonical form
    QVERIFY(m_window->message().contains(u"Committed on main"_s));
    QTest::qWait(400); // for the watch of the file, which has nothing to tell
    QVERIFY2(m_window->message().contains(u"Committed on main"_s), qPrintable(m_window->message()));

    m_window->choose(u"takeBack"_s);
    QTRY_VERIFY(m_window->message().contains(u"taken back"_s));
    QTest::qWait(400);
    QVERIFY2(m_window->message().contains(u"taken back"_s), qPrintable(m_window->message()));
    QCOMPARE(WindowFixture::read(path), aPost);
    QVERIFY(m_window->text().contains(u"what will happen."_s));
    QCOMPARE(state(), u"Not saved"_s);
}

void CommittingTest::goesOnInTheFirstFileOfANewPost()
{
    makeRepository();
    typeNewPost();
    commit(openDialog());
    const QString text = m_window->text(); // in canonical form, as it was written
    const QString path = m_window->folder.filePath(u"posts/2026/2026-03-doors-open.rst"_s);
    QCOMPARE(m_window->postSession()->path(), path);
    QCOMPARE(state(), u"Saved"_s);
    QVERIFY(m_window->settles());
    for (const session::Problem &problem : m_window->postSession()->rendering()->problems)
        QVERIFY2(!problem.plain.contains(u"is there already"_s), qPrintable(problem.plain)); // it is this one

    m_window->choose(u"takeBack"_s);
    QTRY_VERIFY(m_window->message().contains(u"taken back"_s));
    QTest::qWait(400); // for the watch of the file
    QVERIFY2(m_window->message().contains(u"taken back"_s), qPrintable(m_window->message()));
    QVERIFY(!QFile::exists(path));
    QCOMPARE(m_window->text(), text);
    QCOMPARE(state(), u"Not saved"_s);
    m_window->trigger(u"file.save"_s);
    QCOMPARE(WindowFixture::read(path), text.toUtf8());
}

void CommittingTest::keepsTheTextWhileAHookThinks()
{
    makeRepository();
    const QString path = changeAPost();
    const QString text = m_window->text();
    hook("sleep 0.6; echo The gate is shut >&2; exit 1\n"); // longer than the file must rest until it is read again
    ui::ExportDialog *dialog = openDialog();
    overrule(dialog);
    button(dialog, u"export.commit"_s)->click();
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"export.trouble"_s)->text().contains(u"The gate is shut"_s));
    dialog->reject();
    QTest::qWait(400);
    QCOMPARE(WindowFixture::read(path), aPost);
    QCOMPARE(m_window->text(), text);
    QCOMPARE(state(), u"Not saved"_s);
}

void CommittingTest::takesUpTheCommitWhenItComesIntoTheFile()
{
    makeRepository();
    const QString path = changeAPost();
    const ui::ExportDialog *dialog = openDialog();
    const auto *remark = dialog->findChild<QLabel *>(u"export.pathRemark"_s);
    QVERIFY(remark->text().contains(u"replaced"_s));
    choose(dialog, u"A new branch from main"_s);
    QTRY_VERIFY(remark->text().contains(u"leaves it as it is"_s));
    commit(dialog);
    QCOMPARE(state(), u"Committed on posts/doors-open"_s);
    QCOMPARE(WindowFixture::read(path), aPost);
    git({u"merge"_s, u"--quiet"_s, u"posts/doors-open"_s});
    QTRY_COMPARE(state(), u"Saved"_s);
    QCOMPARE(m_window->text().toUtf8(), WindowFixture::read(path));
    QVERIFY(m_window->message().contains(u"read again"_s));
}

void CommittingTest::mergesAnotherChangeIntoACommittedText()
{
    makeRepository();
    changeAPost();
    commitOnANewBranch();
    m_window->write(u"posts/2026/2026-03-doors-open.rst"_s, QByteArray(aPost).replace("Lisbon", "Porto"));
    QTRY_VERIFY(m_window->text().contains(u"Porto"_s));
    QVERIFY(m_window->text().contains(u"what will happen."_s)); // not given up for what the file has
    QCOMPARE(state(), u"Not saved"_s);
}

void CommittingTest::showsTheVersionOfTheOtherBranch()
{
    makeRepository();
    commitElsewhere(QByteArray(aPost).replace("Lisbon", "Porto"));
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    choose(dialog, u"posts/doors-open"_s);
    QTRY_VERIFY(difference(dialog).contains(u"-   :location: Porto"_s));
    QVERIFY(difference(dialog).contains(u"+   :location: Lisbon"_s));
    QVERIFY(dialog->findChild<QLabel *>(u"export.changesTitle"_s)->text().contains(u"posts/doors-open"_s));
    QVERIFY(dialog->findChild<QLabel *>(u"export.pathRemark"_s)->text().contains(u"posts/doors-open"_s));
    QVERIFY2(checks(dialog).join(u'\n').contains(u"doubtful: posts/doors-open has another version of this post"_s),
             qPrintable(checks(dialog).join(u'\n')));
    QVERIFY(!button(dialog, u"export.commit"_s)->isEnabled());
    commit(dialog);
    QVERIFY(git({u"show"_s, u"posts/doors-open:posts/2026/2026-03-doors-open.rst"_s}).contains(u"Lisbon"_s));

    // What was committed from here is known here.
    m_window->editor()->change(m_window->text().replace(u"Lisbon"_s, u"Faro"_s));
    const ui::ExportDialog *again = openDialog();
    choose(again, u"posts/doors-open"_s);
    QTRY_VERIFY(difference(again).contains(u"+   :location: Faro"_s));
    QVERIFY(!checks(again).join(u'\n').contains(u"another version"_s));
}

void CommittingTest::doesNotReplaceWhatCameMeanwhile()
{
    makeRepository();
    git({u"branch"_s, u"posts/doors-open"_s});
    QVERIFY(m_window->open(aPost));
    const ui::ExportDialog *dialog = openDialog();
    choose(dialog, u"posts/doors-open"_s);
    QTRY_VERIFY((overrule(dialog), button(dialog, u"export.commit"_s)->isEnabled()));
    commitElsewhere(QByteArray(aPost).replace("Lisbon", "Porto"));
    button(dialog, u"export.commit"_s)->click();
    const auto *trouble = dialog->findChild<QLabel *>(u"export.trouble"_s);
    QTRY_VERIFY2(trouble->text().contains(u"posts/doors-open has another version"_s), qPrintable(trouble->text()));
    QVERIFY(git({u"show"_s, u"posts/doors-open:posts/2026/2026-03-doors-open.rst"_s}).contains(u"Porto"_s));
    QTRY_VERIFY(difference(dialog).contains(u"-   :location: Porto"_s));
    QVERIFY(trouble->isVisibleTo(dialog));
    QVERIFY(!button(dialog, u"export.commit"_s)->isEnabled()); // until this is known, too
}

BROADSIDE_UI_TEST_MAIN(CommittingTest)
#include "committing_test.moc"
