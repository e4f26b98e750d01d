// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/action_catalogue.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// "&Save As…" without its marks.
QString plainText(QString text)
{
    const QString mark(QChar(0));
    return text.replace(u"&&"_s, mark).remove(u'&').replace(mark, u"&"_s);
}

void list(const QList<QAction *> &actions, const QString &path, QList<ListedAction> &listed)
{
    for (QAction *action : actions) {
        const QString text = plainText(action->text());
        if (action->menu())
            list(action->menu()->actions(), path.isEmpty() ? text : path + u" › "_s + text, listed);
        else if (!action->isSeparator() && !action->objectName().isEmpty())
            listed.append({action, path, text});
    }
}

} // namespace

QList<ListedAction> listedActions(const QMainWindow &window)
{
    QList<ListedAction> listed;
    const auto *bar = window.findChild<QMenuBar *>(Qt::FindDirectChildrenOnly);
    if (bar)
        list(bar->actions(), {}, listed);
    return listed;
}

bool matches(const ListedAction &listed, const QString &words)
{
    const QString all = listed.menu + u' ' + listed.text;
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(wanted, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

int distance(const ListedAction &listed, const QString &words)
{
    const QString wanted = words.simplified();
    if (listed.text.startsWith(wanted, Qt::CaseInsensitive))
        return 0;
    if (listed.text.contains(u' ' + wanted, Qt::CaseInsensitive))
        return 1;
    return listed.text.contains(wanted, Qt::CaseInsensitive) ? 2 : 3;
}

} // namespace ui
