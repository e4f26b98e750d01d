// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_repair.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace ui {

class RepairFindings;
class RepairViews;

/// How far the repair of the archive is, as the repair view of one post tells it.
struct RepairProgress {
    qsizetype left = 0;     // damaged posts besides this one, those that were skipped left out
    qsizetype repaired = 0; // posts of the import that are whole
    qsizetype skipped = 0;
};

/// Shows what a repair would do to a post before it does it: each finding to switch on and off, with its places; the post
/// before and after as pages, texts and beside its copy; and the proof that nothing is lost.
class RepairDialog : public QDialog
{
    Q_OBJECT

public:
    /// `skipped` is why the post was skipped once; mostly empty.
    RepairDialog(session::RepairRequest request, const QString &title, const QString &skipped, QWidget *parent);

    [[nodiscard]] const session::RepairPreview &preview() const { return m_preview; }
    [[nodiscard]] repair::RuleSet rules() const;
    void setProgress(const RepairProgress &progress);
    /// Tries again with other copies; null for none.
    void setTwins(const session::TwinsPtr &twins);
    void tell(const QString &sentence);

Q_SIGNALS:
    /// The user wants the post to have this text.
    void applied(const QString &text);
    /// The user wants to see the next damaged post.
    void nextWanted();
    /// The post is to be left as it is, and why.
    void skipped(const QString &reason);
    /// Copies are to be read: a folder's, or one file's.
    void twinFolderWanted();
    void twinFileWanted();
    void twinsDropped();
    /// The list of damaged posts is wanted; with a rule, to repair all those where it finds something.
    void archiveWanted();
    void ruleWanted(repair::RuleId rule);

private:
    void layOut();
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeReason();
    void connectParts();
    void tryRepair();
    void show(const session::RepairPreview &preview);
    void apply();
    void skip();
    void updateButtons();

    session::RepairRequest m_request;
    session::RepairPreview m_preview;
    RepairProgress m_progress;
    int m_tryNumber = 0; // of the latest asked for
    bool m_isTried = false;
    QLabel *m_position;
    QLabel *m_remark;
    RepairFindings *m_findings;
    RepairViews *m_views;
    QLabel *m_proof;
    QPushButton *m_sameRule;
    QWidget *m_reasonRow = nullptr;
    QComboBox *m_reason;
    QPushButton *m_apply;
    QPushButton *m_applyAndNext;
    QPushButton *m_skip;
};

} // namespace ui
