// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/scroll_link.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/writing_modes.h"

#include "session/preview_places.h"

#include <QAction>
#include <QScopedValueRollback>

#include <utility>

namespace ui {

ScrollLink::ScrollLink(RstEditor *editor, PreviewView *preview, const session::PostSession *session, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_preview(preview)
    , m_session(session)
{
    connect(editor, &RstEditor::viewMoved, this, &ScrollLink::followText);
    connect(preview, &PreviewView::scrolled, this, &ScrollLink::followPreview);
}

std::optional<PreviewPlace> ScrollLink::takeMovedPlace()
{
    if (!std::exchange(m_hasMoved, false))
        return std::nullopt;
    return placeOfText();
}

PreviewPlace ScrollLink::placeOfText() const
{
    const ViewPlace place = m_editor->viewPlace();
    if (!m_session->rendering() || place.share == 0)
        return {0, 0, 0};
    const session::BlockPlace block = session::blockPlaceAt(*m_session->rendering(), place.position);
    return {int(block.block), block.part, place.share};
}

void ScrollLink::followText()
{
    if (m_isFollowing)
        return;
    m_hasMoved = true;
    if (m_session->isSettled()) { // otherwise the next patch moves it
        m_hasMoved = false;
        m_preview->scrollTo(placeOfText());
    }
}

void ScrollLink::followPreview(const PreviewPlace &place)
{
    // A hidden page has no places of its own, and in typewriter mode it is the cursor that says what is in view.
    if (!m_session->rendering() || !m_preview->isVisible() || m_editor->modes().typewriterAction()->isChecked())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    const int position = session::positionAt(*m_session->rendering(), {std::size_t(place.block), place.part});
    m_editor->scrollTo({position, place.share});
}

} // namespace ui
