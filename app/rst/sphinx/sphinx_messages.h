// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/reporter.h"

#include <string_view>
#include <utility>

namespace rst {

/// Gives a warning that Sphinx only logs: no element of the tree stands for it. `subtype` is what a site's
/// `suppress_warnings` would name ("ref.doc"); empty where Sphinx gives none, which no site can suppress. It must be a literal.
template <DiagnosticKind kind, class... Args>
void warn(Reporter &reporter, Place place, std::string_view subtype, Args &&...args)
{
    const NodeId message = reporter.report<kind>(place, std::forward<Args>(args)...);
    reporter.setSubtype(message, subtype.empty() ? "sphinx" : subtype);
}

} // namespace rst
