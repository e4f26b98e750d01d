// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/held_pictures.h"

#include "ui/editor/rst_editor.h"
#include "ui/panels/message_bar.h"

#include <QtConcurrentRun>

#include <utility>
#include <vector>

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

void HeldPictures::hold(const session::NamedPictures &pictures, const QMap<QString, QString> &files)
{
    if (pictures.isEmpty())
        return;
    m_pictures.insert(pictures);
    m_files.insert(files);
    Q_EMIT changed();
}

session::NamedPictures HeldPictures::named() const
{
    return m_pictures.isEmpty() ? m_pictures : session::namedIn(m_editor->text(), m_pictures);
}

void HeldPictures::store(const session::PicturePlace &place)
{
    if (m_isStoring) { // else they would be stored twice
        m_waiting = place;
        return;
    }
    const session::TextWithPictures wanted = {.text = m_editor->text(), .pictures = named()};
    if (wanted.pictures.isEmpty())
        return;
    m_isStoring = true;
    QtConcurrent::run(&session::stored, wanted, place, m_files)
        .then(this, [this, post = m_post, name = m_session->displayName()](const session::StoredPictures &stored) {
            const auto end = [this, post, name, stored] {
                if (post == m_post)
                    finish(stored);
                else
                    tellOfPostBefore(name, stored);
            };
            // Never within store(): a future that is done already would come back at once.
            QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
        });
}

void HeldPictures::finish(const session::StoredPictures &stored)
{
    m_isStoring = false;
    const bool wasSaved = !m_editor->document()->isModified();
    const std::vector<session::TextChange> changes = session::renamedPictures(m_editor->text(), stored.names);
    m_editor->replace(changes);
    Q_EMIT changed();
    if (!stored.problems.isEmpty()) {
        m_editor->document()->setModified(true); // it is not whole on the disk
        m_messages->tell(MessageBar::Kind::Error, stored.problems.join(u' '));
    } else if (wasSaved && !changes.empty()) {
        Q_EMIT saveNeeded();
    }
    if (const auto place = std::exchange(m_waiting, std::nullopt); place && stored.problems.isEmpty())
        store(*place);
    if (const auto next = m_isStoring ? nullptr : std::exchange(m_next, nullptr))
        next();
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
    m_waiting.reset();
    m_next = nullptr;
    m_files.clear();
    if (m_pictures.isEmpty())
        return;
    m_pictures.clear();
    Q_EMIT changed();
}

} // namespace ui
