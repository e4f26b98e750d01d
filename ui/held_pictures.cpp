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

void HeldPictures::tell()
{
    const auto save = [this] {
        m_messages->dismiss();
        Q_EMIT saveNeeded();
    };
    m_messages->tell(MessageBar::Kind::Note,
                     tr("%n picture(s) came with this text. They are stored with the post, which has no file yet.",
                        nullptr, int(m_pictures.size())),
                     {{u"save"_s, tr("&Save Post…"), save}});
}

void HeldPictures::store(const session::PicturePlace &place)
{
    if (m_pictures.isEmpty())
        return;
    struct Stored {
        QMap<QString, QString> names = {};
        QStringList problems = {};
    };
    QtConcurrent::run([pictures = std::exchange(m_pictures, {}), place] {
        Stored stored;
        stored.names = session::stored(pictures, place, stored.problems);
        return stored;
    }).then(this, [this](const Stored &stored) {
        m_editor->replace(session::renamedPictures(m_editor->text(), stored.names));
        if (!stored.problems.isEmpty())
            m_messages->tell(MessageBar::Kind::Error, stored.problems.join(u' '));
    });
}

} // namespace ui
