// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archived_post.h"
#include "session/draft_journal.h"
#include "session/post_summary.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;
class QLabel;
class QListWidget;
class QVBoxLayout;

namespace ui {

class ArchiveLine;

/// A kind of post to begin with.
struct StartTemplate {
    QString name = {};
    QString label = {};
    QString about = {};
};

/// What the window shows while no post is open: begin one, or go on with one.
class StartPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setTemplates(const QList<StartTemplate> &templates);
    /// Shows the posts; their state follows when it has been read.
    void setRecentPosts(const QList<session::RecentPost> &posts);
    /// What earlier runs could not save.
    void setDrafts(const QList<session::LeftDraft> &drafts);

    /// Gives the keyboard to what most people want.
    void focusFirst();
    [[nodiscard]] ArchiveLine *archiveLine() const { return m_archive; }
    void setArchive(const std::vector<archive::ArchivedPost> &posts);

Q_SIGNALS:
    void templateRequested(const QString &name);
    void exampleRequested();
    void openRequested();
    void pasteRequested();
    void blogRequested();
    void recentRequested(const QString &path);
    void draftRequested(const session::LeftDraft &draft);
    void differenceRequested(const session::LeftDraft &draft);
    void draftDiscarded(const session::LeftDraft &draft);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void leaveCards(bool isDown);
    void orderTabs();
    void showSummaries(const QList<session::PostSummary> &summaries);
    void fitRecent();

    QLabel *m_recentTitle;
    QListWidget *m_recent;
    QLabel *m_draftsTitle;
    QWidget *m_drafts;
    QWidget *m_templates;
    QLabel *m_archiveTitle;
    ArchiveLine *m_archive;
    int m_fill = 0; // counts setRecentPosts(), so that late summaries are known
};

} // namespace ui
