// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/table_edits.h"

#include <QObject>

class QKeyEvent;

namespace ui {

class RstEditor;
class SlotFilling;

/// Return, Tab and Shift+Tab as the text at the cursor asks for: lists go on, tables have cells, templates have slots.
class TypingKeys : public QObject
{
    Q_OBJECT

public:
    explicit TypingKeys(RstEditor *editor);

    /// False where the key is to do what it always does.
    [[nodiscard]] bool take(const QKeyEvent &event);

private:
    bool takeReturn();
    void takeTab(session::CellStep step);

    RstEditor *m_editor;
    SlotFilling *m_slots;
};

} // namespace ui
