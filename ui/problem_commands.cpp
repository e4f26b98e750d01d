// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/problem_commands.h"

#include "ui/editor/quick_fix_popup.h"
#include "ui/editor/rst_editor.h"
#include "ui/spelling_commands.h"
#include "ui/theme.h"

#include <QAction>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

ProblemCommands::ProblemCommands(session::PostSession *session, RstEditor *editor, SpellingCommands *spelling,
                                 session::Settings *settings, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_spelling(spelling)
    , m_settings(settings)
    , m_fix(new QAction(themeIcon("tools-wizard"_L1), tr("Fi&x Problem…"), window))
    , m_prose(new QAction(tr("Hints about &Words"), window))
{
    m_fix->setObjectName(u"problems.fix"_s);
    m_fix->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Return));
    window->addAction(m_fix);
    connect(m_fix, &QAction::triggered, this, &ProblemCommands::search);
    m_prose->setObjectName(u"problems.prose"_s);
    m_prose->setCheckable(true);
    m_prose->setChecked(settings->checksProse);
    addHint(u"weekday"_s, tr("&Weekdays of Other Dates"), window);
    addHint(u"doubled"_s, tr("&Doubled Words"), window);
    addHint(u"leftover"_s, tr("&Leftovers of Another Post"), window);
    addHint(u"link"_s, tr("Links That Say “&here”"), window);
    addHint(u"http"_s, tr("Links without &Encryption"), window);
    addHint(u"alt"_s, tr("&Pictures without a Description"), window);
    setProse(settings->checksProse);
    connect(m_prose, &QAction::toggled, this, &ProblemCommands::setProse);
    connect(&m_search, &session::QuickFixSearch::found, this, &ProblemCommands::offer);
}

void ProblemCommands::setProse(bool isChecked)
{
    m_settings->checksProse = isChecked;
    for (QAction *hint : std::as_const(m_hints))
        hint->setEnabled(isChecked);
    m_session->setProse({.isChecked = isChecked, .unwanted = m_settings->unwantedHints});
}

void ProblemCommands::addHint(const QString &kind, const QString &text, QWidget *window)
{
    const QString rule = u"prose."_s + kind;
    auto *hint = new QAction(text, window);
    hint->setObjectName(u"problems.prose."_s + kind);
    hint->setCheckable(true);
    hint->setChecked(!m_settings->unwantedHints.contains(rule));
    connect(hint, &QAction::toggled, this, [this, rule](bool isWanted) {
        m_settings->unwantedHints.removeAll(rule);
        if (!isWanted)
            m_settings->unwantedHints.append(rule);
        setProse(m_prose->isChecked());
    });
    m_hints.append(hint);
}

void ProblemCommands::search()
{
    if (m_session->isCurrent())
        m_search.search(m_session->rendering(), m_session->request(), m_editor->textCursor().position(),
                        m_session->engine());
    else if (m_session->revision() > 0) // as soon as the problems are those of the text
        connect(m_session, &session::PostSession::rendered, this, &ProblemCommands::search,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void ProblemCommands::offer(int revision, const std::vector<session::OfferedFix> &fixes)
{
    if (revision != m_session->revision())
        return;
    if (fixes.empty()) {
        if (m_spelling->offerAtCursor())
            return;
        m_editor->tellAtCursor(m_session->rendering()->problems.empty()
                                   ? tr("There is nothing to fix.")
                                   : tr("No fix is known for this place. F8 goes to the next problem."));
        return;
    }
    auto *popup = new QuickFixPopup(fixes, m_session->text(), m_editor);
    connect(popup, &QuickFixPopup::chosen, this,
            [this, revision](const session::QuickFix &fix) { apply(revision, fix); });
    popup->showAt(m_editor->placeBelowCursor());
}

void ProblemCommands::apply(int revision, const session::QuickFix &fix)
{
    if (revision != m_session->revision())
        return;
    m_editor->replace(fix.changes);
    if (fix.selection)
        m_editor->goTo(*fix.selection);
    m_editor->setFocus();
}

} // namespace ui
