// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace session {

/// The enumerator after one such as `1. `, `(b) ` or `iv) `, in the same form; one that ends in `#` stays. `before`, the
/// enumerator of the item above, decides what a letter means that is a Roman number as well. Empty for what is no
/// enumerator, or has no successor.
[[nodiscard]] QString nextEnumerator(const QString &marker, const QString &before);

} // namespace session
