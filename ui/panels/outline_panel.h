// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_positions.h"

#include <QList>
#include <QWidget>

class QAction;
class QTreeView;

namespace ui {

class OutlineModel;

/// The headings of the post; one that is chosen is shown in the text.
class OutlinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(OutlineModel *outline, QWidget *parent = nullptr);

    /// Marks the heading under which the cursor stands.
    void setPosition(int position);
    /// What can be done with a section, for the menu of one.
    void setSectionActions(const QList<QAction *> &actions) { m_actions = actions; }

Q_SIGNALS:
    void sectionActivated(session::TextRange heading);

private:
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &place);

    OutlineModel *m_model;
    QTreeView *m_tree;
    QList<QAction *> m_actions;
};

} // namespace ui
