// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/panels/message_bar.h"

#include "session/rendering.h"

#include <QObject>
#include <QUrl>

namespace ui {

/// What the message bar says about the open post itself: that it is no post, what stops the site's build, where a link
/// of its preview leads.
class PostRemarks : public QObject
{
    Q_OBJECT

public:
    PostRemarks(MessageBar *messages, QObject *parent);

    /// Another post was opened: what is wrong with it has not been said yet.
    void begin() { m_isFresh = true; }
    /// Says once, and only if the bar says nothing else, what keeps the text from being the post its author means.
    void remarkOn(const session::Rendering &rendering);
    /// Says where a link leads; opening it is another step, and the user's.
    void tellLink(const QUrl &wanted);

Q_SIGNALS:
    void postRequested();
    void textRequested(session::TextRange range);
    /// The user wants the import's damage repaired.
    void repairRequested();

private:
    struct Remark {
        MessageBar::Kind kind = MessageBar::Kind::Note;
        QString sentence = {}; // empty: there is nothing to say
        Remedy remedy = {};
    };
    [[nodiscard]] Remark remarkFor(const session::Rendering &rendering);

    MessageBar *m_messages;
    QString m_told = {}; // of the post, until it does not hold any more
    bool m_isFresh = false;
};

} // namespace ui
