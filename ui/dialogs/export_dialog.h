// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_export.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// Shows all that an export would do before it does it: path, checks, what will be written, and how that differs from a
/// file that is there already.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(session::ExportRequest request, const QString &title, QWidget *parent);

    [[nodiscard]] const publish::ExportPlan &plan() const { return m_plan; }

Q_SIGNALS:
    void exported(const QString &path);

private:
    void layOut();
    void replan();
    void show(const publish::ExportPlan &plan);
    void showChecks();
    void showDifference();
    void updateButton();
    void chooseFolder();
    void write();

    session::ExportRequest m_request;
    publish::ExportPlan m_plan;
    int m_planNumber = 0; // of the latest asked for
    bool m_isPlanned = false;
    QLabel *m_path;
    QLabel *m_pathRemark;
    QLineEdit *m_slug;
    QPushButton *m_folder;
    QListWidget *m_checks;
    QPlainTextEdit *m_difference;
    QLabel *m_differenceTitle;
    QCheckBox *m_overrule;
    QLabel *m_trouble;
    QPushButton *m_export;
};

} // namespace ui
