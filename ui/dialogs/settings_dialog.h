// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/settings.h"

#include <QDialog>

class QAction;
class QFormLayout;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QMainWindow;
class QPushButton;
class QTreeWidget;

namespace ui {

class Shortcuts;

/// Everything that can be set, in one window that can be searched. What is changed counts at once; there is nothing to
/// confirm.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(session::Settings *settings, Shortcuts *shortcuts, QMainWindow *window);

private:
    void addSettings(QMainWindow *window);
    void addSwitch(QAction *action);
    void addShortcuts();
    void filter(const QString &words);
    void chooseShown();
    void showKeys();
    void offerKey(const QKeySequence &key);
    void assign();
    [[nodiscard]] QAction *chosen() const;

    session::Settings *m_settings;
    Shortcuts *m_shortcuts;
    QLineEdit *m_search;
    QFormLayout *m_form;
    QTreeWidget *m_actions;
    QKeySequenceEdit *m_key;
    QPushButton *m_assign;
    QPushButton *m_reset;
    QLabel *m_conflict;
};

} // namespace ui
