// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/embedded_pictures.h"

#include "session/post_session.h"

#include <QObject>

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

    /// More of them, which the text has now, or gets at once.
    void hold(const session::NamedPictures &pictures);
    [[nodiscard]] const session::NamedPictures &pictures() const { return m_pictures; }
    /// Those that the text names, and so is not whole without.
    [[nodiscard]] session::NamedPictures named() const;
    /// The post has got its file: what the text names is stored, and named as it is called there, as one step. What cannot
    /// be stored is told of.
    void store(const session::PicturePlace &place);
    /// Another post was begun.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void finish(const session::StoredPictures &stored);
    /// Somebody went on to another post while they were being stored.
    void tellOfPostBefore(const QString &name, const session::StoredPictures &stored);

    const session::PostSession *m_session;
    RstEditor *m_editor;
    MessageBar *m_messages;
    session::NamedPictures m_pictures = {};
    int m_post = 0; // counts them
    bool m_isStoring = false;
};

} // namespace ui
