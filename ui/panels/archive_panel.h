// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QTreeView;

namespace session {
class BlogArchive;
}

namespace ui {

class ArchiveModel;

/// The posts of the blog: by year, tag, author or series, as a table, or those with the words that are typed.
class ArchivePanel : public QWidget
{
    Q_OBJECT

public:
    ArchivePanel(session::BlogArchive *archive, QWidget *parent = nullptr);

    [[nodiscard]] QAction *columnsAction() const { return m_columns; }
    [[nodiscard]] QAction *updateAction() const { return m_update; }
    [[nodiscard]] QAction *stopAction() const { return m_stop; }
    /// How it is shown, for the next time: the grouping and whether the columns are there.
    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray &state);

Q_SIGNALS:
    void postActivated(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showPosts();
    void showColumns(bool areShown);
    void startSearch();
    void activate(const QModelIndex &index);
    void showStatus();
    void showProgress(int done, int total);

    session::BlogArchive *m_archive;
    ArchiveModel *m_model;
    QLineEdit *m_search;
    QComboBox *m_grouping;
    QTreeView *m_tree;
    QLabel *m_status;
    QTimer m_delay; // until typing rests
    QAction *m_columns;
    QAction *m_update;
    QAction *m_stop;
    QWidget *m_reading; // how far an update is, and the button that stops it
    QProgressBar *m_progress;
};

} // namespace ui
