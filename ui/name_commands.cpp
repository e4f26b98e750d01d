// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/name_commands.h"

#include "ui/editor/rst_editor.h"
#include "ui/panels/message_bar.h"
#include "ui/theme.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t mostLeft = 50; // places one can go back to

} // namespace

NameCommands::NameCommands(session::PostSession *session, RstEditor *editor, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_messages(messages)
    , m_window(window)
    , m_follow(new QAction(themeIcon("go-jump-definition"_L1), tr("Go Where the &Link Leads"), window))
    , m_back(new QAction(themeIcon("go-previous"_L1), tr("Go &Back"), window))
    , m_rename(new QAction(themeIcon("edit-rename"_L1), tr("&Rename Everywhere…"), window))
{
    m_follow->setObjectName(u"names.follow"_s);
    m_follow->setShortcut(QKeySequence(Qt::Key_F12));
    m_follow->setToolTip(tr("Goes to the target, footnote or substitution that the text at the cursor names"));
    m_back->setObjectName(u"names.back"_s);
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_rename->setObjectName(u"names.rename"_s);
    m_rename->setShortcut(QKeySequence(Qt::Key_F2));
    m_rename->setToolTip(
        tr("Gives the target, footnote or substitution at the cursor another name, wherever it stands"));
    window->addActions({m_follow, m_back, m_rename});
    connect(m_follow, &QAction::triggered, this, [this] { follow(m_editor->textCursor().position()); });
    connect(m_back, &QAction::triggered, this, &NameCommands::goBack);
    connect(m_rename, &QAction::triggered, this, &NameCommands::askForName);
    connect(editor, &RstEditor::followed, this, &NameCommands::follow);
    connect(editor, &RstEditor::contextMenuWanted, this, &NameCommands::extend);
}

void NameCommands::follow(int position)
{
    if (!m_session->isCurrent())
        return;
    const auto end = session::linkEndAt(*m_session->rendering(), position);
    if (!end) {
        m_editor->tellAtCursor(tr("There is no link here that leads anywhere."));
        return;
    }
    if (!end->address.isEmpty()) {
        Q_EMIT linkFollowed(QUrl(end->address));
        return;
    }
    m_left.push_back(m_editor->textCursor());
    if (m_left.size() > mostLeft)
        m_left.erase(m_left.begin());
    m_editor->goTo(end->place);
    m_editor->setFocus();
}

void NameCommands::goBack()
{
    if (m_left.empty())
        return;
    const QTextCursor place = m_left.back();
    m_left.pop_back();
    m_editor->goTo({place.selectionStart(), place.selectionEnd()});
    m_editor->setFocus();
}

void NameCommands::askForName()
{
    if (!m_session->isCurrent())
        return;
    const auto thing = session::namedThingAt(*m_session->rendering(), m_editor->textCursor().position());
    if (!thing) {
        m_editor->tellAtCursor(tr("Put the cursor on the name of a target, a footnote or a substitution."));
        return;
    }
    const int revision = m_session->revision();
    auto *dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"names.newName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(
        thing->places.size() == 1
            ? tr("New name for “%1”, which stands in one place:").arg(thing->name)
            : tr("New name for “%1”, which stands in %2 places:").arg(thing->name).arg(thing->places.size()));
    dialog->setTextValue(thing->name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, thing, revision](const QString &name) { rename(*thing, name, revision); });
    dialog->open();
}

void NameCommands::rename(const session::NamedThing &thing, const QString &name, int revision)
{
    if (revision != m_session->revision())
        return;
    const auto changes =
        session::renamed(*m_session->rendering(), thing, name, m_session->request(), *m_session->engine());
    if (!changes) {
        m_messages->tell(MessageBar::Kind::Warning, changes.error());
        return;
    }
    m_editor->replace(*changes);
    m_editor->setFocus();
}

void NameCommands::extend(QMenu *menu, int position)
{
    if (!m_session->isCurrent())
        return;
    const bool leads = session::linkEndAt(*m_session->rendering(), position).has_value();
    const bool isNamed = session::namedThingAt(*m_session->rendering(), position).has_value();
    if (!leads && !isNamed)
        return;
    QAction *first = menu->actions().value(0);
    if (leads) {
        auto *follow = new QAction(m_follow->icon(), m_follow->text(), menu);
        connect(follow, &QAction::triggered, this, [this, position] { this->follow(position); });
        menu->insertAction(first, follow);
    }
    if (isNamed) {
        auto *rename = new QAction(m_rename->icon(), m_rename->text(), menu);
        connect(rename, &QAction::triggered, this, [this, position] {
            m_editor->goTo({position, position});
            askForName();
        });
        menu->insertAction(first, rename);
    }
    menu->insertSeparator(first);
}

} // namespace ui
