// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "window_fixture.h"

#include "ui/dialogs/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>

/// What tests of the export page share: a window with a blog, which can be a repository, and the page.
class ExportPageTest : public QObject
{
protected:
    void begin()
    {
        m_window = std::make_unique<WindowFixture>();
        m_window->write(QStringLiteral("broadside.toml"), "");
    }
    /// What git prints, in the blog's folder.
    QString git(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_window->folder.path());
        process.start(QStringLiteral("git"), arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    /// Makes the blog's folder a repository with one commit.
    void makeRepository() const
    {
        m_window->write(QStringLiteral("home.gitconfig"), "[user]\n\tname = A Writer\n\temail = writer@example.org\n"
                                                          "[init]\n\tdefaultBranch = main\n");
        qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(m_window->folder.filePath(QStringLiteral("home.gitconfig"))));
        git({QStringLiteral("init"), QStringLiteral("--quiet")});
        git({QStringLiteral("add"), QStringLiteral("broadside.toml")});
        git({QStringLiteral("commit"), QStringLiteral("--quiet"), QStringLiteral("-m"), QStringLiteral("Begin")});
    }
    void hook(const QByteArray &script) const
    {
        const QString path = m_window->write(QStringLiteral(".git/hooks/pre-commit"), "#!/bin/sh\n" + script);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    static QPushButton *button(const ui::ExportDialog *dialog, const QString &name)
    {
        return dialog->findChild<QPushButton *>(name);
    }
    static void overrule(const ui::ExportDialog *dialog)
    {
        dialog->findChild<QCheckBox *>(QStringLiteral("export.overrule"))->setChecked(true);
    }
    ui::ExportDialog *openDialog() const
    {
        m_window->trigger(QStringLiteral("file.export"));
        auto *dialog = m_window->find<ui::ExportDialog>(QStringLiteral("exportDialog"));
        if (!QTest::qWaitFor(
                [dialog] { return !dialog->findChild<QLabel *>(QStringLiteral("export.path"))->text().isEmpty(); }))
            qFatal("The export was not planned.");
        return dialog;
    }
    static QStringList checks(const ui::ExportDialog *dialog)
    {
        QStringList texts;
        const auto *list = dialog->findChild<QListWidget *>(QStringLiteral("export.checks"));
        for (int row = 0; row < list->count(); ++row)
            texts.append(list->item(row)->data(Qt::AccessibleTextRole).toString());
        return texts;
    }
    static void accept(const ui::ExportDialog *dialog)
    {
        dialog->findChild<QCheckBox *>(QStringLiteral("export.overrule"))->setChecked(true);
        dialog->findChild<QPushButton *>(QStringLiteral("export.write"))->click();
    }

    std::unique_ptr<WindowFixture> m_window;
};
