// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panel_link.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/text_folding.h"
#include "ui/editor/text_marks.h"
#include "ui/models/outline_model.h"
#include "ui/models/problems_model.h"
#include "ui/panels/message_bar.h"
#include "ui/panels/metadata_form.h"
#include "ui/panels/outline_panel.h"
#include "ui/panels/problems_panel.h"
#include "ui/post_remarks.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/preview_view.h"
#include "ui/scroll_link.h"
#include "ui/status_line.h"
#include "ui/window_docks.h"
#include "ui/writing_pane.h"

#include "session/metadata_values.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int longestCounted = 200'000; // characters whose words are counted while one selects

} // namespace

PanelLink::PanelLink(session::PostSession *session, const PostPanels &panels, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_panels(panels)
{
    RstEditor *editor = panels.writing->editor();
    const MetadataForm *form = panels.writing->form();
    const PreviewView *preview = panels.preview->view();
    connect(editor, &RstEditor::edited, this, [this, editor] { m_session->setText(editor->text()); });
    connect(editor, &RstEditor::cursorPositionChanged, this, &PanelLink::updatePosition);
    connect(editor, &RstEditor::selectionChanged, this, [this, editor] {
        const session::TextRange range = editor->selection();
        const bool isShort = range.end - range.begin <= longestCounted;
        m_panels.status->setSelection(isShort ? editor->textCursor().selectedText() : QString());
    });
    connect(session, &session::PostSession::rendered, this, &PanelLink::show);
    connect(form, &MetadataForm::fieldEdited, this, &PanelLink::changeMetadata);
    connect(form, &MetadataForm::postRequested, this, [this] { changeMetadata(session::dateField, QString()); });
    connect(form, &MetadataForm::undoRequested, editor, &QPlainTextEdit::undo);
    connect(form, &MetadataForm::redoRequested, editor, &QPlainTextEdit::redo);
    connect(panels.remarks, &PostRemarks::postRequested, form, &MetadataForm::postRequested);
    connect(panels.remarks, &PostRemarks::textRequested, this, &PanelLink::goTo);
    connect(panels.outlinePanel, &OutlinePanel::sectionActivated, this, &PanelLink::goTo);
    connect(panels.problemsPanel, &ProblemsPanel::problemActivated, this, &PanelLink::goTo);
    connect(preview, &PreviewView::textRequested, this, &PanelLink::goTo);
    connect(preview, &PreviewView::linkHovered, panels.status, &StatusLine::setLink);
}

void PanelLink::show(const session::RenderingPtr &rendering)
{
    ScrollLink *scrolling = m_panels.scrollLink;
    m_panels.preview->view()->show(rendering, scrolling->takeMovedPlace(), scrolling->placeOfCursor());
    if (!m_session->isCurrent()) // positions in it are those of an older text
        return;
    m_panels.writing->editor()->marks().setProblems(rendering->problems);
    m_panels.writing->editor()->folding().setFolds(rendering->folds);
    m_panels.problems->setProblems(rendering->problems);
    const auto unfilled =
        std::size_t(std::ranges::count(rendering->problems, session::Severity::Unfilled, &session::Problem::severity));
    m_panels.docks->setProblemCount(rendering->problems.size() - unfilled, unfilled);
    m_panels.remarks->remarkOn(*rendering);
    m_panels.outline->setOutline(rendering->outline);
    m_panels.writing->form()->setValues(rendering->metadata);
    m_panels.status->setRendering(*rendering);
    updatePosition();
    Q_EMIT settled();
}

void PanelLink::changeMetadata(const QString &name, const std::optional<QString> &value)
{
    const auto changes = session::metadataChanges(m_session->text(), name, value, m_session->blog());
    if (changes)
        m_panels.writing->editor()->replace(*changes);
    else
        m_panels.messages->tell(MessageBar::Kind::Error, changes.error());
}

void PanelLink::goTo(session::TextRange range)
{
    m_panels.writing->editor()->goTo(range);
    m_panels.writing->editor()->setFocus();
}

void PanelLink::updatePosition()
{
    const QTextCursor cursor = m_panels.writing->editor()->textCursor();
    m_panels.status->setPosition(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    m_panels.problemsPanel->setPosition(cursor.position());
    m_panels.outlinePanel->setPosition(cursor.position());
}

} // namespace ui
