// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_neighbours.h"
#include "session/post_session.h"

#include <QObject>

namespace session {
class BlogArchive;
}

namespace ui {

class ArchivePanel;
class MetadataForm;
class PostCommands;
class RstCompleter;
class RstEditor;
class SpellingCommands;

/// Who makes use of what the archive knows.
struct ArchiveUsers {
    ArchivePanel *panel = nullptr;
    MetadataForm *form = nullptr;
    RstEditor *editor = nullptr;
    RstCompleter *completer = nullptr;
    SpellingCommands *spelling = nullptr;
    PostCommands *commands = nullptr;
};

/// Keeps the archive at the blog of the open post, and the open post informed of the archive: names to choose from, what the
/// other posts say about it, and which of them stand beside it.
class ArchiveLink : public QObject
{
    Q_OBJECT

public:
    ArchiveLink(session::PostSession *session, session::BlogArchive *archive, const ArchiveUsers &users,
                QObject *parent);

private:
    void follow();
    void take();
    void advise(const session::RenderingPtr &rendering);
    [[nodiscard]] bool isOfBlog() const;

    session::PostSession *m_session;
    session::BlogArchive *m_archive;
    ArchiveUsers m_users;
    session::NeighbourSearch m_neighbours;
};

} // namespace ui
