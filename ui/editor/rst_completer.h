// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/completion.h"
#include "session/post_session.h"

#include <QFrame>
#include <QObject>
#include <QPointer>

#include <utility>

class QAction;
class QKeyEvent;
class QLabel;
class QListWidget;

namespace ui {

class RstEditor;

/// Offers names below the cursor while markup is typed, and on request, with help beside them. The keyboard stays in the
/// text: arrows choose, Return or Tab puts in, Escape and whatever else is typed leaves.
class RstCompleter : public QObject
{
    Q_OBJECT

public:
    RstCompleter(session::PostSession *session, RstEditor *editor, QWidget *window);

    [[nodiscard]] QAction *completeAction() const { return m_complete; }
    /// What the blog's posts have in their metadata.
    void setLabels(session::KnownLabels labels) { m_labels = std::move(labels); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Occasion : std::uint8_t { Typing, Request };

    void noticeEdit();
    void complete(Occasion occasion);
    void fill(const std::vector<session::Proposal> &proposals);
    void place();
    bool handleKey(const QKeyEvent *event);
    void insertCurrent();
    void showHelp(int row);

    session::PostSession *m_session;
    RstEditor *m_editor;
    QAction *m_complete;
    QPointer<QFrame> m_popup; // goes with the editor, which may still tell of its own end
    QListWidget *m_list;
    QLabel *m_help;
    session::CompletionContext m_context;
    session::KnownLabels m_labels;
    std::vector<session::Proposal> m_proposals;
    int m_length = 0; // of the text, at the last edit
    bool m_isInserting = false;
};

} // namespace ui
