// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/window_layout.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/editor/rst_editor.h"
#include "ui/editor/writing_modes.h"
#include "ui/panels/metadata_form.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/preview_view.h"
#include "ui/writing_pane.h"

#include <QAction>
#include <QMainWindow>
#include <QSplitter>

namespace ui {

void restoreLayout(const session::Settings &settings, const WindowLayout &layout)
{
    RstEditor *editor = layout.writing->editor();
    layout.writing->form()->setExpanded(settings.expandsForm);
    editor->setZoom(settings.editorZoom);
    editor->wrapAction()->setChecked(settings.wrapsLines);
    editor->modes().focusAction()->setChecked(settings.isFocused);
    editor->modes().typewriterAction()->setChecked(settings.isTypewriter);
    layout.preview->view()->setZoom(settings.previewZoom);
    resizeWithinScreen(layout.window, {1360, 860});
    layout.window->restoreGeometry(settings.windowGeometry);
    if (!layout.splitter->restoreState(settings.splitterState))
        layout.splitter->setSizes({1000, 1000});
}

void rememberLayout(session::Settings &settings, const WindowLayout &layout)
{
    const RstEditor *editor = layout.writing->editor();
    settings.windowGeometry = layout.window->saveGeometry();
    settings.splitterState = layout.splitter->saveState();
    settings.expandsForm = layout.writing->wantsForm();
    settings.editorZoom = editor->zoom();
    settings.wrapsLines = editor->wrapAction()->isChecked();
    settings.isFocused = editor->modes().focusAction()->isChecked();
    settings.isTypewriter = editor->modes().typewriterAction()->isChecked();
    settings.previewZoom = layout.preview->view()->zoom();
}

} // namespace ui
