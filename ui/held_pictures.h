// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/embedded_pictures.h"

#include <QObject>

namespace ui {

class MessageBar;
class RstEditor;

/// Pictures of a post without a file: pasted or imported with its text, which names them already. They are stored when it is
/// known where.
class HeldPictures : public QObject
{
    Q_OBJECT

public:
    HeldPictures(RstEditor *editor, MessageBar *messages, QObject *parent);

    /// More of them, which the text has now.
    void hold(const session::NamedPictures &pictures) { m_pictures.insert(pictures); }
    /// Tells that they wait for the post's file.
    void tell();
    /// The post has got its file: they are stored, and the text names them as they are called there, as one step.
    void store(const session::PicturePlace &place);
    /// Another post was begun.
    void forget() { m_pictures.clear(); }

Q_SIGNALS:
    /// The post has no file, and the user wants it to have one now.
    void saveNeeded();

private:
    RstEditor *m_editor;
    MessageBar *m_messages;
    session::NamedPictures m_pictures = {};
};

} // namespace ui
