// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/completion.h"
#include "session/post_session.h"

#include <QObject>
#include <QPoint>

class QAction;

namespace ui {

class RstEditor;
class SpellingCommands;

/// Tells what is worth knowing about the place under the mouse, or, on request, at the cursor: its problems, its spelling,
/// help with its markup, and the picture it names.
class PlaceTips : public QObject
{
    Q_OBJECT

public:
    PlaceTips(session::PostSession *session, RstEditor *editor, const SpellingCommands *spelling, QWidget *window);

    [[nodiscard]] QAction *helpAction() const { return m_help; }

private:
    /// Whether there is anything to show.
    bool show(int position, const QPoint &global, const QString &problems);
    void showAtCursor();
    void showPicture(int tip, const QPoint &global, const QString &text, const QString &picture);

    session::PostSession *m_session;
    RstEditor *m_editor;
    const SpellingCommands *m_spelling;
    QAction *m_help;
    int m_tips = 0; // shown so far: a picture that comes late belongs to none of the later ones
};

} // namespace ui
