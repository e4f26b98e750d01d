// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/held_pictures.h"

#include "ui/editor/rst_editor.h"
#include "ui/panels/message_bar.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

HeldPictures::HeldPictures(const session::PostSession *session, RstEditor *editor, MessageBar *messages,
                           QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_editor(editor)
    , m_messages(messages)
{
}

void HeldPictures::hold(const session::NamedPictures &pictures)
{
    if (pictures.isEmpty())
        return;
    m_pictures.insert(pictures);
    Q_EMIT changed();
}

session::NamedPictures HeldPictures::named() const
{
    return m_pictures.isEmpty() ? m_pictures : session::namedIn(m_editor->text(), m_pictures);
}

void HeldPictures::store(const session::PicturePlace &place)
{
    const session::NamedPictures wanted = named();
    if (wanted.isEmpty() || m_isStoring) // else they would be stored twice; the next saving takes what came meanwhile
        return;
    m_isStoring = true;
    QtConcurrent::run(&session::stored, wanted, place)
        .then(this, [this, post = m_post, name = m_session->displayName()](const session::StoredPictures &stored) {
            if (post == m_post)
                finish(stored);
            else
                tellOfPostBefore(name, stored);
        });
}

void HeldPictures::finish(const session::StoredPictures &stored)
{
    m_isStoring = false;
    m_editor->replace(session::renamedPictures(m_editor->text(), stored.names));
    if (!stored.problems.isEmpty())
        m_messages->tell(MessageBar::Kind::Error, stored.problems.join(u' '));
    Q_EMIT changed();
}

void HeldPictures::tellOfPostBefore(const QString &name, const session::StoredPictures &stored)
{
    QStringList names = stored.problems;
    for (const auto &[before, after] : stored.names.asKeyValueRange())
        names.append(u"%1 → %2"_s.arg(before, after));
    m_messages->tell(MessageBar::Kind::Warning,
                     tr("Another post was opened before “%1” could name its pictures as they are stored: %2")
                         .arg(name, names.join(u"; "_s)));
}

void HeldPictures::forget()
{
    ++m_post;
    m_isStoring = false;
    if (m_pictures.isEmpty())
        return;
    m_pictures.clear();
    Q_EMIT changed();
}

} // namespace ui
