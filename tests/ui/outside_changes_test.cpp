// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/dialogs/compare_dialog.h"

using namespace Qt::StringLiterals;

/// Somebody else writes into the file that is open: another editor, or git.
class OutsideChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(aPost));
    }
    void cleanup() { m_window.reset(); }

    void mergesWhatLiesApart();
    void noticesAFileThatTookItsPlace();
    void keepsTheCursorOnItsText();
    void marksBothWhereBothChanged();
    void keepsMineWhenAsked();
    void showsTheDifference();
    void neverOverwritesAnUnseenChange();

private:
    [[nodiscard]] static QByteArray theirs(const char *before, const char *after)
    {
        return QByteArray(aPost).replace(before, after);
    }
    void typeInFrontOf(const QString &words, const QString &typed) const
    {
        m_window->goTo(words);
        QTest::keyClicks(m_window->editor(), typed);
    }
    [[nodiscard]] bool isModified() const { return m_window->editor()->document()->isModified(); }
    [[nodiscard]] QString path() const { return m_window->folder.filePath(u"post.rst"_s); }

    std::unique_ptr<WindowFixture> m_window;
};

void OutsideChangesTest::mergesWhatLiesApart()
{
    typeInFrontOf(u"says what"_s, u"now "_s);
    m_window->write(u"post.rst"_s, theirs("Lisbon", "Porto"));
    QTRY_VERIFY(m_window->text().contains(u"Porto"_s));
    QVERIFY(m_window->text().contains(u"now says what"_s));
    QVERIFY(isModified());
    QVERIFY2(m_window->message().contains(u"in your text, too"_s), qPrintable(m_window->message()));
    m_window->trigger(u"file.save"_s);
    QCOMPARE(WindowFixture::read(path()), theirs("Lisbon", "Porto").replace("says what", "now says what"));
    m_window->trigger(u"edit.undo"_s); // theirs
    QVERIFY(m_window->text().contains(u"Lisbon"_s) && m_window->text().contains(u"now says what"_s));
    m_window->trigger(u"edit.undo"_s); // and ours
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void OutsideChangesTest::noticesAFileThatTookItsPlace()
{
    for (const char *place : {"Porto", "Faro", "Braga"}) { // again and again
        const QString beside = m_window->write(u"beside.rst"_s, theirs("Lisbon", place));
        QCOMPARE(std::rename(qPrintable(beside), qPrintable(path())), 0);
        QTRY_VERIFY(m_window->text().contains(QLatin1StringView(place)));
        QVERIFY(!isModified());
    }
}

void OutsideChangesTest::keepsTheCursorOnItsText()
{
    m_window->goTo(u"says what"_s);
    m_window->write(u"post.rst"_s, "A line above.\n\n" + theirs("unclosed", "closed*"));
    QTRY_VERIFY(m_window->text().startsWith(u"A line above"_s));
    QTest::keyClicks(m_window->editor(), u"here "_s);
    QVERIFY(m_window->text().contains(u"here says what"_s));
}

void OutsideChangesTest::marksBothWhereBothChanged()
{
    typeInFrontOf(u"says what"_s, u"now "_s);
    m_window->write(u"post.rst"_s, theirs("says what", "tells what"));
    QTRY_VERIFY2(m_window->message().contains(u"that you have changed, too"_s), qPrintable(m_window->message()));
    m_window->choose(u"merge"_s);
    const QString text = m_window->text();
    QVERIFY(text.contains(u"<<<<<<< "_s) && text.contains(u"now says what"_s) && text.contains(u"tells what"_s));
    m_window->trigger(u"edit.undo"_s);
    QVERIFY(!m_window->text().contains(u"tells what"_s));
    QVERIFY(m_window->text().contains(u"now says what"_s));
}

void OutsideChangesTest::keepsMineWhenAsked()
{
    typeInFrontOf(u"says what"_s, u"now "_s);
    m_window->write(u"post.rst"_s, theirs("says what", "tells what"));
    QTRY_VERIFY(m_window->message().contains(u"that you have changed, too"_s));
    m_window->choose(u"keepMine"_s);
    m_window->trigger(u"file.save"_s);
    QCOMPARE(WindowFixture::read(path()), theirs("says what", "now says what"));
}

void OutsideChangesTest::showsTheDifference()
{
    typeInFrontOf(u"says what"_s, u"now "_s);
    m_window->write(u"post.rst"_s, theirs("says what", "tells what"));
    QTRY_VERIFY(m_window->message().contains(u"that you have changed, too"_s));
    m_window->choose(u"compare"_s);
    auto *dialog = m_window->find<ui::CompareDialog>(u"compareDialog"_s);
    auto *difference = dialog->findChild<QPlainTextEdit *>(u"compare.text"_s);
    QTRY_VERIFY(difference->toPlainText().contains(u"+The first paragraph now says what"_s));
    QVERIFY(difference->toPlainText().contains(u"-The first paragraph tells what"_s));
    auto *page = dialog->findChild<ui::PreviewView *>(u"compare.page"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page->paintedRevision() > 0, 60'000);
    dialog->findChild<QPushButton *>(u"compare.takeTheirs"_s)->click();
    QCOMPARE(m_window->text().toUtf8(), theirs("says what", "tells what"));
}

void OutsideChangesTest::neverOverwritesAnUnseenChange()
{
    typeInFrontOf(u"says what"_s, u"now "_s);
    m_window->write(u"post.rst"_s, theirs("says what", "tells what"));
    m_window->trigger(u"file.save"_s); // before anything was noticed
    QCOMPARE(WindowFixture::read(path()), theirs("says what", "tells what"));
    QVERIFY(isModified());
    QVERIFY(m_window->message().contains(u"that you have changed, too"_s));
}

BROADSIDE_UI_TEST_MAIN(OutsideChangesTest)
#include "outside_changes_test.moc"
