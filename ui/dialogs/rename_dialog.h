// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/blog_archive.h"

#include "publish/label_rename.h"

#include <QDialog>
#include <QTimer>

#include <map>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

/// Renames and merges tags, authors and the like in all posts of a blog: shows every post that changes with its difference,
/// and writes those that are ticked, all or none. What was written can be taken back as one.
class RenameDialog : public QDialog
{
    Q_OBJECT

public:
    RenameDialog(session::KnownPostsPtr known, const QString &folder, QWidget *parent);

Q_SIGNALS:
    void written(const std::vector<publish::RenamedFile> &files);
    void takenBack();

private:
    void layOut();
    [[nodiscard]] QWidget *makeNames();
    [[nodiscard]] QWidget *makePosts();
    void fillNames();
    void filterNames();
    void tickName(QTreeWidgetItem *item);
    [[nodiscard]] QStringList tickedNames() const;
    void plan();
    void show(const std::expected<publish::LabelRenamePlan, std::string> &planned);
    [[nodiscard]] std::map<std::string, const archive::ArchivedPost *> postsOf(const publish::LabelRenamePlan &plan,
                                                                               const std::filesystem::path &root) const;
    void showDifference();
    [[nodiscard]] std::vector<publish::RenamedFile> tickedFiles() const;
    void write();
    void takeBack();
    void updateButtons();

    session::KnownPostsPtr m_known;
    QString m_folder;
    publish::LabelRenamePlan m_plan;
    std::vector<publish::RenamedFile> m_written;
    QString m_remark; // that stands instead of the number of posts
    int m_planNumber = 0;
    bool m_isBusy = false;
    QTimer m_rest; // until typing rests
    QComboBox *m_kinds;
    QLineEdit *m_filter;
    QTreeWidget *m_names;
    QLineEdit *m_to;
    QTreeWidget *m_posts;
    QPlainTextEdit *m_difference;
    QLabel *m_sentence;
    QPushButton *m_write;
    QPushButton *m_takeBack;
};

} // namespace ui
