// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/dialogs/export_dialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        m_window->write(u"broadside.toml"_s, "");
    }
    void cleanup() { m_window.reset(); }

    void showsPathChecksAndText();
    void writesCanonicalBytes();
    void wantsDoubtsOverruled();
    void showsTheDifferenceToAFileThatIsThere();
    void takesAnotherName();

private:
    ui::ExportDialog *openDialog() const
    {
        m_window->trigger(u"file.export"_s);
        auto *dialog = m_window->find<ui::ExportDialog>(u"exportDialog"_s);
        if (!QTest::qWaitFor([dialog] { return !dialog->findChild<QLabel *>(u"export.path"_s)->text().isEmpty(); }))
            qFatal("The export was not planned.");
        return dialog;
    }
    static void accept(const ui::ExportDialog *dialog)
    {
        dialog->findChild<QCheckBox *>(u"export.overrule"_s)->setChecked(true);
        dialog->findChild<QPushButton *>(u"export.write"_s)->click();
    }

    std::unique_ptr<WindowFixture> m_window;
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
}

void ExportTest::writesCanonicalBytes()
{
    QVERIFY(m_window->open(QByteArray(aPost)
                               .replace("*unclosed emphasis", "*closed* emphasis")
                               .replace("==============", "================")
                               .replace("\n", "\r\n") +
                           "trailing blanks  \r\n\r\n\r\n"));
    accept(openDialog());
    const QByteArray written = WindowFixture::read(m_window->folder.filePath(u"posts/2026/2026-03-doors-open.rst"_s));
    QVERIFY2(written.contains("The Doors Open\n==============\n"), written.constData());
    QVERIFY(!written.contains('\r'));
    QVERIFY(written.endsWith("trailing blanks\n"));
    QVERIFY(m_window->message().contains(u"Exported"_s));
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

BROADSIDE_UI_TEST_MAIN(ExportTest)
#include "export_test.moc"
