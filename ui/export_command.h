// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_export.h"
#include "session/post_session.h"

#include <QObject>

#include <expected>

class QAction;
class QWidget;

namespace ui {

class HeldPictures;
class MessageBar;
struct Remedy;
struct CommittedPost;

/// Export ready to commit: opens the export page for the post as it stands.
class ExportCommand : public QObject
{
    Q_OBJECT

public:
    ExportCommand(session::PostSession *session, const HeldPictures *held, MessageBar *messages, QWidget *window);

    [[nodiscard]] QAction *exportAction() const { return m_export; }

    /// Exports into another folder than the blog's, without asking; gives the file's path, or a sentence.
    [[nodiscard]] std::expected<QString, QString> exportTo(const QString &folder);

    /// How far the export page may go when it is told to ask servers; without this, not into private networks.
    void setReach(network::Reach reach) { m_reach = reach; }

Q_SIGNALS:
    /// The post stands in a file that is not its own.
    void writtenTo(const QString &path);
    /// Half-typed values of the form are to be put into the text now.
    void textNeeded();
    /// A check is about this place of the text.
    void placeWanted(session::TextRange range);
    /// The text of the post is to be this one.
    void textChanged(const QString &text);
    /// The post has gone over to the file that was written.
    void adopted();
    /// The text is safe in git, though not in the post's file.
    void committed(const session::CommittedText &text);
    /// A commit was taken back; what it changed of this file, if any, is as before. `place` is where its branch had the post.
    void tookBack(const QString &commit, const QString &path, const QString &place);

private:
    void open();
    [[nodiscard]] session::ExportRequest request() const;
    void tell(const QString &path, publish::Target target);
    void goOn(const QString &path);
    /// Whether the file that was written is the post's own, or its first: it goes on there then.
    [[nodiscard]] bool goesOn(const QString &path, publish::Target target);
    void tellCommit(const CommittedPost &post);
    void takeBack(const CommittedPost &post);
    void showWords(const QString &words);

    session::PostSession *m_session;
    const HeldPictures *m_held;
    MessageBar *m_messages;
    QWidget *m_window;
    QString m_committed; // the post that went into git last
    network::Reach m_reach = network::Reach::Public;
    QAction *m_export;
};

} // namespace ui
