// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/markup_commands.h"

#include "ui/editor/rst_editor.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QTextBlock>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// The address on the clipboard, if there is nothing else on it.
QString copiedAddress()
{
    const QString copied = QGuiApplication::clipboard()->text().trimmed();
    const QUrl url(copied, QUrl::StrictMode);
    const bool isAddress =
        url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1 || url.scheme() == "mailto"_L1);
    return isAddress && !copied.contains(u' ') ? copied : QString();
}

} // namespace

MarkupCommands::MarkupCommands(RstEditor *editor, QWidget *window) : QObject(window), m_editor(editor), m_window(window)
{
    addInline(u"strong"_s, "format-text-bold"_L1, tr("&Strong"), {Qt::CTRL | Qt::Key_B}, u"**"_s);
    addInline(u"emphasis"_s, "format-text-italic"_L1, tr("&Emphasis"), {Qt::CTRL | Qt::Key_I}, u"*"_s);
    addInline(u"literal"_s, "format-text-code"_L1, tr("&Literal"), {Qt::CTRL | Qt::Key_QuoteLeft}, u"``"_s);
    QAction *link = add(u"link"_s, "insert-link"_L1, tr("Lin&k…"), {Qt::CTRL | Qt::Key_K});
    connect(link, &QAction::triggered, this, &MarkupCommands::insertLink);
    m_frequent = m_actions;
    m_actions.append(nullptr);
    addHeading(tr("Post &Title"), 1);
    addHeading(tr("&Heading"), 2);
    addHeading(tr("&Smaller Heading"), 3);
    addHeading(tr("&Plain Paragraph"), 0);
    m_actions.append(nullptr);
    addList(u"bullets"_s, "format-list-unordered"_L1, tr("&Bullet List"), {Qt::CTRL | Qt::SHIFT | Qt::Key_8},
            session::ListKind::Bullets);
    addList(u"numbers"_s, "format-list-ordered"_L1, tr("&Numbered List"), {Qt::CTRL | Qt::SHIFT | Qt::Key_7},
            session::ListKind::Numbers);
    m_actions.append(nullptr);
    addBlock(u"image"_s, "insert-image"_L1, tr("Pict&ure"), {Qt::CTRL | Qt::ALT | Qt::Key_P},
             u".. figure:: |picture.png|\n   :alt: \n\n   "_s);
    addBlock(u"code"_s, "code-context"_L1, tr("&Code Block"), {Qt::CTRL | Qt::ALT | Qt::Key_C},
             u".. code-block:: |python|\n\n   "_s);
    addBlock(u"note"_s, "note"_L1, tr("N&ote"), {Qt::CTRL | Qt::ALT | Qt::Key_N}, u".. note::\n\n   |"_s);
    m_actions.append(nullptr);
    QAction *line = add(u"goToLine"_s, "go-jump"_L1, tr("&Go to Line…"), {Qt::CTRL | Qt::Key_G});
    connect(line, &QAction::triggered, this, &MarkupCommands::goToLine);
}

void MarkupCommands::setEnabled(bool enabled)
{
    for (QAction *action : std::as_const(m_actions)) {
        if (action)
            action->setEnabled(enabled);
    }
}

QAction *MarkupCommands::add(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(themeIcon(icon), text, m_window);
    action->setObjectName(u"markup."_s + name);
    action->setShortcut(key);
    m_window->addAction(action);
    m_actions.append(action);
    return action;
}

void MarkupCommands::addInline(const QString &name, QLatin1StringView icon, const QString &text,
                               const QKeySequence &key, const QString &mark)
{
    connect(add(name, icon, text, key), &QAction::triggered, this,
            [this, mark] { apply(session::toggledInline(m_editor->text(), selection(), mark)); });
}

void MarkupCommands::addHeading(const QString &text, int level)
{
    const auto key = Qt::Key(Qt::Key_0 + level);
    QAction *action = add(u"heading%1"_s.arg(level), level == 0 ? "text-plain"_L1 : "format-heading"_L1, text,
                          {Qt::CTRL | Qt::ALT | key});
    connect(action, &QAction::triggered, this, [this, level] {
        apply(session::changedHeading(m_editor->text(), m_editor->textCursor().position(), level));
    });
}

void MarkupCommands::addList(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                             session::ListKind kind)
{
    connect(add(name, icon, text, key), &QAction::triggered, this,
            [this, kind] { apply(session::toggledList(m_editor->text(), selection(), kind)); });
}

void MarkupCommands::addBlock(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                              const QString &block)
{
    connect(add(name, icon, text, key), &QAction::triggered, this,
            [this, block] { apply(session::insertedBlock(m_editor->text(), selection(), block)); });
}

void MarkupCommands::insertLink()
{
    apply(session::insertedLink(m_editor->text(), selection(), copiedAddress()));
}

void MarkupCommands::goToLine()
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

session::TextRange MarkupCommands::selection() const
{
    const QTextCursor cursor = m_editor->textCursor();
    return {cursor.selectionStart(), cursor.selectionEnd()};
}

void MarkupCommands::apply(const session::MarkupEdit &edit)
{
    if (edit.changes.empty())
        return;
    m_editor->replace(edit.changes);
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(edit.selection.begin);
    cursor.setPosition(edit.selection.end, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->setFocus();
}

} // namespace ui
