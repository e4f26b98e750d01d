// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/node.h"

#include <string_view>

namespace rst {

/// The title that Sphinx gives an admonition of this kind in a language; in English where the language is not known here.
/// Empty for a kind that has a title of its own or none.
[[nodiscard]] std::string_view admonitionLabel(NodeKind kind, std::string_view language) noexcept;

} // namespace rst
