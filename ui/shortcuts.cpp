// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/shortcuts.h"

#include <QAction>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace ui {

Shortcuts::Shortcuts(session::Settings *settings, QMainWindow *window)
    : QObject(window)
    , m_settings(settings)
    , m_actions(listedActions(*window))
{
    for (const ListedAction &listed : std::as_const(m_actions)) {
        m_defaults.insert(listed.action, listed.action->shortcuts());
        const auto own = m_settings->shortcuts.constFind(listed.action->objectName());
        if (own != m_settings->shortcuts.constEnd())
            listed.action->setShortcuts(QKeySequence::listFromString(*own, QKeySequence::PortableText));
    }
}

QList<QKeySequence> Shortcuts::defaultKeys(const QAction *action) const
{
    return m_defaults.value(action);
}

QAction *Shortcuts::ownerOf(const QKeySequence &key, const QAction *besides) const
{
    for (const ListedAction &listed : m_actions) {
        if (listed.action && listed.action != besides && !key.isEmpty() && listed.action->shortcuts().contains(key))
            return listed.action;
    }
    return nullptr;
}

void Shortcuts::assign(QAction *action, const QKeySequence &key)
{
    if (QAction *former = ownerOf(key, action)) {
        QList<QKeySequence> rest = former->shortcuts();
        rest.removeAll(key);
        set(former, rest);
    }
    set(action, key.isEmpty() ? QList<QKeySequence>() : QList{key});
}

void Shortcuts::reset(QAction *action)
{
    for (const QKeySequence &key : defaultKeys(action)) {
        if (QAction *other = ownerOf(key, action)) {
            QList<QKeySequence> rest = other->shortcuts();
            rest.removeAll(key);
            set(other, rest);
        }
    }
    set(action, defaultKeys(action));
}

void Shortcuts::set(QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    if (keys == defaultKeys(action))
        m_settings->shortcuts.remove(action->objectName());
    else
        m_settings->shortcuts.insert(action->objectName(),
                                     QKeySequence::listToString(keys, QKeySequence::PortableText));
}

} // namespace ui
