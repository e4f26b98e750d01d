// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/drift_command.h"

#include "ui/dialogs/drift_dialog.h"
#include "ui/theme.h"

#include <QAction>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

DriftCommand::DriftCommand(const session::PostSession *session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_drift(new QAction(themeIcon("vcs-diff"_L1), tr("&Compare with the Site's Build…"), this))
{
    m_drift->setObjectName(u"post.drift"_s);
    m_drift->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    m_drift->setEnabled(false);
    connect(m_drift, &QAction::triggered, this, &DriftCommand::open);
    connect(session, &session::PostSession::pathChanged, this,
            [this](const QString &path) { m_drift->setEnabled(!path.isEmpty()); });
}

void DriftCommand::open()
{
    if (auto *shown = m_window->findChild<DriftDialog *>()) { // one at a time
        shown->raise();
        shown->activateWindow();
        return;
    }
    auto *dialog = new DriftDialog(m_session->path(), m_window);
    connect(dialog, &DriftDialog::openRequested, this, &DriftCommand::openNeeded);
    dialog->show();
}

} // namespace ui
