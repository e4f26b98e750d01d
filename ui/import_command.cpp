// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/import_command.h"

#include "ui/dialogs/import_dialog.h"
#include "ui/post_commands.h"
#include "ui/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

ImportCommand::ImportCommand(PostCommands *commands, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_commands(commands)
    , m_messages(messages)
    , m_window(window)
    , m_import(new QAction(themeIcon("document-import"_L1), tr("&Import…"), window))
{
    m_import->setObjectName(u"file.import"_s);
    window->addAction(m_import);
    connect(m_import, &QAction::triggered, this, &ImportCommand::chooseFile);
}

void ImportCommand::chooseFile()
{
    auto *dialog =
        new QFileDialog(m_window, tr("Import a Post"), {}, session::importableFiles() + u";;"_s + tr("All files (*)"));
    dialog->setObjectName(u"file.importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportCommand::import);
    dialog->open();
}

void ImportCommand::open(const QString &path)
{
    session::isImportable(path) ? import(path) : m_commands->openFile(path);
}

void ImportCommand::import(const QString &path)
{
    QtConcurrent::run([path] {
        return session::importFile(path);
    }).then(this, [this, path, number = ++m_number](const std::expected<session::ImportedFile, QString> &file) {
        if (number == m_number)
            take(path, file);
    });
}

void ImportCommand::take(const QString &path, const std::expected<session::ImportedFile, QString> &file)
{
    if (!file) {
        m_messages->tell(MessageBar::Kind::Error, file.error(), {textRemedy(path)});
        return;
    }
    if (file->posts.size() == 1) {
        start(path, file->posts.front(), file->note);
        return;
    }
    auto *dialog = new ImportDialog(file->posts, m_window);
    connect(dialog, &ImportDialog::chosen, this,
            [this, path, note = file->note](const session::ImportedText &post) { start(path, post, note); });
    dialog->open();
}

void ImportCommand::start(const QString &path, const session::ImportedText &post, const QString &note)
{
    QString told = tr("This is a new post, read from “%1”. That file stays as it is.").arg(QFileInfo(path).fileName());
    if (!note.isEmpty())
        told += u' ' + note;
    if (!post.pictures.isEmpty())
        told += u' ' + tr("Its %n picture(s) are stored with it when it is saved.", nullptr, int(post.pictures.size()));
    if (!post.problems.isEmpty())
        told += u' ' + post.problems.join(u' ');
    m_commands->startUnsaved(post.text, told, {textRemedy(path)},
                             [this, pictures = post.pictures] { Q_EMIT picturesCame(pictures); });
}

/// What other editors would show of the file.
Remedy ImportCommand::textRemedy(const QString &path)
{
    return {u"openText"_s, tr("Open its text"), [this, path] { m_commands->openInstead(path); }};
}

} // namespace ui
