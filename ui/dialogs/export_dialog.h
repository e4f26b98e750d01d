// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_export.h"

#include <QDialog>

#include <expected>
#include <stop_token>

class QCheckBox;
class QLabel;
class QLayout;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace ui {

class ExportChanges;
class ExportChecks;
class ExportDestination;

/// A post that went into git.
struct CommittedPost {
    publish::GitRepository repository = {};
    publish::CommitOutcome outcome = {};
    bool wasPushed = false;
    publish::Target target = publish::Target::Ablog;
    QString path = {};      // of the post's file; empty where it is only on another branch
    QString place = {};     // where the post's file lies on the branch that it was committed to
    QString text = {};      // of the editor that was committed
    QString canonical = {}; // and how the commit has it; nothing where it has another format
};

/// Shows all that an export would do before it does it: where to, the checks, what will change, and the commit. Then copies
/// the files, or commits them, or commits and pushes them; all of it beside the window's own work.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(session::ExportRequest request, const QString &title, QWidget *parent);
    ~ExportDialog() override;

    [[nodiscard]] const publish::ExportPlan &plan() const { return m_preview.plan; }
    /// Whether git is at work.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

public Q_SLOTS:
    /// Stops what is under way first; then closes.
    void reject() override;

Q_SIGNALS:
    void exported(const QString &path, publish::Target target);
    void committed(const ui::CommittedPost &post);
    /// The user wants to see the place in the text that a check is about, a range of bytes.
    void placeWanted(std::size_t begin, std::size_t end);
    /// The post shows pictures of the blog that were on other sites before.
    void textChanged(const QString &text);

private:
    enum class Push : std::uint8_t { No, Yes };

    void layOut();
    [[nodiscard]] QLayout *layOutButtons();
    void replan();
    void show(const session::ExportPreview &preview);
    void showCommit();
    void updateButtons();
    void chooseFolder();
    void copyFiles();
    void commit(Push push);
    void finish(const std::expected<publish::CommitOutcome, std::string> &outcome, Push push);
    void tellTrouble(const QString &sentence);

    session::ExportRequest m_request;
    session::ExportPreview m_preview;
    std::stop_source m_stop;
    int m_planNumber = 0; // of the latest asked for
    bool m_isPlanned = false;
    bool m_isRunning = false;
    bool m_isMessageTyped = false;
    QScrollArea *m_area; // of all but the buttons
    ExportDestination *m_destination;
    ExportChecks *m_checks;
    ExportChanges *m_changes;
    QCheckBox *m_embargo;
    QPlainTextEdit *m_message;
    QLabel *m_hooks;
    QLabel *m_trouble;
    QProgressBar *m_progress;
    QPushButton *m_copy;
    QPushButton *m_commit;
    QPushButton *m_push;
    QPushButton *m_cancel;
};

} // namespace ui
