// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/outline_panel.h"

#include "ui/models/outline_model.h"

#include <QHeaderView>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

OutlinePanel::OutlinePanel(OutlineModel *outline, QWidget *parent)
    : QWidget(parent)
    , m_model(outline)
    , m_tree(new QTreeView(this))
{
    m_tree->setObjectName(u"outline.tree"_s);
    m_tree->setAccessibleName(tr("Outline"));
    m_tree->setModel(outline);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(2 * fontMetrics().lineSpacing()); // a low screen leaves no more

    setFocusProxy(m_tree);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_tree);

    connect(m_tree, &QTreeView::clicked, this, &OutlinePanel::activate);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &OutlinePanel::showMenu);
    connect(m_tree, &QTreeView::activated, this, &OutlinePanel::activate);
    connect(outline, &QAbstractItemModel::rowsInserted, m_tree, &QTreeView::expandAll, Qt::QueuedConnection);
}

void OutlinePanel::setPosition(int position)
{
    const QModelIndex index = m_model->indexAt(position);
    if (index != m_tree->currentIndex())
        m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void OutlinePanel::activate(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT sectionActivated(m_model->rangeOf(index));
}

void OutlinePanel::showMenu(const QPoint &place)
{
    const QModelIndex index = m_tree->indexAt(place);
    if (!index.isValid() || m_actions.isEmpty())
        return;
    activate(index); // they act on the section that has the cursor
    auto *menu = new QMenu(this);
    menu->setObjectName(u"outline.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

} // namespace ui
