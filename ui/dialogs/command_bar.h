// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/action_catalogue.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace ui {

/// Finds an action by its words and does it: everything in the menus without leaving the keyboard.
class CommandBar : public QDialog
{
    Q_OBJECT

public:
    explicit CommandBar(QMainWindow *window);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &words);
    void run();

    QList<ListedAction> m_actions;
    QLineEdit *m_words;
    QListWidget *m_found;
};

} // namespace ui
