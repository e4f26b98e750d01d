// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/names.h"

namespace session {

/// What looks like the place of a name, by its characters alone; literal text between double backquotes is passed over.
[[nodiscard]] std::vector<NamePlace> scannedNames(const QString &text);

/// Whether a name can be referred to without backquotes: letters and digits, with single marks among them
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#reference-names).
[[nodiscard]] bool isBareName(QStringView name);

} // namespace session
