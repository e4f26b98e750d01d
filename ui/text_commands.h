// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace ui {

class RstEditor;

/// Undo, redo, cut, copy, paste and select all, in the text. (A field that has the keyboard takes the same keys itself.)
class TextCommands : public QObject
{
    Q_OBJECT

public:
    TextCommands(RstEditor *editor, QWidget *window);

    [[nodiscard]] QAction *undoAction() const { return m_undo; }
    [[nodiscard]] QAction *redoAction() const { return m_redo; }
    /// In the order of a menu; null for a separator.
    [[nodiscard]] QList<QAction *> actions() const { return m_all; }

private:
    QAction *m_undo;
    QAction *m_redo;
    QList<QAction *> m_all;
};

} // namespace ui
