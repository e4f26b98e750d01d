// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/panels/metadata_form.h"

#include <algorithm>

using namespace Qt::StringLiterals;

class DraftRecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void bringsBackWhatACrashLeft();
    void showsWhatWouldComeBack();
    void saysThatTheFileHasChanged();
    void offersNothingThatIsSaved();
    void throwsAwayWhenAsked();
    void offersInTheMessageBarWhileAPostIsOpen();
    void asksBeforeItTakesAnotherPostsPlace();
    void throwsAwayFromTheMessageBar();
    void keepsNothingThatIsSaved();
    void knowsAFileThatIsRenamed();
    void bringsBackPicturesThatHaveNoFile();
    void bringsBackPicturesThatWereBeingStored();
    void comesBackOverNothingThatIsWrittenMeanwhile();
    void throwsPicturesAwayWithTheDraft();

private:
    /// What a program that was killed leaves on the disk.
    void leaveDraft(const QString &path, const QString &text) const
    {
        session::DraftJournal journal(session::draftFolder());
        journal.record({path, text});
    }

    /// The same with a picture that is in no file yet.
    void leaveDraftWithPicture(const QString &path, const QString &text) const
    {
        session::DraftJournal journal(session::draftFolder());
        journal.record({path, text, {}, {{u"picture-0a.png"_s, "a picture"}}});
    }
    static QStringList keptPictures()
    {
        QStringList names;
        const QDir drafts(session::draftFolder());
        for (const QString &name : drafts.entryList({u"*.pictures*"_s}, QDir::Dirs))
            names += QDir(drafts.filePath(name)).entryList(QDir::Files);
        return names;
    }

    std::unique_ptr<WindowFixture> m_window;
};

const QString aTextWithPicture = u".. post::\n\nA Hall\n======\n\nBegins.\n\n"
                                 ".. image:: picture-0a.png\n   :alt: A hall\n"_s;

void DraftRecoveryTest::bringsBackWhatACrashLeft()
{
    const QString path = m_window->write(u"post.rst"_s, aPost);
    const QString text = QString::fromUtf8(aPost) + u"\nTyped before the crash.\n"_s;
    leaveDraft(path, text);
    m_window->window->offerDrafts();
    m_window->find<QPushButton>(u"start.draft.open"_s)->click();
    QCOMPARE(m_window->text(), text);
    QCOMPARE(m_window->postSession()->path(), path);
    QVERIFY(m_window->editor()->document()->isModified());
    QVERIFY(session::leftDrafts(session::draftFolder()).isEmpty()); // this window's own journal has it now
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void DraftRecoveryTest::showsWhatWouldComeBack()
{
    const QString path = m_window->write(u"post.rst"_s, aPost);
    leaveDraft(path, QString::fromUtf8(aPost) + u"\nTyped before the crash.\n"_s);
    m_window->window->offerDrafts();
    m_window->find<QPushButton>(u"start.draft.difference"_s)->click();
    auto *dialog = m_window->find<QDialog>(u"compareDialog"_s);
    auto *difference = dialog->findChild<QPlainTextEdit *>(u"compare.text"_s);
    QTRY_VERIFY(difference->toPlainText().contains(u"+Typed before the crash."_s));
    dialog->reject();
    QVERIFY(m_window->message().contains(u"Unsaved changes"_s)); // the question is still open
    m_window->choose(u"compareDraft"_s);
    m_window->window->findChildren<QDialog *>(u"compareDialog"_s)
        .back()
        ->findChild<QPushButton *>(u"compare.recover"_s)
        ->click();
    QVERIFY(m_window->text().endsWith(u"Typed before the crash.\n"_s));
}

void DraftRecoveryTest::saysThatTheFileHasChanged()
{
    const QString path = m_window->write(u"other.rst"_s, "Changed elsewhere.\n");
    {
        session::DraftJournal journal(session::draftFolder());
        journal.record({path, u"Typed before the crash.\n"_s, session::fileHash(QString::fromUtf8(aPost), {})});
    }
    m_window->window->offerDrafts();
    const QString offer = m_window->find<QLabel>(u"start.draft.label"_s)->text();
    QVERIFY2(offer.contains(u"has changed since"_s), qPrintable(offer));
    QVERIFY(m_window->open(aPost));
    m_window->window->offerDrafts();
    QVERIFY2(m_window->message().contains(u"has changed since"_s), qPrintable(m_window->message()));
}

void DraftRecoveryTest::offersNothingThatIsSaved()
{
    leaveDraft(m_window->write(u"post.rst"_s, aPost), QString::fromUtf8(aPost));
    m_window->window->offerDrafts();
    QVERIFY(m_window->message().isEmpty());
    QVERIFY(!m_window->window->findChild<QPushButton *>(u"start.draft.open"_s));
    QVERIFY(session::leftDrafts(session::draftFolder()).isEmpty());
}

void DraftRecoveryTest::throwsAwayWhenAsked()
{
    leaveDraft({}, u".. post::\n\nA New Day\n=========\n\nBegins.\n"_s);
    m_window->window->offerDrafts();
    QVERIFY(m_window->find<QLabel>(u"start.draft.label"_s)->text().startsWith(u"A New Day, "_s));
    m_window->find<QPushButton>(u"start.draft.discard"_s)->click();
    QVERIFY(!m_window->window->findChild<QPushButton *>(u"start.draft.discard"_s));
    QVERIFY(session::leftDrafts(session::draftFolder()).isEmpty());
    QVERIFY(m_window->message().isEmpty());
}

void DraftRecoveryTest::offersInTheMessageBarWhileAPostIsOpen()
{
    QVERIFY(m_window->open(aPost));
    const QString path = m_window->write(u"other.rst"_s, aPost);
    leaveDraft(path, u"Typed before the crash.\n"_s);
    m_window->window->offerDrafts();
    QVERIFY2(m_window->message().contains(u"other.rst"_s), qPrintable(m_window->message()));
    m_window->choose(u"recover"_s);
    QCOMPARE(m_window->text(), u"Typed before the crash.\n"_s);
}

void DraftRecoveryTest::asksBeforeItTakesAnotherPostsPlace()
{
    const auto answer = [this](const QString &remedy) {
        QTest::qWait(1); // the buttons of the sentence before are gone then
        m_window->choose(remedy);
    };
    m_window->trigger(u"file.new"_s);
    QTest::keyClicks(m_window->editor(), u"Not saved yet"_s);
    const QString written = m_window->text();
    leaveDraft(m_window->write(u"other.rst"_s, aPost), u"Typed before the crash.\n"_s);
    m_window->window->offerDrafts();
    answer(u"recover"_s);
    QCOMPARE(m_window->text(), written);
    QVERIFY2(m_window->message().contains(u"changes that are not saved"_s), qPrintable(m_window->message()));
    answer(u"stay"_s);
    QCOMPARE(m_window->text(), written);
    QVERIFY2(m_window->message().contains(u"other.rst"_s), qPrintable(m_window->message())); // it is offered still

    answer(u"recover"_s);
    answer(u"saveFirst"_s);
    m_window->saveUnder(u"mine.rst"_s);
    QCOMPARE(WindowFixture::read(m_window->folder.filePath(u"mine.rst"_s)), written.toUtf8());
    QVERIFY2(m_window->message().contains(u"other.rst"_s), qPrintable(m_window->message())); // nor is it lost by that
    answer(u"recover"_s);
    QCOMPARE(m_window->text(), u"Typed before the crash.\n"_s);

    m_window->trigger(u"file.save"_s);
    QTest::keyClicks(m_window->editor(), u"Given up. "_s);
    leaveDraft({}, u"A new post.\n"_s);
    m_window->window->offerDrafts();
    answer(u"recover"_s);
    answer(u"discard"_s);
    QCOMPARE(m_window->text(), u"A new post.\n"_s);
    QVERIFY(!WindowFixture::read(m_window->folder.filePath(u"other.rst"_s)).contains("Given up"));
}

void DraftRecoveryTest::throwsAwayFromTheMessageBar()
{
    QVERIFY(m_window->open(aPost));
    leaveDraft({}, u"A new post.\n"_s);
    m_window->window->offerDrafts();
    m_window->choose(u"discardDraft"_s);
    QVERIFY(session::leftDrafts(session::draftFolder()).isEmpty());
    QVERIFY(m_window->message().isEmpty());
}

void DraftRecoveryTest::keepsNothingThatIsSaved()
{
    QVERIFY(m_window->open(aPost));
    const auto journals = [] { return QDir(session::draftFolder()).entryList({u"*.draft"_s}); };
    m_window->editor()->appendPlainText(u"More."_s);
    QTRY_COMPARE(journals().size(), 1);
    m_window->trigger(u"file.save"_s);
    QTRY_VERIFY(journals().isEmpty());
}

void DraftRecoveryTest::knowsAFileThatIsRenamed()
{
    QVERIFY(QDir(m_window->folder.path()).mkpath(u"posts/2026"_s));
    (void)m_window->write(u"broadside.toml"_s, "");
    QVERIFY(m_window->open(aPost, u"posts/2026/2026-03-doors-open.rst"_s));
    const QString old = m_window->postSession()->path();
    const QString renamed = m_window->folder.filePath(u"posts/2027/2027-01-doors-open.rst"_s);
    leaveDraft(old, u"Typed before the crash.\n"_s);
    m_window->settings.openPosts = {{old, 0}}; // of the last time
    Q_EMIT m_window->window->findChild<ui::MetadataForm *>()->fieldEdited(u"date"_s, u"2027-01-05"_s);
    m_window->trigger(u"file.save"_s);
    QTRY_VERIFY(m_window->message().contains(u"2026-03-doors-open.rst"_s));
    QTest::keyClicks(m_window->editor(), u"Not saved yet. "_s);
    m_window->choose(u"rename"_s);
    QTRY_COMPARE(m_window->postSession()->path(), renamed);
    QVERIFY(m_window->editor()->document()->isModified());
    const auto isKept = [&renamed] { // by this window's own journal, which is nothing that was left
        const QDir drafts(session::draftFolder());
        return std::ranges::any_of(drafts.entryList({u"*.draft"_s}), [&](const QString &name) {
            const QByteArray bytes = WindowFixture::read(drafts.filePath(name));
            return bytes.contains("Not saved yet") && bytes.contains(renamed.toUtf8());
        });
    };
    QTRY_VERIFY(isKept());
    QCOMPARE(session::leftDrafts(session::draftFolder()).front().draft.path, renamed);
    QCOMPARE(m_window->settings.openPosts.front().path, renamed);
    m_window->editor()->document()->setModified(false);
}

void DraftRecoveryTest::bringsBackPicturesThatHaveNoFile()
{
    leaveDraftWithPicture({}, aTextWithPicture);
    m_window->window->offerDrafts();
    m_window->find<QPushButton>(u"start.draft.open"_s)->click();
    QTRY_COMPARE(m_window->text(), aTextWithPicture);
    QVERIFY(session::leftDrafts(session::draftFolder()).isEmpty()); // this window's own journal has it now
    QTRY_COMPARE(keptPictures(), QStringList(u"picture-0a.png"_s)); // and its picture, should it crash again
    m_window->trigger(u"file.save"_s);
    m_window->saveUnder(u"hall.rst"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: hall.png\n   :alt: A hall\n"_s), qPrintable(m_window->text()));
    QCOMPARE(WindowFixture::read(m_window->folder.filePath(u"hall.png"_s)), "a picture");
    m_window->trigger(u"file.save"_s);
    QTRY_COMPARE(keptPictures(), QStringList());
}

/// The text was saved already, and so the file holds the draft's.
void DraftRecoveryTest::bringsBackPicturesThatWereBeingStored()
{
    const QString path = m_window->write(u"hall.rst"_s, aTextWithPicture.toUtf8());
    leaveDraftWithPicture(path, aTextWithPicture);
    m_window->window->offerDrafts();
    m_window->find<QPushButton>(u"start.draft.open"_s)->click();
    QTRY_COMPARE(m_window->postSession()->path(), path);
    m_window->trigger(u"file.save"_s);
    QTRY_VERIFY2(m_window->text().contains(u".. image:: hall.png\n"_s), qPrintable(m_window->text()));
    QCOMPARE(WindowFixture::read(m_window->folder.filePath(u"hall.png"_s)), "a picture");
}

/// Pictures are read beside the window's own work.
void DraftRecoveryTest::comesBackOverNothingThatIsWrittenMeanwhile()
{
    leaveDraftWithPicture({}, aTextWithPicture);
    m_window->window->offerDrafts();
    m_window->find<QPushButton>(u"start.draft.open"_s)->click();
    m_window->trigger(u"file.new"_s);
    QTest::keyClicks(m_window->editor(), u"Another title"_s);
    QTRY_VERIFY2(m_window->message().contains(u"Unsaved changes to “A Hall”"_s), qPrintable(m_window->message()));
    QVERIFY2(m_window->text().contains(u"Another title"_s), qPrintable(m_window->text()));
    QCOMPARE(session::leftDrafts(session::draftFolder()).size(), 1);
}

void DraftRecoveryTest::throwsPicturesAwayWithTheDraft()
{
    leaveDraftWithPicture({}, aTextWithPicture);
    QCOMPARE(keptPictures(), QStringList(u"picture-0a.png"_s));
    m_window->window->offerDrafts();
    m_window->find<QPushButton>(u"start.draft.discard"_s)->click();
    QTRY_COMPARE(keptPictures(), QStringList());
}

BROADSIDE_UI_TEST_MAIN(DraftRecoveryTest)
#include "draft_recovery_test.moc"
