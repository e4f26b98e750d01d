// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/site_drift.h"

#include <QDialog>
#include <QFutureWatcher>

#include <expected>
#include <stop_token>
#include <string>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace ui {

using DriftResult = std::expected<std::vector<publish::Drift>, std::string>;

/// Compares the blog as its own Sphinx builds it with what Broadside shows: one row for each post, its differing elements
/// below. The check runs in the background and can be stopped; the window stays usable.
class DriftDialog : public QDialog
{
    Q_OBJECT

public:
    /// `post` is the open post's file, which the check is about unless all posts are asked for.
    DriftDialog(const QString &post, QWidget *parent);
    ~DriftDialog() override;

    void start(const QString &path);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void openRequested(const QString &path);

private:
    void layOut();
    void setRunning(bool isRunning);
    void showProgress(int done, int all);
    void showResult();
    void addPost(const publish::Drift &drift);

    QString m_post;
    QLabel *m_words;
    QTreeWidget *m_posts;
    QProgressBar *m_progress;
    QPushButton *m_checkPost;
    QPushButton *m_checkBlog;
    QPushButton *m_stop;
    QFutureWatcher<DriftResult> m_watcher;
    std::stop_source m_stopSource;
};

} // namespace ui
