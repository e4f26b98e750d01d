// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"

#include <QObject>

#include <optional>

namespace ui {

class MessageBar;
class OutlineModel;
class OutlinePanel;
class PostRemarks;
class PreviewPane;
class ProblemsModel;
class ProblemsPanel;
class ScrollLink;
class StatusLine;
class WindowDocks;
class WritingPane;

/// What shows something of the post beside its text.
struct PostPanels {
    WritingPane *writing = nullptr;
    PreviewPane *preview = nullptr;
    OutlineModel *outline = nullptr;
    OutlinePanel *outlinePanel = nullptr;
    ProblemsModel *problems = nullptr;
    ProblemsPanel *problemsPanel = nullptr;
    WindowDocks *docks = nullptr;
    StatusLine *status = nullptr;
    PostRemarks *remarks = nullptr;
    MessageBar *messages = nullptr;
    ScrollLink *scrollLink = nullptr;
};

/// Keeps the panels in step with the text: each rendering is shown in all of them, and what is chosen or changed in one
/// of them happens in the text.
class PanelLink : public QObject
{
    Q_OBJECT

public:
    PanelLink(session::PostSession *session, const PostPanels &panels, QObject *parent);

    /// Puts the cursor there, and the keyboard.
    void goTo(session::TextRange range);
    void updatePosition();

Q_SIGNALS:
    /// Everything shown is that of the text as it stands.
    void settled();

private:
    void show(const session::RenderingPtr &rendering);
    void changeMetadata(const QString &name, const std::optional<QString> &value);

    session::PostSession *m_session;
    PostPanels m_panels;
};

} // namespace ui
