// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/archive_link.h"

#include "ui/blog_choice.h"
#include "ui/editor/rst_completer.h"
#include "ui/editor/rst_editor.h"
#include "ui/panels/archive_advice.h"
#include "ui/panels/archive_panel.h"
#include "ui/panels/metadata_form.h"
#include "ui/post_commands.h"
#include "ui/spelling_commands.h"

#include "session/blog_archive.h"

namespace ui {

ArchiveLink::ArchiveLink(session::PostSession *session, session::BlogArchive *archive, const ArchiveUsers &users,
                         QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_archive(archive)
    , m_users(users)
{
    ArchiveAdvice *advice = users.form->advice();
    connect(session, &session::PostSession::pathChanged, this, &ArchiveLink::follow);
    connect(session, &session::PostSession::rendered, this, &ArchiveLink::advise);
    connect(archive, &session::BlogArchive::changed, this, &ArchiveLink::take);
    connect(users.panel, &ArchivePanel::postActivated, users.commands, &PostCommands::openFile);
    connect(users.commands, &PostCommands::saved, archive, &session::BlogArchive::update);
    connect(users.commands, &PostCommands::postStarted, advice, &ArchiveAdvice::clear);
    connect(users.commands->blog(), &BlogChoice::chosen, archive, &session::BlogArchive::setFolder);
    connect(&m_neighbours, &session::NeighbourSearch::found, advice, &ArchiveAdvice::setNeighbours);
    connect(advice, &ArchiveAdvice::postWanted, users.commands, &PostCommands::openFile);
    connect(advice, &ArchiveAdvice::placeWanted, this, [this](session::TextRange range) {
        m_users.editor->goTo(range);
        m_users.editor->setFocus();
    });
    connect(advice, &ArchiveAdvice::replacementWanted, this,
            [this](session::TextRange range, const QString &replacement) {
                if (m_session->isCurrent()) // else the place is that of an older text
                    m_users.editor->replace({{.range = range, .replacement = replacement}});
            });
}

void ArchiveLink::follow()
{
    m_archive->follow(m_session->blog());
    take(); // before the post's text is read, so that it is not read twice
}

bool ArchiveLink::isOfBlog() const
{
    return !m_archive->folder().isEmpty() && m_archive->folder() == session::BlogArchive::folderOf(m_session->blog());
}

void ArchiveLink::take()
{
    const bool isKnown = isOfBlog() && !m_archive->posts().empty();
    const session::KnownLabels known =
        isKnown ? m_archive->labels() : session::knownLabels(m_session->blog(), *m_archive->known());
    m_users.form->setSuggestions(known);
    m_users.completer->setLabels(known);
    m_users.spelling->setNames(known.names());
    if (isOfBlog())
        m_session->setKnownBlog(m_archive->known(), m_archive->site());
    else
        m_session->setKnownBlog(nullptr, nullptr);
}

void ArchiveLink::advise(const session::RenderingPtr &rendering)
{
    if (!m_session->isCurrent())
        return;
    m_users.form->advice()->setProblems(rendering->problems);
    m_neighbours.ask({.post = rendering,
                      .path = m_session->path(),
                      .folder = m_archive->folder(),
                      .known = isOfBlog() ? m_archive->known() : nullptr,
                      .blog = m_session->sharedBlog()});
}

} // namespace ui
