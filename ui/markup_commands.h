// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/markup_edits.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace ui {

class RstEditor;

/// The commands that write reStructuredText at the cursor: inline markup, links, headings, lists and blocks.
class MarkupCommands : public QObject
{
    Q_OBJECT

public:
    MarkupCommands(RstEditor *editor, QWidget *window);

    /// In the order of a menu; null for a separator.
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    /// The few that stand in the tool bar.
    [[nodiscard]] const QList<QAction *> &frequent() const { return m_frequent; }

    /// Whether there is a text to write in.
    void setEnabled(bool enabled);

private:
    QAction *add(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key);
    void addInline(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                   const QString &mark);
    void addHeading(const QString &text, int level);
    void addList(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                 session::ListKind kind);
    void addBlock(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                  const QString &block);
    void insertLink();
    void goToLine();
    [[nodiscard]] session::TextRange selection() const;
    void apply(const session::MarkupEdit &edit);

    RstEditor *m_editor;
    QWidget *m_window;
    QList<QAction *> m_actions;
    QList<QAction *> m_frequent;
};

} // namespace ui
