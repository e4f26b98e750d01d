// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_export.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Where an export goes: the file's path and name, the repository and the branch.
class ExportDestination : public QWidget
{
    Q_OBJECT

public:
    explicit ExportDestination(QWidget *parent = nullptr);

    /// Shows the place that a preview proposes; what the user has chosen already stays.
    void show(const session::ExportPreview &preview);

    [[nodiscard]] publish::Target target() const;
    [[nodiscard]] QString slug() const;
    /// The branch to commit to, empty for the one that is checked out; and where a new one begins, else empty.
    [[nodiscard]] QString branch() const;
    [[nodiscard]] QString base() const;
    [[nodiscard]] bool fetchesBase() const;
    /// What the difference is to be shown against; empty before a branch was chosen.
    [[nodiscard]] QString reference() const;

Q_SIGNALS:
    void targetChanged();
    void slugChanged();
    void branchChanged();
    void folderWanted();

private:
    void layOut();
    void addRow(QGridLayout *grid, int row, const QString &label, QWidget *field);
    [[nodiscard]] QString remarkOn(const session::ExportPreview &preview) const;
    void fillBranches(const session::ExportPreview &preview);
    void showRepository(const session::ExportPreview &preview);
    void chooseBranch();

    QComboBox *m_targets;
    QLabel *m_path;
    QLabel *m_pathRemark;
    QLineEdit *m_slug;
    QPushButton *m_folder;
    QLabel *m_repository;
    QComboBox *m_branches;
    QLineEdit *m_newBranch;
    QCheckBox *m_fetch;
    QString m_shownRepository; // whose branches are listed
    QString m_base;            // of a new branch
    bool m_isNamed = false;    // the user has named the new branch
};

} // namespace ui
