// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"

#include <span>

/// docutils' directives by group, for standardDirectives() and for dialects that take only some of them.
namespace rst {

[[nodiscard]] std::span<const DirectiveSpec> admonitionDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> imageDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> bodyDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> codeDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> tableDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> csvTableDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> htmlDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> fileDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> substitutionDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> miscDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> partDirectives() noexcept;
[[nodiscard]] std::span<const DirectiveSpec> referenceDirectives() noexcept;

} // namespace rst
