// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace session {

/// A link on the clipboard.
struct CopiedLink {
    QString title = {};   // empty where only an address was copied
    QString address = {}; // http, https or mailto; empty where there is no link
};

/// The one link that was copied, as plain text or as a page's HTML: an address, a title with an address below it, a link
/// of a page, or Markdown's. Nothing where there are several, or other words.
[[nodiscard]] CopiedLink copiedLink(const QString &text, const QString &html);

} // namespace session
