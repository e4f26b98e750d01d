// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/option_converters.h"
#include "rst/text/names.h"

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#admonitions
namespace rst {

namespace {

constexpr OptionSpec admonitionOptions[] = {{"class", options::classOption}, {"name", options::unchanged}};

NodeId appendAdmonition(DirectiveContext &directive, NodeKind kind)
{
    const NodeId admonition = directive.append(kind);
    directive.addClasses(admonition);
    directive.addName(admonition);
    directive.addPresetAlt(admonition);
    return admonition;
}

template <NodeKind kind>
void runAdmonition(DirectiveContext &directive)
{
    if (directive.requireContent())
        directive.parseContent(appendAdmonition(directive, kind));
}

/// The generic admonition, with a title of its own.
void runTitledAdmonition(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId admonition = appendAdmonition(directive, NodeKind::Admonition);
    directive.appendTitle(admonition, NodeKind::Title);
    if (!directive.hasOption("class")) {
        document.addAttribute(admonition, AttributeName::Classes,
                              document.store("admonition-" + makeId(directive.argument(0))));
    }
    directive.parseContent(admonition);
}

template <NodeKind kind>
constexpr DirectiveSpec admonition(std::string_view name)
{
    return {.name = name, .hasContent = true, .options = admonitionOptions, .run = runAdmonition<kind>};
}

constexpr DirectiveSpec admonitionsSpecs[] = {
    admonition<NodeKind::Attention>("attention"),
    admonition<NodeKind::Caution>("caution"),
    admonition<NodeKind::Danger>("danger"),
    admonition<NodeKind::Error>("error"),
    admonition<NodeKind::Hint>("hint"),
    admonition<NodeKind::Important>("important"),
    admonition<NodeKind::Note>("note"),
    admonition<NodeKind::Tip>("tip"),
    admonition<NodeKind::Warning>("warning"),
    {.name = "admonition",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = admonitionOptions,
     .run = runTitledAdmonition},
};

} // namespace

std::span<const DirectiveSpec> admonitionDirectives() noexcept
{
    return admonitionsSpecs;
}

} // namespace rst
