// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/embedded_pictures.h"

#include "session/post_session.h"

#include <QMap>
#include <QObject>

#include <functional>
#include <optional>

namespace ui {

class MessageBar;
class RstEditor;

/// Pictures of a post that are in no file yet: pasted or imported with its text, which names them already. They are stored
/// when it is known where; until another post is begun they are held, for Undo may name them again.
class HeldPictures : public QObject
{
    Q_OBJECT

public:
    HeldPictures(const session::PostSession *session, RstEditor *editor, MessageBar *messages, QObject *parent);

    /// More of them, which the text has now, or gets at once; `files` are those they were read from, by the same names.
    void hold(const session::NamedPictures &pictures, const QMap<QString, QString> &files = {});
    [[nodiscard]] const session::NamedPictures &pictures() const { return m_pictures; }
    /// Those that the text names, and so is not whole without.
    [[nodiscard]] session::NamedPictures named() const;
    /// The post has got its file: what the text names is stored, and named as it is called there, as one step. What cannot
    /// be stored is told of, and the post is not saved then.
    void store(const session::PicturePlace &place);
    [[nodiscard]] bool isStoring() const { return m_isStoring; }
    /// Runs `next` once what is being stored has its names in the text; never, if another post is begun before that.
    void whenStored(const std::function<void()> &next) { m_next = next; }
    /// Another post was begun.
    void forget();

Q_SIGNALS:
    void changed();
    /// The text, which was saved, has got the names of the stored pictures.
    void saveNeeded();

private:
    void finish(const session::StoredPictures &stored);
    /// Somebody went on to another post while they were being stored.
    void tellOfPostBefore(const QString &name, const session::StoredPictures &stored);

    const session::PostSession *m_session;
    RstEditor *m_editor;
    MessageBar *m_messages;
    session::NamedPictures m_pictures = {};
    QMap<QString, QString> m_files = {};
    std::optional<session::PicturePlace> m_waiting; // more is to be stored there, after what is just being
    std::function<void()> m_next;
    int m_post = 0; // counts them
    bool m_isStoring = false;
};

} // namespace ui
