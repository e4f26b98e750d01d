// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/command_bar.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QVBoxLayout>

#include <algorithm>

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
    m_found->clear();
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const ListedAction &listed = m_actions[i];
        if (!listed.action || !listed.action->isEnabled() || !matches(listed, words))
            continue;
        const QString keys = listed.action->shortcut().toString(QKeySequence::NativeText);
        const QString text = listed.menu + u" › "_s + listed.text;
        auto *item =
            new QListWidgetItem(listed.action->icon(), keys.isEmpty() ? text : text + u"   "_s + keys, m_found);
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
