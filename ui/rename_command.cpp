// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/rename_command.h"

#include "ui/dialogs/rename_dialog.h"
#include "ui/panels/message_bar.h"
#include "ui/theme.h"

#include "session/blog_archive.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ui {

RenameCommand::RenameCommand(session::BlogArchive *archive, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_archive(archive)
    , m_messages(messages)
    , m_window(window)
    , m_rename(new QAction(themeIcon("edit-rename"_L1), tr("&Rename Tags and Other Names…"), window))
{
    m_rename->setObjectName(u"archive.rename"_s);
    m_rename->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    m_rename->setEnabled(false);
    window->addAction(m_rename);
    connect(m_rename, &QAction::triggered, this, &RenameCommand::open);
    connect(archive, &session::BlogArchive::changed, this,
            [this] { m_rename->setEnabled(!m_archive->posts().empty()); });
}

void RenameCommand::open()
{
    auto *dialog = new RenameDialog(m_archive->known(), m_archive->folder(), m_window);
    connect(dialog, &RenameDialog::written, this, &RenameCommand::tell);
    connect(dialog, &RenameDialog::takenBack, this, [this] {
        m_messages->dismiss();
        m_archive->update();
    });
    dialog->open();
}

void RenameCommand::tell(const std::vector<publish::RenamedFile> &files)
{
    m_archive->update();
    m_messages->tell(MessageBar::Kind::Note, tr("%n post(s) of the blog were written.", nullptr, int(files.size())),
                     {{u"takeBack"_s, tr("Take it back"), [this, files] { takeBack(files); }}});
}

void RenameCommand::takeBack(const std::vector<publish::RenamedFile> &files)
{
    const auto done = publish::writeLabelRename(publish::reversed(files));
    m_archive->update();
    if (done)
        m_messages->tell(MessageBar::Kind::Note, tr("All these posts are as they were."));
    else
        m_messages->tell(MessageBar::Kind::Warning, QString::fromStdString(done.error()));
}

} // namespace ui
