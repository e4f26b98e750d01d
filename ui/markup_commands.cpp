// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/markup_commands.h"

#include "ui/editor/rst_editor.h"
#include "ui/theme.h"

#include "session/block_edits.h"
#include "session/copied_link.h"
#include "session/table_edits.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace ui {

MarkupCommands::MarkupCommands(RstEditor *editor, QWidget *window) : QObject(window), m_editor(editor), m_window(window)
{
    addInline(u"strong"_s, "format-text-bold"_L1, tr("&Strong"), {Qt::CTRL | Qt::Key_B}, u"**"_s);
    addInline(u"emphasis"_s, "format-text-italic"_L1, tr("&Emphasis"), {Qt::CTRL | Qt::Key_I}, u"*"_s);
    addInline(u"literal"_s, "format-text-code"_L1, tr("&Literal"), {Qt::CTRL | Qt::Key_QuoteLeft}, u"``"_s);
    QAction *link = add(m_insertions, u"link"_s, "insert-link"_L1, tr("Lin&k"), {Qt::CTRL | Qt::Key_K});
    link->setToolTip(tr("Makes a link; its title and address come from the clipboard, if there is one"));
    connect(link, &QAction::triggered, this, &MarkupCommands::insertLink);
    addHeading(tr("Post &Title"), 1);
    addHeading(tr("&Heading"), 2);
    addHeading(tr("&Smaller Heading"), 3);
    addHeading(tr("S&mallest Heading"), 4);
    addHeading(tr("&Plain Paragraph"), 0);
    addList(u"bullets"_s, "format-list-unordered"_L1, tr("&Bullet List"), {Qt::CTRL | Qt::SHIFT | Qt::Key_8},
            session::ListKind::Bullets);
    addList(u"numbers"_s, "format-list-ordered"_L1, tr("&Numbered List"), {Qt::CTRL | Qt::SHIFT | Qt::Key_7},
            session::ListKind::Numbers);
    QAction *quote = add(m_lists, u"quote"_s, "format-text-blockquote"_L1, tr("Block &Quote"),
                         {Qt::CTRL | Qt::SHIFT | Qt::Key_Period});
    connect(quote, &QAction::triggered, this,
            [this] { apply(session::toggledQuote(m_editor->text(), m_editor->selection())); });
    QAction *picture =
        add(m_insertions, u"image"_s, "insert-image"_L1, tr("Pict&ure…"), {Qt::CTRL | Qt::ALT | Qt::Key_P});
    picture->setToolTip(
        tr("Stores a picture with the post and shows it, in the figure at the cursor if that lacks one"));
    connect(picture, &QAction::triggered, this, &MarkupCommands::pictureWanted);
    QAction *code =
        add(m_insertions, u"code"_s, "code-context"_L1, tr("&Code Block"), {Qt::CTRL | Qt::ALT | Qt::Key_C});
    connect(code, &QAction::triggered, this, &MarkupCommands::insertCode);
    addBlock(u"note"_s, "note"_L1, tr("N&ote"), {Qt::CTRL | Qt::ALT | Qt::Key_N}, u".. note::\n\n   ¦"_s);
    QAction *footnote =
        add(m_insertions, u"footnote"_s, "insert-footnote"_L1, tr("&Footnote"), {Qt::CTRL | Qt::ALT | Qt::Key_F});
    connect(footnote, &QAction::triggered, this,
            [this] { apply(session::insertedFootnote(m_editor->text(), m_editor->selection())); });
    QAction *table = add(m_insertions, u"table"_s, "insert-table"_L1, tr("&Table"), {Qt::CTRL | Qt::ALT | Qt::Key_T});
    connect(table, &QAction::triggered, this,
            [this] { apply(session::insertedTable(m_editor->text(), m_editor->selection(), 2, 3)); });
}

void MarkupCommands::setEnabled(bool enabled)
{
    for (QAction *action : m_inline + m_headings + m_lists + m_insertions)
        action->setEnabled(enabled);
}

QAction *MarkupCommands::add(QList<QAction *> &group, const QString &name, QLatin1StringView icon, const QString &text,
                             const QKeySequence &key)
{
    auto *action = new QAction(themeIcon(icon), text, m_window);
    action->setObjectName(u"markup."_s + name);
    action->setShortcut(key);
    m_window->addAction(action);
    group.append(action);
    return action;
}

void MarkupCommands::addInline(const QString &name, QLatin1StringView icon, const QString &text,
                               const QKeySequence &key, const QString &mark)
{
    connect(add(m_inline, name, icon, text, key), &QAction::triggered, this,
            [this, mark] { apply(session::toggledInline(m_editor->text(), m_editor->selection(), mark)); });
}

void MarkupCommands::addHeading(const QString &text, int level)
{
    const auto key = Qt::Key(Qt::Key_0 + level);
    QAction *action = add(m_headings, u"heading%1"_s.arg(level),
                          level == 0 ? "text-plain"_L1 : "format-font-size-more"_L1, text, {Qt::CTRL | Qt::ALT | key});
    connect(action, &QAction::triggered, this, [this, level] {
        apply(session::changedHeading(m_editor->text(), m_editor->textCursor().position(), level));
    });
}

void MarkupCommands::addList(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                             session::ListKind kind)
{
    connect(add(m_lists, name, icon, text, key), &QAction::triggered, this,
            [this, kind] { apply(session::toggledList(m_editor->text(), m_editor->selection(), kind)); });
}

void MarkupCommands::addBlock(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                              const QString &block)
{
    connect(add(m_insertions, name, icon, text, key), &QAction::triggered, this,
            [this, block] { apply(session::insertedBlock(m_editor->text(), m_editor->selection(), block)); });
}

void MarkupCommands::insertLink()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const session::CopiedLink link =
        copied ? session::copiedLink(copied->text(), copied->html()) : session::CopiedLink();
    apply(session::insertedLink(m_editor->text(), m_editor->selection(), link.address, link.title));
}

void MarkupCommands::insertCode()
{
    const QString text = m_editor->text();
    const session::TextRange selection = m_editor->selection();
    const QString language = session::languageBefore(text, selection.begin);
    apply(session::insertedBlock(text, selection, u".. code-block:: ¦%1¦\n\n   "_s.arg(language)));
}

void MarkupCommands::apply(const session::MarkupEdit &edit)
{
    if (edit.changes.empty())
        return;
    m_editor->apply(edit);
    m_editor->setFocus();
}

} // namespace ui
