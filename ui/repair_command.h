// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"
#include "session/repair_archive.h"
#include "session/settings.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <stop_token>

class QAction;
class QWidget;

namespace ui {

class RepairDialog;
class RstEditor;

/// Repair of a legacy post: opens the repair view for the post as it stands, and goes through the damaged posts beside it,
/// the worst first. Which copies are used and which posts are skipped is remembered in the settings, never in a post.
class RepairCommand : public QObject
{
    Q_OBJECT

public:
    RepairCommand(session::PostSession *session, RstEditor *editor, session::Settings *settings, QWidget *window);
    ~RepairCommand() override;

    [[nodiscard]] QAction *repairAction() const { return m_repair; }

    /// Shows the damaged posts of a folder, the worst first, without a post to begin with. They are looked for first.
    void openArchive(const QString &folder);
    /// Shows no damaged posts after all.
    void stopSurvey();
    /// Reads copies of the posts, and uses them from now on. An empty path: none.
    void useTwins(const QString &path);

Q_SIGNALS:
    /// Half-typed values of the form are to be put into the text now.
    void textNeeded();
    /// The repaired text is to be saved.
    void saveNeeded();
    void openNeeded(const QString &path);
    /// The posts of a folder are looked through, and so many of them were; none of none when that is over.
    void surveyProgressed(int done, int total);

private:
    void open();
    void connectDialog();
    void chooseTwins(bool isFolder);
    void takeTwins(const session::ReadTwins &read);
    void surveyIfNeeded();
    void survey(const QString &folder, const std::function<void()> &found = {});
    void takeSurvey(const QString &folder, const session::ArchiveDamage &damage, const std::function<void()> &found);
    void showProgress();
    void showArchive(std::optional<repair::RuleId> rule);
    void goOn();
    void openPost(const QString &path);
    /// The worst post besides the open one that is not skipped; empty for none.
    [[nodiscard]] QString nextPost() const;

    session::PostSession *m_session;
    RstEditor *m_editor;
    session::Settings *m_settings;
    QWidget *m_window;
    QAction *m_repair;
    QPointer<RepairDialog> m_dialog;
    QString m_folder; // that was looked through
    session::ArchiveDamage m_damage;
    session::TwinsPtr m_twins;
    QString m_twinPath; // that was read
    std::stop_source m_survey;
};

} // namespace ui
