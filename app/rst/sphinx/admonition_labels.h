// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/node.h"

#include <string>
#include <string_view>

namespace rst {

/// The title that Sphinx gives an admonition of this kind in a language; in English where the language is not known here.
/// Empty for a kind that has a title of its own or none.
[[nodiscard]] std::string_view admonitionLabel(NodeKind kind, std::string_view language) noexcept;

/// `Added in version 2.0` in a language, for the directive `versionadded` or one of its kin.
[[nodiscard]] std::string versionLabel(std::string_view directive, std::string_view version, std::string_view language);

} // namespace rst
