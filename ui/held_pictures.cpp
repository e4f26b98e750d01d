// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/held_pictures.h"

#include "ui/editor/rst_editor.h"
#include "ui/panels/message_bar.h"

#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

HeldPictures::HeldPictures(RstEditor *editor, MessageBar *messages, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_messages(messages)
{
}

void HeldPictures::store(const session::PicturePlace &place)
{
    if (m_pictures.isEmpty())
        return;
    QtConcurrent::run(&session::stored, std::exchange(m_pictures, {}), place)
        .then(this, [this](const session::StoredPictures &stored) {
            hold(stored.left); // for the next saving
            m_editor->replace(session::renamedPictures(m_editor->text(), stored.names));
            if (!stored.problems.isEmpty())
                m_messages->tell(MessageBar::Kind::Error, stored.problems.join(u' '));
        });
}

} // namespace ui
