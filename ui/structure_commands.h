// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QWidget;

namespace session {
struct MarkupEdit;
}

namespace ui {

class RstEditor;

/// The commands that change how a text is built rather than its words: sections move and change their level, tables
/// grow; and the way to a line by its number.
class StructureCommands : public QObject
{
    Q_OBJECT

public:
    StructureCommands(RstEditor *editor, QWidget *window);

    [[nodiscard]] const QList<QAction *> &sectionActions() const { return m_sections; }
    [[nodiscard]] const QList<QAction *> &tableActions() const { return m_tables; }
    [[nodiscard]] QAction *goToLineAction() const { return m_goToLine; }

    /// Whether there is a text to change.
    void setEnabled(bool enabled);

private:
    using Edit = session::MarkupEdit (*)(const QString &text, int position);

    QAction *add(QList<QAction *> &group, const QString &name, QLatin1StringView icon, const QString &text,
                 const QList<QKeySequence> &keys, Edit edit);
    void goToLine();

    RstEditor *m_editor;
    QWidget *m_window;
    QList<QAction *> m_sections;
    QList<QAction *> m_tables;
    QAction *m_goToLine;
};

} // namespace ui
