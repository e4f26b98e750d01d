// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/list_edits.h"
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

    // Each in the order of a menu; null for a separator.
    [[nodiscard]] const QList<QAction *> &inlineActions() const { return m_inline; }
    [[nodiscard]] const QList<QAction *> &headingActions() const { return m_headings; }
    [[nodiscard]] const QList<QAction *> &listActions() const { return m_lists; }
    [[nodiscard]] const QList<QAction *> &insertActions() const { return m_insertions; }

    /// Whether there is a text to write in.
    void setEnabled(bool enabled);

Q_SIGNALS:
    /// A picture is to be chosen, stored and inserted.
    void pictureWanted();

private:
    QAction *add(QList<QAction *> &group, const QString &name, QLatin1StringView icon, const QString &text,
                 const QKeySequence &key);
    void addInline(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                   const QString &mark);
    void addHeading(const QString &text, int level);
    void addList(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                 session::ListKind kind);
    void addBlock(const QString &name, QLatin1StringView icon, const QString &text, const QKeySequence &key,
                  const QString &block);
    void insertLink();
    void insertCode();
    void apply(const session::MarkupEdit &edit);

    RstEditor *m_editor;
    QWidget *m_window;
    QList<QAction *> m_inline;
    QList<QAction *> m_headings;
    QList<QAction *> m_lists;
    QList<QAction *> m_insertions;
};

} // namespace ui
