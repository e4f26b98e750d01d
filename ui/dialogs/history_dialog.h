// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/panels/compare_view.h"

#include "session/post_history.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

/// The former states of a post along a time line, each compared with the text as it is now.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `present` is the post as it stands; `history` its snapshots, the latest first.
    HistoryDialog(session::RenderRequest present, const QList<session::Snapshot> &history, QWidget *parent);

Q_SIGNALS:
    /// The user wants this text back, which is from `when`.
    void restoreRequested(const QString &text, const QString &when);

private:
    void layOut();
    void fill();
    void showSnapshot(int row);
    void restore();

    session::RenderRequest m_present;
    QList<session::Snapshot> m_history;
    QListWidget *m_times;
    CompareView *m_view;
    QLabel *m_sentence;
    QPushButton *m_restore;
    QString m_text; // of the snapshot that is shown
};

} // namespace ui
