// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_repair.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace ui {

class PreviewView;

/// Shows what a repair would do to a post before it does it: each finding to switch on and off, the page before and
/// after, the difference of the texts, and the proof that nothing is lost.
class RepairDialog : public QDialog
{
    Q_OBJECT

public:
    RepairDialog(session::RepairRequest request, const QString &title, QWidget *parent);

    [[nodiscard]] const session::RepairPreview &preview() const { return m_preview; }
    /// How many damaged posts there are beside this one; without them there is no next one to go to.
    void setOthers(qsizetype count);

Q_SIGNALS:
    /// The user wants the post to have this text.
    void applied(const QString &text);
    /// The user wants to see the next damaged post.
    void nextWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    [[nodiscard]] QWidget *makePages();
    void tryRepair();
    void show(const session::RepairPreview &preview);
    void listFindings();
    void chooseRules();
    void apply();
    void goOn();
    void updateButtons();

    session::RepairRequest m_request;
    session::RepairPreview m_preview;
    int m_tryNumber = 0; // of the latest asked for
    bool m_isTried = false;
    bool m_isListed = false;
    qsizetype m_others = 0;
    QListWidget *m_findings;
    QTabWidget *m_views;
    PreviewView *m_before;
    PreviewView *m_after;
    QPlainTextEdit *m_difference;
    QLabel *m_proof;
    QPushButton *m_apply;
    QPushButton *m_applyAndNext;
    QPushButton *m_skip;
};

} // namespace ui
