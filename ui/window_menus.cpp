// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/window_menus.h"

#include "ui/blog_choice.h"
#include "ui/dialogs/about.h"
#include "ui/drift_command.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/place_tips.h"
#include "ui/editor/rst_completer.h"
#include "ui/editor/rst_editor.h"
#include "ui/editor/text_folding.h"
#include "ui/editor/writing_modes.h"
#include "ui/export_command.h"
#include "ui/history_command.h"
#include "ui/import_command.h"
#include "ui/main_window.h"
#include "ui/markup_commands.h"
#include "ui/name_commands.h"
#include "ui/open_windows.h"
#include "ui/pane_cycle.h"
#include "ui/panels/archive_panel.h"
#include "ui/panels/metadata_form.h"
#include "ui/panels/problems_panel.h"
#include "ui/paste_commands.h"
#include "ui/post_commands.h"
#include "ui/preview/preview_commands.h"
#include "ui/problem_commands.h"
#include "ui/recent_posts.h"
#include "ui/rename_command.h"
#include "ui/repair_command.h"
#include "ui/scroll_link.h"
#include "ui/spelling_commands.h"
#include "ui/structure_commands.h"
#include "ui/text_commands.h"
#include "ui/theme.h"
#include "ui/view_actions.h"
#include "ui/window_docks.h"
#include "ui/window_tools.h"
#include "ui/writing_pane.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::WindowMenus)
};

using Actions = QList<QAction *>; // an empty entry is a separator

void fill(QWidget *bar, const Actions &actions)
{
    for (QAction *action : actions) {
        if (!action) {
            action = new QAction(bar);
            action->setSeparator(true);
        }
        bar->addAction(action);
    }
}

QMenu *menu(QMainWindow *window, const QString &title, const Actions &actions)
{
    QMenu *created = window->menuBar()->addMenu(title);
    fill(created, actions);
    return created;
}

QAction *quitAction(QMainWindow *window, session::Settings *settings)
{
    auto *quit = new QAction(themeIcon("application-exit"_L1), Words::tr("&Quit"), window);
    quit->setObjectName(u"file.quit"_s);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    QObject::connect(quit, &QAction::triggered, window, [settings] { closeAllWindows(settings); });
    return quit;
}

QAction *newWindowAction(QMainWindow *window, session::Settings *settings)
{
    auto *action = new QAction(themeIcon("window-new"_L1), Words::tr("New &Window"), window);
    action->setObjectName(u"file.newWindow"_s);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_W));
    action->setToolTip(Words::tr("Opens another window, for another post"));
    QObject::connect(action, &QAction::triggered, window, [settings] {
        MainWindow *opened = openWindow(settings);
        opened->show();
        opened->activateWindow();
    });
    return action;
}

QAction *aboutAction(QMainWindow *window)
{
    auto *about = new QAction(themeIcon("help-about"_L1), Words::tr("&About Broadside"), window);
    about->setObjectName(u"help.about"_s);
    QObject::connect(about, &QAction::triggered, window, [window] { showAbout(window); });
    return about;
}

void addFileMenu(QMainWindow *window, const WindowCommands &commands)
{
    const PostCommands *post = commands.post;
    QMenu *file = menu(window, Words::tr("&File"), {post->newAction()});
    file->addMenu(post->templateMenu());
    fill(file, {post->pasteAction(), nullptr, post->openAction()});
    file->addMenu(post->recent()->menu());
    fill(file,
         {commands.importer->importAction(), nullptr, post->saveAction(), post->saveAsAction(), post->refreshAction(),
          commands.history->historyAction(), post->blog()->chooseAction(), nullptr, commands.exporter->exportAction(),
          commands.preview->printAction(), commands.preview->pdfAction(), nullptr,
          newWindowAction(window, commands.settings), post->closeAction(), quitAction(window, commands.settings)});
}

void addViewMenu(QMainWindow *window, const WindowCommands &commands)
{
    const RstEditor *editor = commands.writing->editor();
    QMenu *view = menu(window, Words::tr("&View"), commands.view->modes());
    fill(view, {nullptr, editor->zoomInAction(), editor->zoomOutAction(), editor->zoomResetAction(),
                editor->wrapAction(), editor->folding().foldAction(), editor->folding().foldAllAction(), nullptr,
                editor->modes().focusAction(), editor->modes().typewriterAction(), commands.view->fullScreenAction()});
    fill(view, commands.docks->actions());
    fill(view, {nullptr, commands.panes->nextAction(), commands.panes->previousAction(), commands.scroll->jumpAction(),
                nullptr});
    view->addMenu(commands.preview->menu());
    fill(view->addMenu(Words::tr("&Colours")), commands.view->colourSchemes());
}

void addDropDown(QToolBar *tools, const QString &name, QLatin1StringView icon, const QString &text,
                 const Actions &actions)
{
    auto *button = new QToolButton(tools);
    auto *choices = new QMenu(button);
    fill(choices, actions);
    button->setObjectName(name);
    button->setIcon(themeIcon(icon));
    button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setMenu(choices);
    button->setEnabled(actions.front()->isEnabled()); // all of them are, or none
    QObject::connect(actions.front(), &QAction::enabledChanged, button, &QWidget::setEnabled);
    button->setPopupMode(QToolButton::InstantPopup);
    tools->addWidget(button);
}

void addFormatMenu(QMainWindow *window, const WindowCommands &commands)
{
    const MarkupCommands *markup = commands.markup;
    QMenu *format = menu(window, Words::tr("F&ormat"), markup->inlineActions() + Actions{nullptr});
    fill(format, markup->headingActions() + Actions{nullptr} + markup->listActions() + Actions{nullptr});
    fill(format->addMenu(Words::tr("S&ection")), commands.structure->sectionActions());
    fill(format->addMenu(Words::tr("&Table")), commands.structure->tableActions());
}

void addToolBar(QMainWindow *window, const WindowCommands &commands)
{
    QToolBar *tools = window->addToolBar(Words::tr("Tool Bar"));
    tools->setObjectName(u"toolBar"_s);
    tools->setMovable(false);
    tools->setIconSize({20, 20});
    fill(tools, {commands.post->newAction(), commands.post->openAction(), commands.post->saveAction(), nullptr,
                 commands.text->undoAction(), commands.text->redoAction(), nullptr});
    if (auto *button = qobject_cast<QToolButton *>(tools->widgetForAction(commands.post->newAction()))) {
        button->setMenu(commands.post->templateMenu());
        button->setPopupMode(QToolButton::MenuButtonPopup);
    }
    fill(tools, commands.markup->inlineActions());
    fill(tools, commands.markup->insertActions().first(2)); // link and picture
    addDropDown(tools, u"toolBar.lists"_s, "format-list-unordered"_L1, Words::tr("Lists"),
                commands.markup->listActions());
    addDropDown(tools, u"toolBar.headings"_s, "format-font-size-more"_L1, Words::tr("Headings"),
                commands.markup->headingActions());
    auto *stretch = new QWidget(tools);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    tools->addWidget(stretch);
    tools->setToolButtonStyle(Qt::ToolButtonIconOnly);
    const Actions named = commands.view->modes() + Actions{nullptr, commands.exporter->exportAction()};
    fill(tools, named);
    for (QAction *action : named) {
        if (auto *button = tools->widgetForAction(action))
            button->setProperty("toolButtonStyle", Qt::ToolButtonTextBesideIcon);
    }
}

} // namespace

void addMenus(QMainWindow *window, const WindowCommands &commands)
{
    const FindBar *find = commands.writing->findBar();
    addFileMenu(window, commands);
    menu(window, Words::tr("&Edit"),
         commands.text->actions() + Actions{commands.paste->plainAction(), nullptr, find->findAction(),
                                            find->nextAction(), find->previousAction(), find->replaceAction(),
                                            commands.structure->goToLineAction(), commands.names->followAction(),
                                            commands.names->backAction(), commands.names->renameAction(), nullptr,
                                            commands.tools->settingsAction()});
    addViewMenu(window, commands);
    menu(window, Words::tr("&Insert"),
         Actions{commands.completer->completeAction(), nullptr} + commands.markup->insertActions());
    addFormatMenu(window, commands);
    QMenu *post =
        menu(window, Words::tr("&Post"),
             {commands.writing->form()->expandAction(), commands.repair->repairAction(), commands.drift->driftAction(),
              nullptr, commands.problems->nextAction(), commands.problems->previousAction(),
              commands.fixes->fixAction(), commands.fixes->proseAction()});
    fill(post->addMenu(Words::tr("&Kinds of Hints")), commands.fixes->hintActions());
    fill(post, {nullptr, commands.spelling->nextAction(), commands.spelling->checkAction(),
                commands.spelling->wordsAction()});
    menu(window, Words::tr("&Archive"),
         {commands.docks->archiveAction(), commands.archive->columnsAction(), commands.archive->updateAction(),
          commands.archive->stopAction(), nullptr, commands.renamer->renameAction(), nullptr,
          commands.post->blog()->chooseAction()});
    menu(window, Words::tr("&Help"),
         {commands.tips->helpAction(), commands.tools->keysAction(), commands.tools->findAction(), nullptr,
          aboutAction(window)});
    addToolBar(window, commands);
}

} // namespace ui
