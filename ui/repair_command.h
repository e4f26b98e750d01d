// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <stop_token>

class QAction;
class QWidget;

namespace ui {

class RepairDialog;
class RstEditor;

/// Repair of a legacy post: opens the repair view for the post as it stands, and goes through the damaged posts beside it.
class RepairCommand : public QObject
{
    Q_OBJECT

public:
    RepairCommand(session::PostSession *session, RstEditor *editor, QWidget *window);
    ~RepairCommand() override;

    [[nodiscard]] QAction *repairAction() const { return m_repair; }

Q_SIGNALS:
    /// Half-typed values of the form are to be put into the text now.
    void textNeeded();
    /// The repaired text is to be saved.
    void saveNeeded();
    void openNeeded(const QString &path);

private:
    void open();
    void lookForOthers();
    void goOn();
    void takeOthers(const QString &folder, const QStringList &paths);

    session::PostSession *m_session;
    RstEditor *m_editor;
    QWidget *m_window;
    QAction *m_repair;
    QPointer<RepairDialog> m_dialog;
    QString m_folder;     // that was looked through
    QStringList m_others; // its damaged posts that were not shown yet, the worst first
    std::stop_source m_search;
};

} // namespace ui
