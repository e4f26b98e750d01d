// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What the dialect is made of: docutils' directives and roles, and what Sphinx and ABlog have in their place or beside them.

#include "rst/sphinx/sphinx_dialect.h"

#include "rst/directives/directive_groups.h"

#include <algorithm>
#include <optional>

namespace rst {
namespace {

const DirectiveSpec &standardDirective(std::span<const DirectiveSpec> group, std::string_view name)
{
    return *std::ranges::find(group, name, &DirectiveSpec::name);
}

/// A figure, whose option `name` names itself and not its image.
void runSphinxFigure(DirectiveContext &directive)
{
    Document &document = directive.document();
    const auto name = std::ranges::find(directive.options, "name", &Option::name);
    std::optional<Option> nameOption;
    if (name != directive.options.end()) {
        nameOption = *name;
        directive.options.erase(name);
    }
    const NodeRef before = document[directive.parent].lastChild();
    standardDirective(imageDirectives(), "figure").run(directive);
    const NodeRef figure = document[directive.parent].lastChild();
    if (!nameOption || !figure || figure == before || !figure.is(NodeKind::Figure) || figure.previous() != before)
        return;
    directive.options.push_back(*nameOption);
    directive.addName(figure.id());
}

} // namespace

DirectiveTable sphinxDirectives()
{
    DirectiveTable table = standardDirectives();
    for (const auto &group :
         {sphinxAdmonitionDirectives(), sphinxCodeDirectives(), sphinxIncludeDirectives(), sphinxLayoutDirectives(),
          sphinxIndexDirectives(), sphinxMathDirectives(), sphinxPythonDirectives(), sphinxStandardDirectives(),
          sphinxRestructuredTextDirectives(), sphinxGrammarDirectives(), ablogDirectives()})
        table.add(group);

    DirectiveSpec figure = standardDirective(imageDirectives(), "figure");
    figure.run = runSphinxFigure;
    table.add(figure);
    // Python's domain takes the name `class` for its own.
    for (const std::string_view name : {"rst-class", "cssclass"}) {
        DirectiveSpec spec = standardDirective(miscDirectives(), "class");
        spec.name = name;
        table.add(spec);
    }
    return table;
}

RoleTable sphinxRoles()
{
    RoleTable table = standardRoles();
    addMarkupRoles(table);
    addIndexRoles(table);
    addCrossReferenceRoles(table);
    return table;
}

} // namespace rst
