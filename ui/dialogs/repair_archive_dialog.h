// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/repair_archive.h"

#include <QDialog>
#include <QMap>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace ui {

class BurnDown;

/// What the dialog shows, and what a repair from it may do.
struct RepairArchiveView {
    session::ArchiveDamage damage = {};
    QMap<QString, QString> skipped = {};               // posts by path, and why
    std::optional<repair::RuleId> rule = std::nullopt; // only posts where it finds something; to be repaired in one go
    repair::RuleSet rules = repair::RuleSet::all();
    session::TwinsPtr twins = {};
    QString besides = {}; // the post that is open, which the repair view has
};

/// All damaged posts of the archive, the worst first, with a burn-down by year. For one rule it is the list of the posts
/// where that rule finds something: each can be looked at and left out, and the rest is repaired, and taken back, as one step.
class RepairArchiveDialog : public QDialog
{
    Q_OBJECT

public:
    RepairArchiveDialog(RepairArchiveView view, QWidget *parent);

Q_SIGNALS:
    /// The user wants to see this post's repair.
    void postWanted(const QString &path);
    /// A skipped post is to be among the others again.
    void unskipped(const QString &path);
    /// Files have been changed, or changed back.
    void archiveChanged();

private:
    void layOut();
    void fill();
    void showBurnDown();
    void showDifference();
    void repairTicked();
    void takeBack();
    void openCurrent();
    void updateButtons();
    [[nodiscard]] QStringList ticked() const;
    [[nodiscard]] QString currentPath() const;

    RepairArchiveView m_view;
    std::shared_ptr<publish::FileChanges> m_changes; // of the repair that can be taken back
    bool m_isBusy = false;
    int m_latest = 0; // difference asked for
    QLabel *m_sentence;
    BurnDown *m_burnDown;
    QTreeWidget *m_posts;
    QPlainTextEdit *m_difference;
    QPushButton *m_open;
    QPushButton *m_unskip;
    QPushButton *m_repair;
    QPushButton *m_takeBack;
};

} // namespace ui
