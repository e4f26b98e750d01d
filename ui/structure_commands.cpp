// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/structure_commands.h"

#include "ui/editor/rst_editor.h"
#include "ui/theme.h"

#include "session/section_edits.h"
#include "session/table_edits.h"

#include <QAction>
#include <QInputDialog>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace ui {

StructureCommands::StructureCommands(RstEditor *editor, QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_window(window)
    , m_goToLine(new QAction(themeIcon("go-jump"_L1), tr("&Go to Line…"), window))
{
    constexpr auto controlAlt = Qt::CTRL | Qt::ALT;
    // As word processors have it; GNOME and other desktops take Control and Alt with an arrow for themselves.
    const auto arrow = [](Qt::Key key) {
        return QList<QKeySequence>{Qt::ALT | Qt::SHIFT | key, Qt::CTRL | Qt::ALT | key};
    };
    using namespace session;
    add(m_sections, u"section.up"_s, "go-up"_L1, tr("Move Section &Up"), arrow(Qt::Key_Up),
        [](const QString &text, int position) { return movedSection(text, position, Move::Up); });
    add(m_sections, u"section.down"_s, "go-down"_L1, tr("Move Section &Down"), arrow(Qt::Key_Down),
        [](const QString &text, int position) { return movedSection(text, position, Move::Down); });
    add(m_sections, u"section.promote"_s, "format-indent-less"_L1, tr("&Promote Section"), arrow(Qt::Key_Left),
        [](const QString &text, int position) { return shiftedSection(text, position, Shift::Promote); });
    add(m_sections, u"section.demote"_s, "format-indent-more"_L1, tr("D&emote Section"), arrow(Qt::Key_Right),
        [](const QString &text, int position) { return shiftedSection(text, position, Shift::Demote); });
    add(m_tables, u"table.align"_s, "edit-table-cell-merge"_L1, tr("&Align Table"), {{controlAlt | Qt::Key_A}},
        alignedTable);
    add(m_tables, u"table.row"_s, "edit-table-insert-row-below"_L1, tr("Insert &Row"), {{controlAlt | Qt::Key_Return}},
        insertedRow);
    add(m_tables, u"table.column"_s, "edit-table-insert-column-right"_L1, tr("Insert &Column"),
        {{controlAlt | Qt::Key_Insert}}, insertedColumn);

    m_goToLine->setObjectName(u"markup.goToLine"_s);
    m_goToLine->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    window->addAction(m_goToLine);
    connect(m_goToLine, &QAction::triggered, this, &StructureCommands::goToLine);
}

void StructureCommands::setEnabled(bool enabled)
{
    for (QAction *action : m_sections + m_tables + QList{m_goToLine})
        action->setEnabled(enabled);
}

QAction *StructureCommands::add(QList<QAction *> &group, const QString &name, QLatin1StringView icon,
                                const QString &text, const QList<QKeySequence> &keys, Edit edit)
{
    auto *action = new QAction(themeIcon(icon), text, m_window);
    action->setObjectName(name);
    action->setShortcuts(keys);
    m_window->addAction(action);
    group.append(action);
    connect(action, &QAction::triggered, this, [this, edit] {
        const session::MarkupEdit found = edit(m_editor->text(), m_editor->textCursor().position());
        if (!found.changes.empty())
            m_editor->apply(found);
        m_editor->setFocus();
    });
    return action;
}

void StructureCommands::goToLine()
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"goToLine"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to Line"));
    dialog->setLabelText(tr("Line (1 to %1):").arg(m_editor->blockCount()));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, m_editor->blockCount());
    dialog->setIntValue(m_editor->textCursor().blockNumber() + 1);
    connect(dialog, &QInputDialog::intValueSelected, m_editor, [this](int line) {
        const int position = m_editor->document()->findBlockByNumber(line - 1).position();
        m_editor->goTo({position, position});
        m_editor->setFocus();
    });
    dialog->open();
}

} // namespace ui
