// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/repair_command.h"

#include "ui/dialogs/repair_dialog.h"
#include "ui/editor/rst_editor.h"
#include "ui/theme.h"

#include "session/post_export.h"

#include <QAction>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

RepairCommand::RepairCommand(session::PostSession *session, RstEditor *editor, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_window(window)
    , m_repair(new QAction(themeIcon("tools-wizard"_L1), tr("&Repair…"), window))
{
    m_repair->setObjectName(u"post.repair"_s);
    m_repair->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    window->addAction(m_repair);
    connect(m_repair, &QAction::triggered, this, &RepairCommand::open);
}

RepairCommand::~RepairCommand()
{
    m_search.request_stop();
}

void RepairCommand::open()
{
    Q_EMIT textNeeded();
    m_dialog = new RepairDialog({.text = m_session->text(), .path = m_session->path(), .blog = m_session->sharedBlog()},
                                m_session->displayName(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RepairDialog::applied, m_editor, &RstEditor::change);
    connect(m_dialog, &RepairDialog::nextWanted, this, &RepairCommand::goOn);
    m_dialog->open();
    lookForOthers();
}

/// Once for each folder: the damaged posts are found while the user looks at the first one.
void RepairCommand::lookForOthers()
{
    const QString &path = m_session->path();
    m_others.removeAll(path);
    m_dialog->setOthers(m_others.size());
    const QString folder = path.isEmpty() ? QString() : session::exportFolder(path, m_session->blog());
    if (folder.isEmpty() || folder == m_folder)
        return;
    m_folder = folder;
    m_others.clear();
    m_search.request_stop();
    m_search = std::stop_source();
    QtConcurrent::run([folder, stop = m_search.get_token()] {
        return session::damagedPosts(folder, stop);
    }).then(this, [this, folder](const QStringList &paths) { takeOthers(folder, paths); });
}

void RepairCommand::takeOthers(const QString &folder, const QStringList &paths)
{
    if (folder != m_folder)
        return;
    m_others = paths;
    m_others.removeAll(m_session->path());
    if (m_dialog)
        m_dialog->setOthers(m_others.size());
}

void RepairCommand::goOn()
{
    if (m_others.isEmpty())
        return;
    const QString next = m_others.takeFirst();
    Q_EMIT saveNeeded();
    Q_EMIT openNeeded(next);
    if (m_session->path() == next)
        open();
}

} // namespace ui
