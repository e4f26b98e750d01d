// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/text_folding.h"

#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

TextFolding::TextFolding(QPlainTextEdit *editor)
    : QObject(editor)
    , m_editor(editor)
    , m_fold(new QAction(tr("F&old or Unfold"), editor))
    , m_foldAll(new QAction(tr("Fold or Unfold &All"), editor))
{
    m_fold->setObjectName(u"editor.fold"_s);
    m_fold->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O));
    m_fold->setToolTip(tr("Hides the section or directive at the cursor below its first line"));
    m_foldAll->setObjectName(u"editor.foldAll"_s);
    m_foldAll->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_O));
    editor->addActions({m_fold, m_foldAll});
    connect(m_fold, &QAction::triggered, this, &TextFolding::toggleAtCursor);
    connect(m_foldAll, &QAction::triggered, this, &TextFolding::toggleAll);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, &TextFolding::openAtCursor);
}

void TextFolding::setFolds(std::vector<session::Fold> folds)
{
    m_folds = std::move(folds);
    std::erase_if(m_closed, [this](const QTextCursor &cursor) { return !foldAt(cursor.blockNumber()); });
    if (!m_closed.empty() || m_hasHidden)
        show();
}

void TextFolding::clear()
{
    m_folds.clear();
    m_closed.clear();
    m_hasHidden = false;
}

const session::Fold *TextFolding::foldAt(int line) const
{
    // A directive may begin on a section's line in no text, so lines are unique.
    const auto fold = std::ranges::lower_bound(m_folds, line, {}, &session::Fold::line);
    return fold != m_folds.end() && fold->line == line ? &*fold : nullptr;
}

const session::Fold *TextFolding::foldAround(int line) const
{
    const session::Fold *around = nullptr;
    for (const session::Fold &fold : m_folds) {
        if (fold.line > line)
            break;
        if (fold.lastLine >= line)
            around = &fold;
    }
    return around;
}

bool TextFolding::holdsAll(const session::Fold &fold) const
{
    int last = 0;
    for (const session::Fold &other : m_folds)
        last = std::max(last, other.lastLine);
    const auto first = std::ranges::find(m_folds, last, &session::Fold::lastLine);
    return first != m_folds.end() && *first == fold && std::next(first) != m_folds.end();
}

bool TextFolding::canFold(const QTextBlock &block) const
{
    return foldAt(block.blockNumber()) != nullptr;
}

bool TextFolding::isFolded(const QTextBlock &block) const
{
    return std::ranges::any_of(m_closed, [&block](const QTextCursor &cursor) { return cursor.block() == block; });
}

void TextFolding::toggle(const QTextBlock &block)
{
    const session::Fold *fold = foldAt(block.blockNumber());
    if (!fold)
        return;
    if (std::erase_if(m_closed, [&block](const QTextCursor &cursor) { return cursor.block() == block; }) == 0) {
        m_closed.emplace_back(block);
        QTextCursor cursor = m_editor->textCursor();
        const int line = cursor.blockNumber();
        if (line > fold->line && line <= fold->lastLine) { // stays in view
            cursor.setPosition(block.position() + block.length() - 1);
            m_editor->setTextCursor(cursor);
        }
    }
    show();
}

void TextFolding::toggleAtCursor()
{
    if (const session::Fold *fold = foldAround(m_editor->textCursor().blockNumber()))
        toggle(m_editor->document()->findBlockByNumber(fold->line));
}

void TextFolding::toggleAll()
{
    if (!m_closed.empty()) {
        m_closed.clear();
        show();
        m_editor->ensureCursorVisible();
        return;
    }
    const QTextDocument *document = m_editor->document();
    for (const session::Fold &fold : m_folds) {
        if (!holdsAll(fold))
            m_closed.emplace_back(document->findBlockByNumber(fold.line));
    }
    QTextCursor cursor = m_editor->textCursor();
    for (const session::Fold &fold : m_folds) { // the outermost that hides it comes first
        if (!holdsAll(fold) && cursor.blockNumber() > fold.line && cursor.blockNumber() <= fold.lastLine) {
            const QTextBlock header = document->findBlockByNumber(fold.line);
            cursor.setPosition(header.position() + header.length() - 1);
            break;
        }
    }
    m_editor->setTextCursor(cursor);
    show();
}

void TextFolding::openAtCursor()
{
    const QTextBlock block = m_editor->textCursor().block();
    if (block.isVisible())
        return;
    const int line = block.blockNumber();
    std::erase_if(m_closed, [&](const QTextCursor &cursor) {
        const session::Fold *fold = foldAt(cursor.blockNumber());
        return !fold || (fold->line < line && line <= fold->lastLine);
    });
    show();
    m_editor->ensureCursorVisible();
}

/// Makes the lines visible that are to be, and no others.
void TextFolding::show()
{
    QTextDocument *document = m_editor->document();
    const int cursorLine = m_editor->textCursor().blockNumber();
    std::vector<session::Fold> hidden;
    std::erase_if(m_closed, [&](const QTextCursor &cursor) {
        const session::Fold *fold = foldAt(cursor.blockNumber());
        const bool isOpen = !fold || (fold->line < cursorLine && cursorLine <= fold->lastLine);
        if (!isOpen)
            hidden.push_back(*fold);
        return isOpen;
    });
    std::ranges::sort(hidden, {}, &session::Fold::line);
    auto fold = hidden.begin();
    int hiddenTo = -1;
    bool isChanged = false;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const int line = block.blockNumber();
        const bool isVisible = line > hiddenTo;
        for (; fold != hidden.end() && fold->line == line; ++fold)
            hiddenTo = std::max(hiddenTo, fold->lastLine);
        if (block.isVisible() == isVisible)
            continue;
        block.setVisible(isVisible);
        block.setLineCount(isVisible ? std::max(1, block.layout()->lineCount()) : 0);
        isChanged = true;
    }
    m_hasHidden = !hidden.empty();
    if (isChanged) {
        QAbstractTextDocumentLayout *layout = document->documentLayout();
        Q_EMIT layout->documentSizeChanged(layout->documentSize());
        static_cast<QPlainTextDocumentLayout *>(layout)->requestUpdate();
    }
    m_editor->viewport()->update();
    Q_EMIT m_editor->updateRequest(m_editor->viewport()->rect(), 0); // the gutter's marks
}

void TextFolding::paintEnds(const QRect &visible) const
{
    if (m_closed.empty())
        return;
    QPainter painter(m_editor->viewport());
    painter.setPen(coloursOf(m_editor->palette()).faintText);
    for (const QTextCursor &cursor : m_closed) {
        const QTextBlock block = cursor.block();
        const session::Fold *fold = foldAt(block.blockNumber());
        if (!fold || !block.isVisible() || block.layout()->lineCount() == 0)
            continue;
        QTextCursor end(block);
        end.movePosition(QTextCursor::EndOfBlock);
        const QRect place = m_editor->cursorRect(end);
        if (!visible.intersects(place.adjusted(0, 0, m_editor->viewport()->width(), 0)))
            continue;
        painter.drawText(place.translated(12, 0).topLeft() + QPoint(0, painter.fontMetrics().ascent()),
                         fold->lastLine == fold->line + 1 ? tr("⋯ 1 line")
                                                          : tr("⋯ %1 lines").arg(fold->lastLine - fold->line));
    }
}

} // namespace ui
