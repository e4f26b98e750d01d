// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/panels/message_bar.h"

#include "session/post_import.h"

#include <QObject>

class QAction;
class QWidget;

namespace ui {

class PostCommands;

/// Opens what other systems wrote (Markdown, HTML, a Blogger export) as a new post that is not saved yet.
class ImportCommand : public QObject
{
    Q_OBJECT

public:
    ImportCommand(PostCommands *commands, MessageBar *messages, QWidget *window);

    [[nodiscard]] QAction *importAction() const { return m_import; }
    /// Opens a file as whoever chose it means it: what other systems wrote is read into a new post, with the offer to open
    /// its text; anything else is a post already.
    void open(const QString &path);
    /// Reads the file beside the window's work; of several posts the user chooses one.
    void import(const QString &path);

Q_SIGNALS:
    /// With the post that was begun; its text names them, and nobody has stored them.
    void picturesCame(const session::NamedPictures &pictures);

private:
    void chooseFile();
    void take(const QString &path, const std::expected<session::ImportedFile, QString> &file);
    void start(const QString &path, const session::ImportedText &post, const QString &note);
    [[nodiscard]] Remedy textRemedy(const QString &path);

    PostCommands *m_commands;
    MessageBar *m_messages;
    QWidget *m_window;
    QAction *m_import;
    int m_number = 0; // of the latest file asked for
};

} // namespace ui
