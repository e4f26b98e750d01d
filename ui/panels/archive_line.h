// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archived_post.h"

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

/// The blog's archive in one line of the start page, with the ways into it. Not there while nothing is known.
class ArchiveLine : public QWidget
{
    Q_OBJECT

public:
    explicit ArchiveLine(QWidget *parent = nullptr);

    void setPosts(const std::vector<archive::ArchivedPost> &posts);
    /// Damage is looked for, in so many posts already; in none of none when that is over.
    void showSurvey(int done, int total);

Q_SIGNALS:
    /// The user wants to see all posts, or to repair what an import damaged.
    void browseRequested();
    void repairRequested();
    void stopRequested();

private:
    QLabel *m_sentence;
    QPushButton *m_repair;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    bool m_isDamaged = false;
};

} // namespace ui
