// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/find_bar.h"

#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

FindBar::FindBar(QPlainTextEdit *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_words(new QLineEdit(this))
    , m_result(new QLabel(this))
    , m_find(new QAction(themeIcon("edit-find"_L1), tr("&Find…"), parent))
    , m_next(new QAction(themeIcon("go-down-search"_L1), tr("Find &Next"), parent))
    , m_previous(new QAction(themeIcon("go-up-search"_L1), tr("Find &Previous"), parent))
{
    setObjectName(u"findBar"_s);
    m_words->setObjectName(u"findBar.words"_s);
    m_words->setPlaceholderText(tr("Find"));
    m_words->setAccessibleName(tr("Words to find"));
    m_words->setClearButtonEnabled(true);
    m_result->setObjectName(u"findBar.result"_s);
    m_find->setObjectName(u"edit.find"_s);
    m_find->setShortcut(QKeySequence::Find);
    m_next->setObjectName(u"edit.findNext"_s);
    m_next->setShortcut(QKeySequence(Qt::Key_F3));
    m_previous->setObjectName(u"edit.findPrevious"_s);
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3));
    for (QAction *action : {m_find, m_next, m_previous})
        parent->addAction(action);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 8, 5);
    row->addWidget(m_words, 1);
    row->addWidget(m_result);
    for (QAction *action : {m_previous, m_next}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    auto *closeButton = new QToolButton(this);
    closeButton->setIcon(themeIcon("window-close"_L1));
    closeButton->setAutoRaise(true);
    closeButton->setAccessibleName(tr("Close the find bar"));
    row->addWidget(closeButton);
    hide();

    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    connect(m_find, &QAction::triggered, this, &FindBar::open);
    connect(m_next, &QAction::triggered, this, &FindBar::searchNext);
    connect(m_previous, &QAction::triggered, this, &FindBar::searchPrevious);
    connect(m_words, &QLineEdit::returnPressed, this, &FindBar::searchNext);
    connect(m_words, &QLineEdit::textEdited, this,
            [this] { search(Direction::Forward, m_editor->textCursor().selectionStart()); });
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::open()
{
    const QString selected = m_editor->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_words->setText(selected);
    m_result->clear();
    show();
    m_words->setFocus();
    m_words->selectAll();
}

void FindBar::close()
{
    hide();
    m_editor->setFocus();
}

void FindBar::search(Direction direction, int from)
{
    m_result->clear();
    if (m_words->text().isEmpty())
        return;
    const QTextDocument::FindFlags flags =
        direction == Direction::Backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    const QTextDocument *document = m_editor->document();
    QTextCursor found = document->find(m_words->text(), from, flags);
    if (found.isNull()) { // once round
        found = document->find(m_words->text(), direction == Direction::Forward ? 0 : document->characterCount() - 1,
                               flags);
        m_result->setText(found.isNull() ? tr("Not found") : tr("Went on from the other end"));
    }
    if (!found.isNull())
        m_editor->setTextCursor(found);
}

void FindBar::searchNext()
{
    search(Direction::Forward, m_editor->textCursor().selectionEnd());
}

void FindBar::searchPrevious()
{
    search(Direction::Backward, m_editor->textCursor().selectionStart());
}

} // namespace ui
