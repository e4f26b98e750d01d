// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/action_catalogue.h"

#include "session/settings.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>

class QMainWindow;

namespace ui {

/// The keys of the window's actions: those they came with, and what the user has put in their place.
class Shortcuts : public QObject
{
    Q_OBJECT

public:
    /// Takes the present keys of all listed actions for their defaults, and gives them the user's.
    Shortcuts(session::Settings *settings, QMainWindow *window);

    [[nodiscard]] const QList<ListedAction> &actions() const { return m_actions; }
    [[nodiscard]] QList<QKeySequence> defaultKeys(const QAction *action) const;

    /// Another action that has the key already; null if it is free.
    [[nodiscard]] QAction *ownerOf(const QKeySequence &key, const QAction *besides) const;
    /// Gives an action a key, which every other action loses. An empty key leaves it without.
    void assign(QAction *action, const QKeySequence &key);
    void reset(QAction *action);

private:
    void set(QAction *action, const QList<QKeySequence> &keys);

    session::Settings *m_settings;
    QList<ListedAction> m_actions;
    QHash<const QAction *, QList<QKeySequence>> m_defaults;
};

} // namespace ui
