// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace ui {

/// What preview.js tells us. Its slots are called from the page's side, through QWebChannel.
class PreviewChannel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

public Q_SLOTS:
    void ready() { Q_EMIT becameReady(); }
    /// The user clicked into a block, `offset` characters (white space not counted) into its text, on `word`.
    void click(int block, int offset, const QString &word) { Q_EMIT clicked(block, offset, word); }
    /// The user scrolled, up (-1) or down (1): what stands at `share` of the view's height is `part` of the way through a
    /// block.
    void scroll(int block, double part, double share, int direction) { Q_EMIT scrolled(block, part, share, direction); }
    void follow(const QString &link) { Q_EMIT linkClicked(link); }
    /// The user may want a picture of the network.
    void load(const QString &address) { Q_EMIT pictureRequested(address); }
    void paint(int revision) { Q_EMIT painted(revision); }

Q_SIGNALS:
    void becameReady();
    void clicked(int block, int offset, const QString &word);
    void scrolled(int block, double part, double share, int direction);
    void linkClicked(const QString &link);
    void pictureRequested(const QString &address);
    void painted(int revision);
};

} // namespace ui
