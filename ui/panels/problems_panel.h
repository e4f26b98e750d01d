// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/problems.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;

namespace ui {

class ProblemsModel;

/// The list of problems: severity in a shape and a word, plain words, docutils' words, place.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(ProblemsModel *problems, QWidget *parent = nullptr);

    [[nodiscard]] QAction *nextAction() const { return m_next; }
    [[nodiscard]] QAction *previousAction() const { return m_previous; }
    /// Where the walk from problem to problem goes on.
    void setPosition(int position) { m_position = position; }

Q_SIGNALS:
    void problemActivated(session::TextRange range);

protected:
    void changeEvent(QEvent *event) override;

private:
    void goToNext();
    void goToPrevious();
    void goTo(const session::Problem &problem);
    void leaveGoneProblem();
    void showCounts();
    void fitColumns();

    ProblemsModel *m_model;
    QTreeView *m_list;
    QLabel *m_empty;
    QAction *m_next;
    QAction *m_previous;
    int m_position = 0;
    std::optional<QString> m_gone; // what the chosen problem said, where its row was just taken away
};

} // namespace ui
