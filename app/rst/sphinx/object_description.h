// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"
#include "rst/directives/option_converters.h"

#include <span>
#include <string_view>
#include <vector>

/// What the descriptions of all domains have in common (`sphinx.directives.ObjectDescription`).
namespace rst::sphinx {

inline constexpr OptionSpec objectOptions[] = {
    {"no-index", options::flag},        {"no-index-entry", options::flag}, {"no-contents-entry", options::flag},
    {"no-typesetting", options::flag},  {"noindex", options::flag},        {"noindexentry", options::flag},
    {"nocontentsentry", options::flag},
};

/// The type of object in a directive's name, without its domain.
[[nodiscard]] std::string_view typeOf(const DirectiveContext &directive);
/// The signatures: one a line; a backslash at its end joins a line with the next.
[[nodiscard]] std::vector<std::string_view> signaturesOf(DirectiveContext &directive);
/// The list that a description is, with its classes, and the index entry before it.
[[nodiscard]] NodeId appendDescription(DirectiveContext &directive, std::string_view domain);
/// What it says of the object, with fields as the domain does not know them; and as they are written.
NodeId appendContent(DirectiveContext &directive, NodeId description);
NodeId appendParsedContent(DirectiveContext &directive, NodeId description);
/// Gives the signature its id and makes it known to references.
void noteObject(DirectiveContext &directive, NodeId signature, std::string_view table, std::string_view name,
                std::string_view id);
[[nodiscard]] bool isIndexed(const DirectiveContext &directive);

/// A directive that describes an object.
[[nodiscard]] constexpr DirectiveSpec objectDirective(std::string_view name, void (*run)(DirectiveContext &),
                                                      std::span<const OptionSpec> specOptions = objectOptions)
{
    return {.name = name,
            .requiredArguments = 1,
            .finalArgumentWhitespace = true,
            .hasContent = true,
            .options = specOptions,
            .run = run};
}

} // namespace rst::sphinx
