// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/writing_pane.h"

#include "ui/editor/find_bar.h"
#include "ui/editor/rst_editor.h"
#include "ui/editor/steady_view.h"
#include "ui/panels/metadata_form.h"

#include <QAction>
#include <QResizeEvent>
#include <QTextDocument>
#include <QVBoxLayout>

namespace ui {

namespace {

// Heights in pixels: below the first, an open form leaves the text but a few lines; from the second on it has room again. They
// differ so that a message that comes and goes does not fold the form.
constexpr int leastHeight = 400;
constexpr int enoughHeight = 460;
constexpr int leastLines = 5; // of the text, which an open form leaves

} // namespace

WritingPane::WritingPane(QWidget *parent)
    : QWidget(parent)
    , m_form(new MetadataForm(this))
    , m_editor(new RstEditor(this))
    , m_steady(new SteadyView(m_editor))
    , m_findBar(new FindBar(m_editor, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_form);
    column->addWidget(m_editor, 1);
    column->addWidget(m_findBar);
    connect(m_form->expandAction(), &QAction::triggered, this, [this] { m_isFoldedForRoom = false; });
}

bool WritingPane::wantsForm() const
{
    return m_form->isExpanded() || m_isFoldedForRoom;
}

bool WritingPane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // the find bar comes or goes
        giveRoom();
    return QWidget::event(event);
}

/// The form has what the text can spare.
void WritingPane::giveRoom()
{
    const int text =
        leastLines * m_editor->fontMetrics().lineSpacing() + 2 * int(m_editor->document()->documentMargin());
    m_form->setRoom(height() - text - (m_findBar->isHidden() ? 0 : m_findBar->sizeHint().height()));
}

void WritingPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveRoom();
    const bool wasLow = event->oldSize().isValid() && event->oldSize().height() < leastHeight;
    if (height() < leastHeight && !wasLow && m_form->isExpanded())
        foldForm(true);
    else if (height() >= enoughHeight && m_isFoldedForRoom)
        foldForm(false);
}

void WritingPane::foldForm(bool isFolded)
{
    m_isFoldedForRoom = isFolded;
    m_form->setExpanded(!isFolded);
}

} // namespace ui
