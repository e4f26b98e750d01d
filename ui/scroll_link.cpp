// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/scroll_link.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/steady_view.h"
#include "ui/editor/writing_modes.h"

#include "session/preview_places.h"

#include <QAction>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

ScrollLink::ScrollLink(RstEditor *editor, const SteadyView *steady, PreviewView *preview,
                       const session::PostSession *session, QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_steady(steady)
    , m_preview(preview)
    , m_session(session)
    , m_jump(new QAction(tr("&Jump Between Text and Preview"), window))
{
    m_jump->setObjectName(u"view.jump"_s);
    m_jump->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_J));
    window->addAction(m_jump);
    connect(m_jump, &QAction::triggered, this, &ScrollLink::jump);
    connect(editor, &RstEditor::viewMoved, this, &ScrollLink::followText);
    connect(preview, &PreviewView::scrolled, this, &ScrollLink::followPreview);
}

std::optional<PreviewPlace> ScrollLink::takeMovedPlace()
{
    if (!std::exchange(m_hasMoved, false))
        return std::nullopt;
    return placeOfText();
}

std::optional<session::BlockPlace> ScrollLink::placeOfCursor() const
{
    const bool isInView = m_editor->viewport()->rect().intersects(m_editor->cursorRect());
    const QTextDocument *text = m_editor->document();
    // Nobody has written in a post that was but opened: it is seen from its top.
    const bool isWritten = text->isUndoAvailable() || text->isRedoAvailable();
    if (!m_session->rendering() || !m_session->isCurrent() || !m_editor->hasFocus() || !isInView || !isWritten)
        return std::nullopt;
    return session::blockPlaceAt(*m_session->rendering(), m_editor->textCursor().position());
}

PreviewPlace ScrollLink::placeOfText() const
{
    const ViewPlace place = m_editor->viewPlace();
    if (!m_session->rendering() || place.share == 0)
        return {0, 0, 0};
    const session::BlockPlace block = session::scrolledPlaceAt(*m_session->rendering(), place.position);
    return {int(block.block), block.part, place.share};
}

void ScrollLink::followText()
{
    const int scroll = m_editor->verticalScrollBar()->value();
    const int way = scroll - std::exchange(m_textScroll, scroll);
    if (m_isFollowing || m_steady->isScrolling()) // then the lines stay where they are, and so does the page
        return;
    m_hasMoved = true;
    if (m_session->isCurrent()) { // otherwise the next patch moves it
        m_hasMoved = false;
        m_previewPlace = placeOfText();
        m_preview->scrollTo(m_previewPlace, way > 0   ? ScrollDirection::Down
                                            : way < 0 ? ScrollDirection::Up
                                                      : ScrollDirection::Any);
    }
}

void ScrollLink::followPreview(const PreviewPlace &place, ScrollDirection direction)
{
    // A hidden page has no places of its own, and in typewriter mode it is the cursor that says what is in view.
    if (!m_session->rendering() || !m_preview->isVisible() || m_editor->modes().typewriterAction()->isChecked())
        return;
    m_previewPlace = place;
    const QScopedValueRollback following(m_isFollowing, true);
    const session::BlockPlace block{std::size_t(place.block), place.part};
    m_editor->scrollTo({session::scrolledPositionAt(*m_session->rendering(), block), place.share}, direction);
}

void ScrollLink::jump()
{
    const QWidget *focused = m_editor->window()->focusWidget();
    if (!m_session->rendering())
        return;
    if (focused && (focused == m_preview || m_preview->isAncestorOf(focused)))
        jumpToText();
    else if (m_preview->isVisible())
        jumpToPreview();
}

void ScrollLink::jumpToPreview()
{
    constexpr double share = 0.3; // of the view's height: what comes before is seen as well
    const session::BlockPlace place = session::blockPlaceAt(*m_session->rendering(), m_editor->textCursor().position());
    m_previewPlace = {int(place.block), place.part, share};
    m_preview->scrollTo(m_previewPlace);
    m_preview->point(int(place.block));
    m_preview->setFocus();
}

void ScrollLink::jumpToText()
{
    const session::Rendering &rendering = *m_session->rendering();
    const session::BlockPlace place = {std::size_t(m_previewPlace.block), m_previewPlace.part};
    const int here = m_editor->textCursor().position();
    const bool isThere = session::blockPlaceAt(rendering, here).block == place.block; // then it keeps its word
    const int position = isThere ? here : session::positionAt(rendering, place);
    m_editor->goTo({position, position});
    m_editor->setFocus();
}

} // namespace ui
