// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/command_bar.h"

#include "ui/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

CommandBar::CommandBar(QMainWindow *window)
    : QDialog(window, Qt::Popup)
    , m_actions(listedActions(*window))
    , m_words(new QLineEdit(this))
    , m_found(new QListWidget(this))
{
    setObjectName(u"commandBar"_s);
    setWindowTitle(tr("Find Action"));
    setAccessibleName(tr("Find an action"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_words->setObjectName(u"commandBar.words"_s);
    m_words->setPlaceholderText(tr("What would you like to do?"));
    m_words->setAccessibleName(tr("Words of the action"));
    m_words->installEventFilter(this);
    m_found->setObjectName(u"commandBar.found"_s);
    m_found->setAccessibleName(tr("Actions"));
    m_found->setFocusPolicy(Qt::NoFocus); // the arrow keys work while one types
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setTextElideMode(Qt::ElideMiddle);
    m_found->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_found);
    connect(m_words, &QLineEdit::textChanged, this, &CommandBar::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandBar::run);
    connect(m_found, &QListWidget::itemClicked, this, &CommandBar::run);
    const int width = std::min(560, window->width() - 40);
    resize(width, std::min(380, window->height() - 80));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, 60)));
    setFocusProxy(m_words);
    filter({});
}

void CommandBar::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this); // nobody else draws a border around what pops up
    painter.setPen(coloursOf(palette()).border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const int count = m_found->count();
        if (step != 0 && count > 0) {
            m_found->setCurrentRow((m_found->currentRow() + step + count) % count);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandBar::filter(const QString &words)
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        if (m_actions[i].action && m_actions[i].action->isEnabled() && matches(m_actions[i], words))
            found.append(i);
    }
    std::ranges::stable_sort(found, {}, [&](qsizetype i) { return distance(m_actions[i], words); });
    m_found->clear();
    for (const qsizetype i : std::as_const(found)) {
        const ListedAction &listed = m_actions[i];
        const QString keys = listed.action->shortcut().toString(QKeySequence::NativeText);
        const QString text = listed.menu + u" › "_s + listed.text;
        const QIcon icon = listed.action->icon();
        auto *item = new QListWidgetItem(icon.isNull() ? blankIcon() : icon,
                                         keys.isEmpty() ? text : text + u"   "_s + keys, m_found);
        item->setData(Qt::UserRole, i);
    }
    m_found->setCurrentRow(0);
}

void CommandBar::run()
{
    const QListWidgetItem *item = m_found->currentItem();
    if (!item)
        return;
    const QPointer action = m_actions[item->data(Qt::UserRole).toInt()].action;
    accept(); // before, so that what the action opens has the keyboard
    if (action)
        action->trigger();
}

} // namespace ui
