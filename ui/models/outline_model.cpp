// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/models/outline_model.h"

#include <algorithm>

namespace ui {

OutlineModel::OutlineModel(QObject *parent) : QStandardItemModel(parent)
{
}

void OutlineModel::setOutline(const std::vector<session::OutlineEntry> &outline)
{
    const auto isSame = [](const session::OutlineEntry &a, const session::OutlineEntry &b) {
        return a.title == b.title && a.level == b.level;
    };
    if (!std::ranges::equal(outline, m_outline, isSame)) {
        clear();
        m_rows.clear();
        QList<QStandardItem *> above; // the headings around the next one, outermost first
        QList<int> levels;
        for (const session::OutlineEntry &entry : outline) {
            while (!levels.isEmpty() && levels.last() >= entry.level) {
                levels.removeLast();
                above.removeLast();
            }
            auto *item = new QStandardItem(entry.title);
            item->setEditable(false);
            (above.isEmpty() ? invisibleRootItem() : above.last())->appendRow(item);
            above.append(item);
            levels.append(entry.level);
            m_rows.append(item);
        }
    }
    m_outline = outline;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        m_rows[qsizetype(i)]->setData(outline[i].range.begin, BeginRole);
        m_rows[qsizetype(i)]->setData(outline[i].range.end, EndRole);
    }
}

session::TextRange OutlineModel::rangeOf(const QModelIndex &index) const
{
    return {index.data(BeginRole).toInt(), index.data(EndRole).toInt()};
}

QModelIndex OutlineModel::indexAt(int position) const
{
    QModelIndex found;
    for (const QStandardItem *row : m_rows) {
        if (row->data(BeginRole).toInt() > position)
            break;
        found = row->index();
    }
    return found;
}

} // namespace ui
