// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/problem_delegate.h"

#include "ui/models/problems_model.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

namespace ui {

namespace {

constexpr int rowPadding = 3;

} // namespace

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (index.column() != ProblemsModel::MessageColumn) {
        item.rect = option.rect; // what is selected is so from the row's top on, above which the text begins
        const QStyle *own = item.widget ? item.widget->style() : QApplication::style();
        own->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QStringList lines = index.data().toString().split(u'\n'); // the option's text has other marks between them
    item.text.clear();
    QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QColor text = item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    QRect line = item.rect.adjusted(4, rowPadding, -4, 0);
    line.setHeight(item.fontMetrics.height());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter->setPen(i == 0 || isSelected ? text : coloursOf(item.palette).faintText);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          item.fontMetrics.elidedText(lines[i], Qt::ElideRight, line.width()));
        line.translate(0, item.fontMetrics.height());
    }
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() != ProblemsModel::MessageColumn)
        return {size.width() + 6, size.height() + 2 * rowPadding};
    const auto lines = index.data().toString().count(u'\n') + 1;
    return {size.width(), option.fontMetrics.height() * int(lines) + 2 * rowPadding};
}

void ProblemDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationAlignment = Qt::AlignTop | Qt::AlignLeft;
    option->decorationSize = QSize(option->fontMetrics.height() - 2, option->fontMetrics.height() - 2);
    if (index.column() != ProblemsModel::MessageColumn)
        option->rect.adjust(0, rowPadding, 0, 0);
}

} // namespace ui
