// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/preview/preview_view.h"

#include "session/post_session.h"

#include <QObject>

#include <optional>

class QAction;

namespace ui {

class RstEditor;
class SteadyView;

/// Keeps text and preview in step, both ways: whichever the user scrolls, the other shows the same block. A key jumps from
/// one to the other.
class ScrollLink : public QObject
{
    Q_OBJECT

public:
    ScrollLink(RstEditor *editor, const SteadyView *steady, PreviewView *preview, const session::PostSession *session,
               QWidget *window);

    [[nodiscard]] QAction *jumpAction() const { return m_jump; }

    /// Where the preview should stand after the next patch; nothing if the text did not scroll since it was last told,
    /// since then the preview keeps its own place.
    [[nodiscard]] std::optional<PreviewPlace> takeMovedPlace();

    /// Where somebody writes, which the preview should have in view after the next patch; nothing if the keyboard is elsewhere,
    /// or the cursor is out of view.
    [[nodiscard]] std::optional<session::BlockPlace> placeOfCursor() const;

private:
    [[nodiscard]] PreviewPlace placeOfText() const;
    void followText();
    void followPreview(const PreviewPlace &place, ScrollDirection direction);
    void jump();
    void jumpToPreview();
    void jumpToText();

    RstEditor *m_editor;
    const SteadyView *m_steady;
    PreviewView *m_preview;
    const session::PostSession *m_session;
    QAction *m_jump;
    PreviewPlace m_previewPlace; // where the preview was scrolled to, by whom ever
    int m_textScroll = 0;        // where the text's scroll bar was
    bool m_isFollowing = false;  // the text scrolls because the preview did
    bool m_hasMoved = true;
};

} // namespace ui
