// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/recent_posts.h"

#include <QWidget>

class QListWidget;
class QLabel;

namespace ui {

/// What the window shows while no post is open: begin one, or go on with one.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentPosts(const QList<session::RecentPost> &posts);

Q_SIGNALS:
    void newPostRequested();
    void exampleRequested();
    void openRequested();
    void recentRequested(const QString &path);

private:
    QLabel *m_recentTitle;
    QListWidget *m_recent;
};

} // namespace ui
