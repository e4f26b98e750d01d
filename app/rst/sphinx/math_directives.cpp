// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-math

#include "rst/directives/option_converters.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_messages.h"
#include "rst/text/names.h"

#include <format>

namespace rst {
namespace {

constexpr OptionSpec mathOptions[] = {
    {"label", options::unchanged},
    {"name", options::unchanged},
    {"class", options::classOption},
    {"nowrap", options::flag},
};

/// Gives a labelled equation its number and, before it, the target that `:eq:` leads to.
void addEquation(DirectiveContext &directive, NodeId math, std::string label)
{
    Document &document = directive.document();
    SphinxEnvironment &environment = *directive.context.sphinx;
    const std::string &docname = directive.context.settings.sphinx.docname;
    if (label.empty())
        label = std::format("{}:{}", docname, environment.newSerial("sphinx.ext.math#equations"));
    if (environment.equations.contains(label))
        warn<DiagnosticKind::SphinxDuplicateEquation>(directive.reporter(), directive.place(), {}, label, docname);
    const std::uint32_t number = environment.newSerial("eqno") + 1;
    environment.equations[label] = number;
    document.setAttribute(math, AttributeName::EquationNumber, std::int64_t(number));

    const NodeId target = document.create(NodeKind::Target, directive.span, 0);
    document.addAttribute(target, AttributeName::Ids, document.store(makeId("equation-" + label)));
    directive.targets().noteExplicitTarget(target);
    document.insertBefore(math, target);
}

void runSphinxMath(DirectiveContext &directive)
{
    Document &document = directive.document();
    std::string_view latex = directive.contentText();
    if (!directive.argument(0).empty())
        latex = document.store(std::format("{}\n\n{}", directive.argument(0), latex));
    const NodeId math = directive.append(NodeKind::MathBlock);
    document.setAttribute(math, AttributeName::XmlSpace, "preserve");
    document.appendText(math, latex, directive.span);
    directive.addClasses(math);
    if (directive.hasOption("nowrap"))
        document.setAttribute(math, AttributeName::Nowrap, "True");
    directive.addName(math);
    if (directive.hasOption("label"))
        addEquation(directive, math, directive.text("label"));
    else if (directive.hasOption("name"))
        addEquation(directive, math, directive.text("name"));
}

constexpr DirectiveSpec sphinxMathSpecs[] = {
    {.name = "math",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = mathOptions,
     .run = runSphinxMath},
};

} // namespace

std::span<const DirectiveSpec> sphinxMathDirectives() noexcept
{
    return sphinxMathSpecs;
}

} // namespace rst
