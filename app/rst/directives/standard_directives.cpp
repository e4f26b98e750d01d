// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/roles/role.h"

namespace rst {

namespace {

// docutils' parsers/rst/languages/en.py: the English names that differ from the canonical ones.
constexpr struct {
    std::string_view name;
    std::string_view canonical;
} englishNames[] = {
    {"code-block", "code"},
    {"sourcecode", "code"},
    {"section-numbering", "sectnum"},
};

} // namespace

DirectiveTable standardDirectives()
{
    DirectiveTable table;
    for (const std::span<const DirectiveSpec> group :
         {admonitionDirectives(), imageDirectives(), bodyDirectives(), codeDirectives(), tableDirectives(),
          csvTableDirectives(), htmlDirectives(), fileDirectives(), substitutionDirectives(), miscDirectives(),
          partDirectives(), referenceDirectives(), roleDirectives()})
        table.add(group);
    for (const auto &[name, canonical] : englishNames)
        table.addAlias(name, canonical);
    return table;
}

} // namespace rst
