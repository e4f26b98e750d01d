// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/window_menus.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::WindowMenus)
};

void fill(QWidget *bar, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (!action) {
            action = new QAction(bar);
            action->setSeparator(true);
        }
        bar->addAction(action);
    }
}

QMenu *menu(QMainWindow *window, const QString &title, const QList<QAction *> &actions)
{
    QMenu *created = window->menuBar()->addMenu(title);
    fill(created, actions);
    return created;
}

} // namespace

void addMenus(QMainWindow *window, const WindowActions &actions)
{
    QMenu *file = menu(window, Words::tr("&File"), actions.file);
    file->insertMenu(file->actions().value(1), actions.templates);
    file->insertMenu(file->actions().value(3), actions.recent);
    menu(window, Words::tr("&Edit"), actions.edit);
    menu(window, Words::tr("&Insert"), actions.insert);
    QMenu *view = menu(window, Words::tr("&View"), actions.view);
    fill(view->addMenu(Words::tr("&Colours")), actions.colourSchemes);
    menu(window, Words::tr("&Post"), actions.post);
    menu(window, Words::tr("&Help"), actions.help);

    QToolBar *tools = window->addToolBar(Words::tr("Tool Bar"));
    tools->setObjectName(u"toolBar"_s);
    tools->setMovable(false);
    tools->setIconSize({20, 20});
    fill(tools, actions.files);
    auto *stretch = new QWidget(tools);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    tools->addWidget(stretch);
    tools->setToolButtonStyle(Qt::ToolButtonIconOnly);
    fill(tools, actions.modes);
    tools->addSeparator();
    fill(tools, actions.exports);
    for (const QAction *action : actions.modes + actions.exports) {
        if (auto *button = tools->widgetForAction(const_cast<QAction *>(action)))
            button->setProperty("toolButtonStyle", Qt::ToolButtonTextBesideIcon);
    }
}

} // namespace ui
