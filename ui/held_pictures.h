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
    [[nodiscard]] qsizetype count() const { return m_pictures.size(); }
    /// The post has got its file: they are stored, and the text names them as they are called there, as one step. What
    /// cannot be stored is told of, and held on.
    void store(const session::PicturePlace &place);
    /// Another post was begun.
    void forget() { m_pictures.clear(); }

private:
    RstEditor *m_editor;
    MessageBar *m_messages;
    session::NamedPictures m_pictures = {};
};

} // namespace ui
