// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/given_pictures.h"
#include "ui/panels/message_bar.h"

#include "session/post_session.h"

#include <QObject>
#include <QTextCursor>

#include <functional>
#include <optional>

class QAction;
class QWidget;

namespace ui {

class HeldPictures;
class LargeInsertion;
class RstEditor;

/// What is pasted becomes what a post is written in: rich text and Markdown turn into reStructuredText, pictures are stored
/// where the blog keeps its pictures, or beside the post, and shown as figures. Both happen on the thread pool and arrive
/// where the cursor was, as one step of the undo stack.
class PasteCommands : public QObject
{
    Q_OBJECT

public:
    PasteCommands(session::PostSession *session, RstEditor *editor, HeldPictures *held, MessageBar *messages,
                  QWidget *window);

    [[nodiscard]] QAction *plainAction() const { return m_plain; }

    /// Asks for pictures to insert.
    void choosePictures();
    /// Shows pictures, one below the other and as one step: the first in the figure at the cursor, if that lacks its own, the
    /// others as new ones. They are stored now, or with the post's first saving.
    void insertPictureFiles(const QStringList &paths);
    /// The post has got its file, if it has one: pictures that waited for it are stored.
    void storeWaiting();
    /// Another post was begun, which what is still being read was not meant for.
    void beginPost();

Q_SIGNALS:
    /// The post has no file, and one is needed now.
    void saveNeeded();

private:
    struct ReadPaste;

    void pastePlain();
    /// Whether the post is still open that was so at that time; where it is not, says that nothing was put in.
    [[nodiscard]] bool isStillOpen(int post) const;
    /// Says that something is still being read, once that takes long enough to be wondered at. Call what it returns when
    /// that has ended.
    [[nodiscard]] std::function<void()> tellWhileReading();
    void take(const PastedContent &content);
    void takeText(const PastedText &pasted);
    /// Where the post's pictures are kept; nothing for a post without a file.
    [[nodiscard]] std::optional<session::PicturePlace> placeOfPictures() const;
    /// Tells what waits for the post's file, and offers to save it.
    void askForFile(MessageBar::Kind kind, const QString &sentence);
    /// Puts a text in place of a selection, in pieces if it is long; then `finished` is run.
    void put(const QTextCursor &cursor, const QString &text, const std::function<void()> &finished = {});
    void insert(QTextCursor cursor, const ReadPaste &paste, const std::function<void()> &ended);
    void offerPlain(session::TextRange inserted, const QString &plain);
    void insertPictures(const QList<GivenPicture> &pictures);
    void showPictures(const TakenPictures &taken, const QTextCursor &cursor);
    /// Whether a directive's address leads to a picture, or to one that nobody can look for yet.
    [[nodiscard]] bool isPictureThere(const QString &address) const;
    void tellOfPictures(const TakenPictures &taken);
    void dismissNote();

    session::PostSession *m_session;
    RstEditor *m_editor;
    MessageBar *m_messages;
    QWidget *m_window;
    QAction *m_plain;
    LargeInsertion *m_large;
    HeldPictures *m_held;
    QString m_pictureFolder; // where the last one was chosen
    int m_post = 0;          // counts them
    QString m_note;          // about descriptions or the post's file, as long as one is to be written
};

} // namespace ui
