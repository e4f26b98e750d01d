// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/message_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace ui {

namespace {

int heightOf(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

/// An area of the size that an item wants, in the middle of a row's height.
QRect inRow(const QLayoutItem &item, int left, int top, int height)
{
    const QSize size = item.sizeHint();
    return {left, top + (height - size.height()) / 2, size.width(), size.height()};
}

} // namespace

MessageLayout::MessageLayout(QWidget *icon, QWidget *sentence, QWidget *close, QWidget *parent) : QLayout(parent)
{
    for (QWidget *widget : {icon, sentence, close})
        addWidget(widget);
}

void MessageLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *MessageLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem *MessageLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

int MessageLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, Places::No);
}

/// Narrow enough for any window: a row for each button, if need be, and a button that names a long file is cut.
QSize MessageLayout::minimumSize() const
{
    constexpr int narrowest = 120, narrowestRemedy = 180;
    int widest = narrowest, highest = 0;
    for (int i = FirstRemedy; i < count(); ++i)
        widest = std::max(widest, std::min(narrowestRemedy, m_items[std::size_t(i)]->minimumSize().width()));
    for (const auto &item : m_items)
        highest = std::max(highest, item->minimumSize().height());
    const QMargins margins = contentsMargins();
    return {margins.left() + part(Icon).sizeHint().width() + spacing() + widest + spacing() +
                part(Close).sizeHint().width() + margins.right(),
            margins.top() + highest + margins.bottom()};
}

QSize MessageLayout::sizeHint() const
{
    const int width = minimumSize().width() + remediesWidth() + part(Sentence).sizeHint().width();
    return {width, heightForWidth(width)};
}

void MessageLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, Places::Yes);
}

int MessageLayout::remediesWidth() const
{
    int width = 0;
    for (int i = FirstRemedy; i < count(); ++i)
        width += (i > FirstRemedy ? spacing() : 0) + m_items[std::size_t(i)]->sizeHint().width();
    return width;
}

/// Whether a sentence of this width stands beside the buttons well.
bool MessageLayout::fitsBeside(int width) const
{
    constexpr int anyWidth = 1'000'000;
    const int line = heightOf(part(Sentence), anyWidth);
    return count() == FirstRemedy || (width > remediesWidth() / 4 && heightOf(part(Sentence), width) <= 2 * line);
}

int MessageLayout::arrange(const QRect &area, Places places) const
{
    const QMargins margins = contentsMargins();
    const QRect inside = area.marginsRemoved(margins);
    const int sentence = inside.width() - part(Icon).sizeHint().width() - part(Close).sizeHint().width() -
                         remediesWidth() - 3 * spacing();
    const int height = fitsBeside(sentence) ? arrangeBeside(inside, places) : arrangeBelow(inside, places);
    return margins.top() + height + margins.bottom();
}

int MessageLayout::arrangeBeside(const QRect &inside, Places places) const
{
    const int iconWidth = part(Icon).sizeHint().width(), closeWidth = part(Close).sizeHint().width();
    const int left = inside.left() + iconWidth + spacing();
    const int right = inside.left() + inside.width() - closeWidth;
    const int remedies = right - spacing() - remediesWidth();
    const int width = (count() > FirstRemedy ? remedies : right) - spacing() - left;
    const int sentence = heightOf(part(Sentence), width);
    int height = std::max(sentence, part(Close).sizeHint().height());
    for (int i = FirstRemedy; i < count(); ++i)
        height = std::max(height, m_items[std::size_t(i)]->sizeHint().height());
    arrangeFirstRow(inside, width, height, places);
    for (int i = FirstRemedy, x = remedies; i < count(); ++i) {
        QLayoutItem &remedy = *m_items[std::size_t(i)];
        place(remedy, inRow(remedy, x, inside.top(), height), places);
        x += remedy.sizeHint().width() + spacing();
    }
    return height;
}

int MessageLayout::arrangeBelow(const QRect &inside, Places places) const
{
    const int iconWidth = part(Icon).sizeHint().width(), closeWidth = part(Close).sizeHint().width();
    const int left = inside.left() + iconWidth + spacing();
    const int right = inside.left() + inside.width() - closeWidth - spacing();
    const int sentence = heightOf(part(Sentence), right - left);
    const int first = std::max(sentence, part(Close).sizeHint().height());
    arrangeFirstRow(inside, right - left, first, places);

    int x = left, y = inside.top() + first + spacing(), row = 0;
    for (int i = FirstRemedy; i < count(); ++i) {
        QLayoutItem &remedy = *m_items[std::size_t(i)];
        const QSize size = remedy.sizeHint();
        if (x > left && x + size.width() > right) {
            x = left;
            y += row + spacing();
            row = 0;
        }
        place(remedy, {{x, y}, QSize(std::min(size.width(), right - left), size.height())}, places);
        x += size.width() + spacing();
        row = std::max(row, size.height());
    }
    return y + row - inside.top();
}

/// Icon, sentence of that width and closing button, in a row of that height.
void MessageLayout::arrangeFirstRow(const QRect &inside, int width, int height, Places places) const
{
    const int left = inside.left() + part(Icon).sizeHint().width() + spacing();
    const int close = inside.left() + inside.width() - part(Close).sizeHint().width();
    const int sentence = heightOf(part(Sentence), width);
    place(part(Icon), inRow(part(Icon), inside.left(), inside.top(), height), places);
    place(part(Sentence), {left, inside.top() + (height - sentence) / 2, width, sentence}, places);
    place(part(Close), inRow(part(Close), close, inside.top(), height), places);
}

/// From right to left, all of it stands the other way round.
void MessageLayout::place(QLayoutItem &item, const QRect &area, Places places) const
{
    if (places == Places::Yes)
        item.setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), geometry(), area));
}

} // namespace ui
