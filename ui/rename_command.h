// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/label_rename.h"

#include <QObject>

#include <vector>

class QAction;
class QWidget;

namespace session {
class BlogArchive;
}

namespace ui {

class MessageBar;

/// Renaming of tags, authors and the like in all posts of the archive: opens the dialog, and lets what it wrote be taken back
/// as long as the message bar tells of it.
class RenameCommand : public QObject
{
    Q_OBJECT

public:
    RenameCommand(session::BlogArchive *archive, MessageBar *messages, QWidget *window);

    [[nodiscard]] QAction *renameAction() const { return m_rename; }

private:
    void open();
    void tell(const std::vector<publish::RenamedFile> &files);
    void takeBack(const std::vector<publish::RenamedFile> &files);

    session::BlogArchive *m_archive;
    MessageBar *m_messages;
    QWidget *m_window;
    QAction *m_rename;
};

} // namespace ui
