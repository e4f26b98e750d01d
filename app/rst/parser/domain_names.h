// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/parse_context.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rst {

/// What a name with a domain before it, `domain:name`, may be the name of.
enum class DomainElement : std::uint8_t { Directive, Role };

/// The name without its domain where that is one of the standard domain's, in which Sphinx looks last; else nothing. Says
/// so where there is no such domain (`sphinx_domains.lookup_domain_element`). `name` is in lower case, and no domain has it.
[[nodiscard]] std::string nameInStandardDomain(ParseContext &context, DomainElement element, std::string_view name,
                                               Span span);

} // namespace rst
