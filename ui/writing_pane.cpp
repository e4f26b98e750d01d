// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/writing_pane.h"

#include "ui/editor/find_bar.h"
#include "ui/editor/rst_editor.h"
#include "ui/panels/metadata_form.h"

#include <QVBoxLayout>

namespace ui {

WritingPane::WritingPane(QWidget *parent)
    : QWidget(parent)
    , m_form(new MetadataForm(this))
    , m_editor(new RstEditor(this))
    , m_findBar(new FindBar(m_editor, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_form);
    column->addWidget(m_editor, 1);
    column->addWidget(m_findBar);
}

} // namespace ui
