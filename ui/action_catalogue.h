// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QAction>
#include <QList>
#include <QPointer>
#include <QString>

class QMainWindow;

namespace ui {

/// An action of the window, and what people call it.
struct ListedAction {
    QPointer<QAction> action = {}; // null once it is gone: the lists of templates and recent posts change
    QString menu = {};             // the menus on the way to it: "Format › Section"
    QString text = {};             // without the mark of its key
};

/// Every named action in the menus of a window, in their order.
[[nodiscard]] QList<ListedAction> listedActions(const QMainWindow &window);

/// Whether each word of `words` is in the action's text or menu; case does not matter.
[[nodiscard]] bool matches(const ListedAction &listed, const QString &words);
/// How far from its name an action that matches was asked for; less is nearer: by how it begins, by one of its words, by a
/// part of one, by its menu.
[[nodiscard]] int distance(const ListedAction &listed, const QString &words);

} // namespace ui
