// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace ui {

/// A tool tip that says `words` as they are. Qt takes for HTML what looks like it, and HTML from a post may name files.
[[nodiscard]] inline QString plainToolTip(const QString &words)
{
    return Qt::mightBeRichText(words) ? Qt::convertFromPlainText(words) : words;
}

} // namespace ui
