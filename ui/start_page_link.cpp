// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/start_page_link.h"

#include "ui/blog_choice.h"
#include "ui/draft_recovery.h"
#include "ui/panels/start_page.h"
#include "ui/post_commands.h"

#include "session/draft_journal.h"

#include "post/post_template.h"

#include <QAction>

namespace ui {

StartPageLink::StartPageLink(StartPage *page, PostCommands *commands, DraftRecovery *recovery,
                             session::Settings *settings, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_commands(commands)
    , m_settings(settings)
{
    connect(page, &StartPage::templateRequested, commands, &PostCommands::makeNew);
    connect(page, &StartPage::openRequested, commands->openAction(), &QAction::trigger);
    connect(page, &StartPage::pasteRequested, commands->pasteAction(), &QAction::trigger);
    connect(page, &StartPage::blogRequested, commands->blog()->chooseAction(), &QAction::trigger);
    connect(page, &StartPage::exampleRequested, commands, &PostCommands::openExample);
    connect(page, &StartPage::recentRequested, commands, &PostCommands::openRecent);
    connect(page, &StartPage::draftRequested, recovery, &DraftRecovery::show);
    connect(page, &StartPage::differenceRequested, recovery, &DraftRecovery::compare);
    connect(page, &StartPage::draftDiscarded, this, [this](const session::LeftDraft &draft) {
        session::discardDraft(draft);
        showDrafts();
    });
    connect(commands->blog(), &BlogChoice::chosen, this, &StartPageLink::refresh);
}

void StartPageLink::refresh()
{
    QList<StartTemplate> templates;
    for (const post::PostTemplate &one : post::postTemplates(m_commands->blog()->blogForNew()))
        templates.append(
            {QString::fromStdString(one.name), QString::fromStdString(one.label), QString::fromStdString(one.about)});
    m_page->setTemplates(templates);
    m_page->setRecentPosts(m_settings->recentPosts);
}

void StartPageLink::showDrafts()
{
    m_page->setDrafts(DraftRecovery::drafts());
}

} // namespace ui
