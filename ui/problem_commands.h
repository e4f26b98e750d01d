// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"
#include "session/quick_fix_search.h"
#include "session/settings.h"

#include <QObject>

class QAction;
class QWidget;

namespace ui {

class RstEditor;
class SpellingCommands;

/// What can be done about problems: offers what mends the one at the cursor, shows what that would change, and does it as
/// one step of the undo stack; and says whether prose is checked at all.
class ProblemCommands : public QObject
{
    Q_OBJECT

public:
    ProblemCommands(session::PostSession *session, RstEditor *editor, SpellingCommands *spelling,
                    session::Settings *settings, QWidget *window);

    [[nodiscard]] QAction *fixAction() const { return m_fix; }
    [[nodiscard]] QAction *proseAction() const { return m_prose; }
    /// One for each kind of hint about the words.
    [[nodiscard]] const QList<QAction *> &hintActions() const { return m_hints; }

private:
    void setProse(bool isChecked);
    void addHint(const QString &kind, const QString &text, QWidget *window);
    void search();
    void offer(int revision, const std::vector<session::OfferedFix> &fixes);
    void apply(int revision, const session::QuickFix &fix);

    session::PostSession *m_session;
    RstEditor *m_editor;
    SpellingCommands *m_spelling; // has what would mend a misspelt word
    session::Settings *m_settings;
    session::QuickFixSearch m_search;
    QAction *m_fix;
    QAction *m_prose;
    QList<QAction *> m_hints;
};

} // namespace ui
