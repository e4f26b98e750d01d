// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/import_command.h"

#include "ui/dialogs/import_dialog.h"
#include "ui/panels/message_bar.h"
#include "ui/post_commands.h"
#include "ui/theme.h"

#include <QAction>
#include <QFileDialog>
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
    auto *dialog = new QFileDialog(m_window, tr("Import a Post"), {},
                                   tr("Markdown, HTML, Blogger (*.md *.markdown *.html *.htm *.xml *.atom)") + u";;"_s +
                                       tr("All files (*)"));
    dialog->setObjectName(u"file.importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportCommand::import);
    dialog->open();
}

void ImportCommand::import(const QString &path)
{
    QtConcurrent::run([path] {
        return session::importFile(path);
    }).then(this, [this, number = ++m_number](const std::expected<session::ImportedFile, QString> &file) {
        if (number == m_number)
            take(file);
    });
}

void ImportCommand::take(const std::expected<session::ImportedFile, QString> &file)
{
    if (!file) {
        m_messages->tell(MessageBar::Kind::Error, file.error());
        return;
    }
    if (file->posts.size() == 1) {
        start(file->posts.front(), file->note);
        return;
    }
    auto *dialog = new ImportDialog(file->posts, m_window);
    connect(dialog, &ImportDialog::chosen, this,
            [this, note = file->note](const session::ImportedText &post) { start(post, note); });
    dialog->open();
}

void ImportCommand::start(const session::ImportedText &post, const QString &note)
{
    m_commands->startUnsaved(post.text, note);
}

} // namespace ui
