// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/text_commands.h"

#include "ui/editor/rst_editor.h"
#include "ui/theme.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QAction *action(QWidget *window, const QString &name, QLatin1StringView icon, const QString &text,
                const QList<QKeySequence> &keys)
{
    auto *created = new QAction(themeIcon(icon), text, window);
    created->setObjectName(name);
    created->setShortcuts(keys);
    window->addAction(created);
    return created;
}

} // namespace

TextCommands::TextCommands(RstEditor *editor, QWidget *window)
    : QObject(window)
    , m_undo(action(window, u"edit.undo"_s, "edit-undo"_L1, tr("&Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}))
    , m_redo(action(window, u"edit.redo"_s, "edit-redo"_L1, tr("&Redo"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)}))
{
    QAction *cut = action(window, u"edit.cut"_s, "edit-cut"_L1, tr("Cu&t"), {QKeySequence::Cut});
    QAction *copy = action(window, u"edit.copy"_s, "edit-copy"_L1, tr("&Copy"), {QKeySequence::Copy});
    QAction *paste = action(window, u"edit.paste"_s, "edit-paste"_L1, tr("&Paste"), {QKeySequence::Paste});
    QAction *selectAll =
        action(window, u"edit.selectAll"_s, "edit-select-all"_L1, tr("Select &All"), {QKeySequence::SelectAll});
    m_all = {m_undo, m_redo, nullptr, cut, copy, paste, nullptr, selectAll};

    connect(m_undo, &QAction::triggered, editor, &QPlainTextEdit::undo);
    connect(m_redo, &QAction::triggered, editor, &QPlainTextEdit::redo);
    connect(cut, &QAction::triggered, editor, &QPlainTextEdit::cut);
    connect(copy, &QAction::triggered, editor, &QPlainTextEdit::copy);
    connect(paste, &QAction::triggered, editor, &QPlainTextEdit::paste);
    connect(selectAll, &QAction::triggered, editor, &QPlainTextEdit::selectAll);
    connect(editor, &QPlainTextEdit::undoAvailable, m_undo, &QAction::setEnabled);
    connect(editor, &QPlainTextEdit::redoAvailable, m_redo, &QAction::setEnabled);
    connect(editor, &QPlainTextEdit::copyAvailable, cut, &QAction::setEnabled);
    connect(editor, &QPlainTextEdit::copyAvailable, copy, &QAction::setEnabled);
    for (QAction *initially : {m_undo, m_redo, cut, copy})
        initially->setEnabled(false);
}

} // namespace ui
