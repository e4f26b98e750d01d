// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/large_insertion.h"

#include "ui/editor/rst_editor.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr qsizetype pieceLength = 16'000; // characters; some milliseconds, colours and layout included
constexpr qsizetype leastInPieces = 100'000;

/// Where a piece ends: with a line. A line that is longer than a piece comes as a whole, for each change of it lays out all
/// of it.
qsizetype pieceEnd(const QString &text, qsizetype begin)
{
    const qsizetype end = std::min(begin + pieceLength, text.size());
    if (end == text.size())
        return end;
    qsizetype line = text.lastIndexOf(u'\n', end - 1);
    if (line < begin)
        line = text.indexOf(u'\n', end);
    return line < 0 ? text.size() : line + 1;
}

} // namespace

LargeInsertion::LargeInsertion(RstEditor *editor) : QObject(editor), m_editor(editor)
{
    connect(editor, &RstEditor::started, this, &LargeInsertion::cancel);
}

void LargeInsertion::insert(const QTextCursor &cursor, const QString &text, const std::function<void()> &finished)
{
    if (!m_text.isEmpty()) // what came before comes first
        insertNext(m_text.size());
    m_cursor = cursor;
    m_finished = finished;
    if (text.size() < leastInPieces) {
        m_cursor.insertText(text);
        std::exchange(m_finished, nullptr)();
        return;
    }
    m_text = text;
    m_inserted = pieceEnd(m_text, 0);
    m_editor->setReadOnly(true);
    Q_EMIT underWay(true);
    m_cursor.insertText(m_text.first(m_inserted));
    QTimer::singleShot(0, this, &LargeInsertion::insertPiece);
}

void LargeInsertion::insertPiece()
{
    if (m_text.isEmpty())
        return;
    insertNext(pieceEnd(m_text, m_inserted));
    if (!m_text.isEmpty())
        QTimer::singleShot(0, this, &LargeInsertion::insertPiece);
}

void LargeInsertion::insertNext(qsizetype end)
{
    m_cursor.joinPreviousEditBlock();
    m_cursor.insertText(m_text.sliced(m_inserted, end - m_inserted));
    m_cursor.endEditBlock();
    m_inserted = end;
    if (m_inserted < m_text.size())
        return;
    m_text.clear();
    m_editor->setReadOnly(false);
    m_editor->setTextCursor(m_cursor);
    Q_EMIT underWay(false);
    std::exchange(m_finished, nullptr)();
}

void LargeInsertion::cancel()
{
    if (m_text.isEmpty())
        return;
    m_text.clear();
    m_finished = nullptr;
    m_editor->setReadOnly(false);
    Q_EMIT underWay(false);
}

} // namespace ui
