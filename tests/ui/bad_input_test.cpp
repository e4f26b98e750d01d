// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <QFileDialog>

#include <unistd.h>

using namespace Qt::StringLiterals;

/// Whatever is opened, there is one clear sentence in the message bar, and what was open before is untouched.
class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(aPost));
    }
    void cleanup() { m_window.reset(); }

    void refusesAndKeepsWhatIsOpen_data();
    void refusesAndKeepsWhatIsOpen();
    void readsAnotherEncodingWhenAsked();
    void offersTheFilesOfAFolder();
    void opensAnEmptyFile();
    void opensAVeryLargeFile();
    void saysWhenThereIsNoPost();
    void saysWhenThereAreTwoPosts();
    void saysWhenTheDateIsUnreadable();
    void keepsTheTextWhenItCannotBeSaved();
    void letsGoOnTyping();

private:
    std::unique_ptr<WindowFixture> m_window;
};

void BadInputTest::refusesAndKeepsWhatIsOpen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("not UTF-8") << QByteArray("caf\xe9\n") << u"is not UTF-8"_s;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0",
                                          6)
                            << u"is not a text"_s;
}

void BadInputTest::refusesAndKeepsWhatIsOpen()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    m_window->window->openFile(m_window->write(u"bad.rst"_s, bytes));
    QVERIFY2(m_window->message().contains(words), qPrintable(m_window->message()));
    QCOMPARE(m_window->text().toUtf8(), aPost);
    QVERIFY(m_window->postSession()->path().endsWith(u"post.rst"_s));
}

void BadInputTest::readsAnotherEncodingWhenAsked()
{
    const QString path = m_window->write(u"bad.rst"_s, "caf\xe9\n");
    m_window->window->openFile(path);
    m_window->choose(u"windows1252"_s);
    QCOMPARE(m_window->text(), u"café\n"_s);
    QVERIFY(m_window->window->isWindowModified());
    QCOMPARE(WindowFixture::read(path), QByteArray("caf\xe9\n")); // until it is saved
}

void BadInputTest::offersTheFilesOfAFolder()
{
    m_window->window->openFile(m_window->folder.path());
    QVERIFY(m_window->message().contains(u"is a folder"_s));
    m_window->choose(u"choose"_s);
    auto *dialog = m_window->find<QFileDialog>(u"file.openDialog"_s);
    QCOMPARE(dialog->directory().canonicalPath(), QDir(m_window->folder.path()).canonicalPath());
    dialog->close();
}

void BadInputTest::opensAnEmptyFile()
{
    QVERIFY(m_window->open({}, u"empty.rst"_s));
    QVERIFY(m_window->message().contains(u"is empty"_s));
    QCOMPARE(m_window->text(), QString());
    QTest::keyClicks(m_window->editor(), u"Now"_s);
    QCOMPARE(m_window->text(), u"Now"_s);
}

void BadInputTest::opensAVeryLargeFile()
{
    const QByteArray bytes = QByteArray("A line of a very large post that nobody wrote.\n").repeated(430'000);
    QVERIFY(bytes.size() > 20'000'000);
    m_window->window->openFile(m_window->write(u"large.rst"_s, bytes));
    QVERIFY2(m_window->message().contains(u"very large"_s), qPrintable(m_window->message()));
    QCOMPARE(m_window->editor()->blockCount(), 430'001);
    QTest::keyClicks(m_window->editor(), u"X"_s);
    m_window->trigger(u"file.save"_s);
    QCOMPARE(WindowFixture::read(m_window->folder.filePath(u"large.rst"_s)).size(), bytes.size() + 1);
}

void BadInputTest::saysWhenThereIsNoPost()
{
    QVERIFY(m_window->open("Title\n=====\n\nText.\n", u"none.rst"_s));
    QVERIFY2(m_window->message().contains(u"no “post” directive"_s), qPrintable(m_window->message()));
    m_window->choose(u"makePost"_s);
    QVERIFY(m_window->text().startsWith(u".. post::"_s));
}

void BadInputTest::saysWhenThereAreTwoPosts()
{
    QVERIFY(m_window->open("T\n=\n\n.. post:: 2026-01-01\n\nText.\n\n.. post:: 2026-01-02\n\nMore.\n", u"two.rst"_s));
    QVERIFY2(m_window->message().contains(u"another post"_s), qPrintable(m_window->message()));
}

void BadInputTest::saysWhenTheDateIsUnreadable()
{
    QVERIFY(m_window->open(".. post:: the day after\n\nTitle\n=====\n\nText.\n", u"date.rst"_s));
    QVERIFY2(m_window->message().contains(u"is no date"_s), qPrintable(m_window->message()));
    m_window->choose(u"showProblem"_s);
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"the day after"_s);
}

void BadInputTest::keepsTheTextWhenItCannotBeSaved()
{
    QTest::keyClicks(m_window->editor(), u"X"_s);
    const QString path = m_window->folder.filePath(u"post.rst"_s);
    QVERIFY(QFile::remove(path));
    QVERIFY(QDir().mkpath(path + u"/in/the/way"_s)); // works for root, too, whom no permission stops
    m_window->trigger(u"file.save"_s);
    QVERIFY2(!m_window->message().isEmpty(), "nothing was said");
    QVERIFY(m_window->text().startsWith(u"X"_s));
    QVERIFY(m_window->window->isWindowModified());
}

void BadInputTest::letsGoOnTyping()
{
    m_window->window->activateWindow();
    m_window->editor()->setFocus();
    QTRY_VERIFY(m_window->editor()->hasFocus());
    m_window->window->openFile(m_window->write(u"bad.rst"_s, "caf\xe9\n"));
    QVERIFY(m_window->editor()->hasFocus());
    QVERIFY(!QApplication::activeModalWidget());
}

BROADSIDE_UI_TEST_MAIN(BadInputTest)
#include "bad_input_test.moc"
