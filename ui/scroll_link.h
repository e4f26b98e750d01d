// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/preview/preview_view.h"

#include "session/post_session.h"

#include <QObject>

#include <optional>

namespace ui {

class RstEditor;

/// Keeps text and preview in step, both ways: whichever the user scrolls, the other shows the same block.
class ScrollLink : public QObject
{
    Q_OBJECT

public:
    ScrollLink(RstEditor *editor, PreviewView *preview, const session::PostSession *session, QObject *parent);

    /// Where the preview should stand after the next patch; nothing if the text did not scroll since it was last told,
    /// since then the preview keeps its own place.
    [[nodiscard]] std::optional<PreviewPlace> takeMovedPlace();

private:
    [[nodiscard]] PreviewPlace placeOfText() const;
    void followText();
    void followPreview(const PreviewPlace &place);

    RstEditor *m_editor;
    PreviewView *m_preview;
    const session::PostSession *m_session;
    bool m_isFollowing = false; // the text scrolls because the preview did
    bool m_hasMoved = true;
};

} // namespace ui
