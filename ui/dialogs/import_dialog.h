// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_import.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui {

/// A list of the posts in an export, to choose one from.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(std::vector<session::ImportedText> posts, QWidget *parent);

Q_SIGNALS:
    void chosen(const session::ImportedText &post);

private:
    void filter(const QString &words);
    void choose();

    std::vector<session::ImportedText> m_posts;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QPushButton *m_open;
};

} // namespace ui
