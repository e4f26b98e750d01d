// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/slot_filling.h"

#include "ui/editor/rst_editor.h"

#include "session/typing_edits.h"

namespace ui {

SlotFilling::SlotFilling(RstEditor *editor) : QObject(editor), m_editor(editor)
{
    connect(editor, &RstEditor::started, this, [this] { m_slot.clear(); });
}

bool SlotFilling::goOn()
{
    const bool wasFilling = isWithin();
    if (wasFilling)
        fillOthers();
    m_slot.clear();
    if (const auto slot = session::nextSlot(m_editor->text(), m_editor->selection().end)) {
        m_editor->goTo(*slot);
        begin();
        return true;
    }
    if (wasFilling)
        m_editor->tellAtCursor(tr("Everything is filled in."));
    return wasFilling;
}

void SlotFilling::begin()
{
    m_slot = m_editor->textCursor().selectedText();
    m_begin = m_end = QTextCursor(m_editor->document());
    m_begin.setPosition(m_editor->selection().begin);
    m_begin.setKeepPositionOnInsert(true); // what is typed stands between the two
    m_end.setPosition(m_editor->selection().end);
}

bool SlotFilling::isWithin() const
{
    const session::TextRange at = m_editor->selection();
    return !m_slot.isEmpty() && m_begin.position() <= at.begin && at.end <= m_end.position();
}

void SlotFilling::fillOthers()
{
    if (!m_slot.startsWith(u'⟦')) // descriptions of pictures have one name, and each its own words
        return;
    const QString text = m_editor->text();
    const QString words = text.sliced(m_begin.position(), m_end.position() - m_begin.position());
    if (words.isEmpty() || words == m_slot || words.contains(u'\n'))
        return;
    std::vector<session::TextChange> changes;
    for (auto at = text.indexOf(m_slot); at >= 0; at = text.indexOf(m_slot, at + m_slot.size()))
        changes.push_back({{int(at), int(at + m_slot.size())}, words});
    m_editor->replace(changes);
}

} // namespace ui
