// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/pasted_text.h"
#include "session/post_session.h"

#include <QImage>
#include <QObject>
#include <QTextCursor>

#include <expected>
#include <functional>

class QAction;
class QWidget;

namespace ui {

class MessageBar;
class RstEditor;

/// What is pasted becomes what a post is written in: rich text and Markdown turn into reStructuredText, pictures are stored
/// beside the post and shown as figures. Both happen on the thread pool and arrive where the cursor was, as one step of
/// the undo stack.
class PasteCommands : public QObject
{
    Q_OBJECT

public:
    PasteCommands(session::PostSession *session, RstEditor *editor, MessageBar *messages, QWidget *window);

    [[nodiscard]] QAction *plainAction() const { return m_plain; }

    /// Stores a picture beside the post and shows it at the cursor.
    void insertPictureFile(const QString &path);

Q_SIGNALS:
    /// The post has no file, and one is needed now.
    void saveNeeded();

private:
    using StoredPicture = std::expected<QString, QString>;

    void pastePlain();
    void convert(const QString &text, session::PastedFormat format, const QString &plain);
    void insert(QTextCursor cursor, const QString &rst, const QString &plain);
    void pastePicture(const QImage &picture, const QByteArray &bytes, const QString &name);
    void store(const std::function<StoredPicture(const QString &postPath)> &storing);
    void showPicture(const StoredPicture &stored);

    session::PostSession *m_session;
    RstEditor *m_editor;
    MessageBar *m_messages;
    QAction *m_plain;
};

} // namespace ui
