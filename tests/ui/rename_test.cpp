// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/dialogs/rename_dialog.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

class RenameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void showsWhatChangesAndWritesWhatIsTicked();
    void takesItBackFromTheWindow();
    void mergesSeveralNames();
    void writesNothingWhereAFileHasChanged();
    void bringsTheChangeIntoTheOpenPost();

private:
    static QByteArray post(const QByteArray &title, const QByteArray &tags)
    {
        return ".. post:: 2024-01-02\n   :tags:  " + tags + "  \n   :language: en\n\n" + title + "\n" +
               QByteArray(title.size(), '=') + "\n\nText with grants, Grants and trailing blanks.  \n";
    }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        return WindowFixture::read(m_window->folder.filePath(name));
    }
    void tick(const QString &list, const QString &text, Qt::CheckState state = Qt::Checked) const
    {
        const auto items = m_dialog->findChild<QTreeWidget *>(list)->findItems(text, Qt::MatchExactly);
        QCOMPARE(items.size(), 1);
        items.front()->setCheckState(0, state);
    }
    [[nodiscard]] int posts() const
    {
        return m_dialog->findChild<QTreeWidget *>(u"rename.posts"_s)->topLevelItemCount();
    }
    [[nodiscard]] QString sentence() const { return m_dialog->findChild<QLabel *>(u"rename.sentence"_s)->text(); }
    void press(const QString &button) const { m_dialog->findChild<QPushButton *>(button)->click(); }

    std::unique_ptr<WindowFixture> m_window;
    ui::RenameDialog *m_dialog = nullptr;
};

void RenameTest::init()
{
    m_window = std::make_unique<WindowFixture>();
    m_window->write(u"conf.py"_s, "");
    m_window->write(u"one.rst"_s, post("One", "Grants, news"));
    m_window->write(u"two.rst"_s, post("Two", "news, Grants"));
    m_window->write(u"three.rst"_s, post("Three", "grants"));
    m_window->write(u"four.rst"_s, post("Four", "grants"));
    m_window->write(u"five.rst"_s, post("Five", "grants, grant"));
    QVERIFY(m_window->open(post("Open", "news")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->action(u"archive.rename"_s)->isEnabled(), 30'000);
    m_window->trigger(u"archive.rename"_s);
    m_dialog = m_window->find<ui::RenameDialog>(u"renameDialog"_s);
}

void RenameTest::showsWhatChangesAndWritesWhatIsTicked()
{
    const auto *write = m_dialog->findChild<QPushButton *>(u"rename.write"_s);
    QVERIFY(!write->isEnabled());
    tick(u"rename.names"_s, u"Grants"_s);
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"rename.to"_s)->text(), u"grants"_s); // as most posts write it
    QTRY_COMPARE(posts(), 2);
    const QString difference = m_dialog->findChild<QPlainTextEdit *>(u"rename.difference"_s)->toPlainText();
    QVERIFY2(difference.contains(u"-   :tags:  Grants, news  "_s) ||
                 difference.contains(u"-   :tags:  news, Grants  "_s),
             qPrintable(difference));
    tick(u"rename.posts"_s, u"Two"_s, Qt::Unchecked);
    QCOMPARE(sentence(), u"1 post would change."_s);
    QCOMPARE(bytesOf(u"one.rst"_s), post("One", "Grants, news")); // only shown till now
    press(u"rename.write"_s);
    QTRY_COMPARE(bytesOf(u"one.rst"_s), post("One", "grants, news"));
    QCOMPARE(bytesOf(u"two.rst"_s), post("Two", "news, Grants"));
    QTRY_VERIFY(m_dialog->findChild<QPushButton *>(u"rename.takeBack"_s)->isEnabled());
    press(u"rename.takeBack"_s);
    QTRY_COMPARE(bytesOf(u"one.rst"_s), post("One", "Grants, news"));
    QCOMPARE(sentence(), u"All these posts are as they were."_s);
    QVERIFY(write->isEnabled()); // to write them after all
    QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"rename.to"_s), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
}

void RenameTest::takesItBackFromTheWindow()
{
    tick(u"rename.names"_s, u"Grants"_s);
    QTRY_COMPARE(posts(), 2);
    press(u"rename.write"_s);
    QTRY_VERIFY(m_window->message().contains(u"2 posts"_s));
    m_dialog->reject();
    m_window->choose(u"takeBack"_s);
    QCOMPARE(bytesOf(u"one.rst"_s), post("One", "Grants, news"));
    QCOMPARE(bytesOf(u"two.rst"_s), post("Two", "news, Grants"));
}

void RenameTest::mergesSeveralNames()
{
    tick(u"rename.names"_s, u"Grants"_s);
    tick(u"rename.names"_s, u"grant"_s);
    QTRY_COMPARE(posts(), 3);
    auto *to = m_dialog->findChild<QLineEdit *>(u"rename.to"_s);
    to->selectAll();
    QTest::keyClicks(to, u"Funding, too"_s);
    QTRY_VERIFY(sentence().contains(u"no comma"_s));
    QCOMPARE(posts(), 0);
    to->selectAll();
    QTest::keyClicks(to, u"grants"_s);
    QTRY_COMPARE(posts(), 3);
    press(u"rename.write"_s);
    QTRY_COMPARE(bytesOf(u"five.rst"_s), post("Five", "grants")); // had both
}

void RenameTest::writesNothingWhereAFileHasChanged()
{
    tick(u"rename.names"_s, u"Grants"_s);
    QTRY_COMPARE(posts(), 2);
    m_window->write(u"two.rst"_s, post("Two", "news, Grants, sprint"));
    press(u"rename.write"_s);
    QTRY_VERIFY(sentence().contains(u"has changed meanwhile"_s));
    QCOMPARE(bytesOf(u"one.rst"_s), post("One", "Grants, news"));
}

void RenameTest::bringsTheChangeIntoTheOpenPost()
{
    m_window->editor()->moveCursor(QTextCursor::End);
    m_window->editor()->insertPlainText(u"Not saved.\n"_s);
    tick(u"rename.names"_s, u"news"_s);
    m_dialog->findChild<QLineEdit *>(u"rename.to"_s)->setText(u"News"_s);
    QTRY_COMPARE(posts(), 3);
    press(u"rename.write"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->text().contains(u":tags:  News"_s), 10'000);
    QVERIFY(m_window->text().endsWith(u"Not saved.\n"_s));
}

BROADSIDE_UI_TEST_MAIN(RenameTest)
#include "rename_test.moc"
