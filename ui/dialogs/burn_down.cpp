// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/burn_down.h"

#include "ui/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

BurnDown::BurnDown(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"repair.burnDown"_s);
    setAccessibleName(tr("Repaired and damaged posts by year"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BurnDown::show(const QList<YearOfPosts> &years)
{
    m_years = years;
    QStringList words;
    for (const YearOfPosts &year : years)
        words.append(wordsOf(year));
    setAccessibleDescription(words.join(u"; "_s));
    update();
}

QSize BurnDown::sizeHint() const
{
    return {600, 6 * fontMetrics().height()};
}

QString BurnDown::wordsOf(const YearOfPosts &year)
{
    return tr("%1: %2 repaired, %3 skipped, %4 damaged")
        .arg(year.year)
        .arg(year.repaired)
        .arg(year.skipped)
        .arg(year.damaged);
}

QRectF BurnDown::columnOf(qsizetype index) const
{
    const double wide = double(width()) / double(std::max<qsizetype>(m_years.size(), 1));
    const double gap = std::min(wide * 0.15, 6.0);
    return {double(index) * wide + gap, 0, wide - 2 * gap, double(height() - fontMetrics().height() - 4)};
}

void BurnDown::paintEvent(QPaintEvent * /*event*/)
{
    if (m_years.isEmpty())
        return;
    const Colours colours = coloursOf(palette());
    const int most = std::ranges::max(m_years, {}, &YearOfPosts::all).all();
    QPainter painter(this);
    for (qsizetype i = 0; i < m_years.size(); ++i) {
        const QRectF column = columnOf(i);
        double bottom = column.bottom();
        const auto draw = [&](int count, const QColor &colour) {
            const double high = column.height() * count / std::max(most, 1);
            painter.fillRect(QRectF(column.left(), bottom - high, column.width(), high), colour);
            bottom -= high;
        };
        draw(m_years[i].repaired, colours.good);
        draw(m_years[i].skipped, colours.faintText);
        draw(m_years[i].damaged, colours.warning);
        painter.setPen(colours.faintText);
        const QRectF label(column.left() - 20, column.bottom() + 2, column.width() + 40, fontMetrics().height());
        const bool isTight = fontMetrics().horizontalAdvance(m_years[i].year) > column.width();
        painter.drawText(label, Qt::AlignHCenter,
                         isTight ? m_years[i].year.last(std::min<qsizetype>(m_years[i].year.size(), 2))
                                 : m_years[i].year);
    }
}

bool BurnDown::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype i = 0; i < m_years.size(); ++i) {
        const QRectF column = columnOf(i);
        if (help->pos().x() >= column.left() && help->pos().x() <= column.right())
            QToolTip::showText(help->globalPos(), wordsOf(m_years[i]), this);
    }
    return true;
}

} // namespace ui
