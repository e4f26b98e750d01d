// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/rst_completer.h"

#include "ui/editor/rst_editor.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QScreen>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostRows = 9;
constexpr int listWidth = 230;
constexpr int helpWidth = 290;

/// What is listed is what is put in, markup and all: `names` shows that nothing is left to do.
bool isWhole(const std::vector<session::Proposal> &proposals, const session::CompletionContext &context)
{
    return proposals.empty() || (proposals.size() == 1 && proposals.front().insertion == context.typed);
}

} // namespace

RstCompleter::RstCompleter(session::PostSession *session, RstEditor *editor, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_complete(new QAction(tr("&Complete"), window))
    , m_popup(new QFrame(editor, Qt::ToolTip))
    , m_list(new QListWidget(m_popup))
    , m_help(new QLabel(m_popup))
{
    m_complete->setObjectName(u"editor.complete"_s);
    m_complete->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space));
    window->addAction(m_complete);
    connect(m_complete, &QAction::triggered, this, [this] { complete(Occasion::Request); });

    m_popup->setObjectName(u"completer"_s);
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setFocusPolicy(Qt::NoFocus);
    m_popup->setAttribute(Qt::WA_ShowWithoutActivating);
    m_list->setObjectName(u"completer.list"_s);
    m_list->setAccessibleName(tr("Completions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(listWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_help->setObjectName(u"completer.help"_s);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_help->setContentsMargins(10, 6, 10, 6);
    m_help->setFixedWidth(helpWidth);
    auto *columns = new QHBoxLayout(m_popup);
    columns->setContentsMargins({});
    columns->setSpacing(0);
    columns->addWidget(m_list);
    columns->addWidget(m_help);

    connect(m_list, &QListWidget::currentRowChanged, this, &RstCompleter::showHelp);
    connect(m_list, &QListWidget::itemClicked, this, &RstCompleter::insertCurrent);
    connect(editor, &RstEditor::edited, this, &RstCompleter::noticeEdit);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const int position = m_editor->textCursor().position();
        if (position < m_context.range.begin || position > m_context.range.end + 1)
            m_popup->hide();
    });
    editor->installEventFilter(this);
}

void RstCompleter::noticeEdit()
{
    const int length = m_editor->document()->characterCount();
    if (length == m_length)
        return;
    const bool isKey = length == m_length + 1 || (length == m_length - 1 && m_popup->isVisible());
    m_length = length;
    if (isKey && !m_isInserting && m_editor->hasFocus())
        complete(Occasion::Typing);
    else
        m_popup->hide();
}

void RstCompleter::complete(Occasion occasion)
{
    const QTextCursor cursor = m_editor->textCursor();
    const QString text = m_editor->text();
    m_context = session::completionContext(text, cursor.position());
    const bool isAsked = occasion == Occasion::Request || !m_context.typed.isEmpty();
    if (cursor.hasSelection() || m_context.kind == session::CompletionKind::None || !isAsked) {
        m_popup->hide();
        return;
    }
    session::CompletionSources sources = session::completionSources(*m_session);
    sources.labels = &m_labels;
    const std::vector<session::Proposal> proposals = session::proposalsFor(m_context, sources);
    if (isWhole(proposals, m_context)) {
        m_popup->hide();
        return;
    }
    fill(proposals);
    place();
}

void RstCompleter::fill(const std::vector<session::Proposal> &proposals)
{
    m_proposals = proposals;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const session::Proposal &proposal : proposals)
        m_list->addItem(proposal.name);
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(std::max(m_list->sizeHintForRow(0), 1) * std::min(m_list->count(), mostRows) + 4);
    const bool hasHelp = std::ranges::any_of(proposals, [](const auto &proposal) { return !proposal.help.isEmpty(); });
    m_help->setVisible(hasHelp);
    if (hasHelp)
        m_list->setFixedHeight(std::max(m_list->height(), m_help->fontMetrics().height() * 8));
    showHelp(0);
}

void RstCompleter::place()
{
    m_popup->adjustSize();
    QTextCursor begin(m_editor->document());
    begin.setPosition(m_context.range.begin);
    const QRect cursor = m_editor->cursorRect(begin);
    QPoint place = m_editor->viewport()->mapToGlobal(cursor.bottomLeft() + QPoint(0, 2));
    const QRect room = m_editor->screen()->availableGeometry();
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - m_popup->width())));
    if (place.y() + m_popup->height() > room.bottom())
        place.setY(m_editor->viewport()->mapToGlobal(cursor.topLeft()).y() - m_popup->height() - 2);
    m_popup->move(place);
    m_popup->show();
}

bool RstCompleter::eventFilter(QObject *watched, QEvent *event)
{
    if (m_popup && m_popup->isVisible()) {
        if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
            m_popup->hide();
        else if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

bool RstCompleter::handleKey(const QKeyEvent *event)
{
    if (!event || event->modifiers() != Qt::NoModifier)
        return false;
    const int last = m_list->count() - 1, row = m_list->currentRow();
    switch (event->key()) {
    case Qt::Key_Down: m_list->setCurrentRow(row == last ? 0 : row + 1); return true;
    case Qt::Key_Up: m_list->setCurrentRow(row == 0 ? last : row - 1); return true;
    case Qt::Key_PageDown: m_list->setCurrentRow(std::min(row + mostRows, last)); return true;
    case Qt::Key_PageUp: m_list->setCurrentRow(std::max(row - mostRows, 0)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: insertCurrent(); return true;
    case Qt::Key_Escape: m_popup->hide(); return true;
    default: return false;
    }
}

void RstCompleter::insertCurrent()
{
    const int row = m_list->currentRow();
    m_popup->hide();
    if (row < 0 || row >= int(m_proposals.size()))
        return;
    m_isInserting = true;
    m_editor->replace({{m_context.range, m_proposals[std::size_t(row)].insertion}});
    m_isInserting = false;
    if (m_context.kind == session::CompletionKind::Picture && m_proposals[std::size_t(row)].insertion.endsWith(u'/'))
        complete(Occasion::Request); // into the folder
}

void RstCompleter::showHelp(int row)
{
    if (row >= 0 && row < int(m_proposals.size()))
        m_help->setText(m_proposals[std::size_t(row)].help);
}

} // namespace ui
