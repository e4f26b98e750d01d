// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/diagnostic.h"

namespace rst {

/// Whether a message helps those who write. It does not where it is about what the engine made by itself, as it does of
/// `:pep:` and `index`, and where an error behind it says the same: docutils tells first that it tries the English name of a
/// directive or role. What docutils prints has these messages; whoever judges a post leaves them out.
[[nodiscard]] inline bool isWorthTelling(const Diagnostic &diagnostic)
{
    switch (diagnostic.kind) {
    case DiagnosticKind::NoDirectiveEntry:
    case DiagnosticKind::NoRoleEntry: return false;
    case DiagnosticKind::TargetNotReferenced: return !diagnostic.message.starts_with("Hyperlink target \"index-");
    default: return true;
    }
}

} // namespace rst
