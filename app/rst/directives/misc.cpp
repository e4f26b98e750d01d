// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/option_converters.h"
#include "rst/text/unicode.h"

#include <format>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#miscellaneous
namespace rst {

namespace {

constexpr OptionSpec testOptions[] = {{"option", options::unchangedRequired}};

/// Classes for the content's elements, or for the next element, which only a transform can find.
void runClass(DirectiveContext &directive)
{
    const std::expected<std::vector<std::string>, std::string> classes = options::classesFrom(directive.argument(0));
    if (!classes) {
        directive.report<DiagnosticKind::DirectiveInvalidClass>(directive.argumentSpan(0), directive.nameAsWritten,
                                                                directive.argument(0));
        return;
    }
    Document &document = directive.document();
    if (directive.content.empty()) {
        const NodeId pending = document.append(directive.parent, NodeKind::Pending, directive.span);
        directive.addClasses(pending, *classes, AttributeName::PendingClasses);
        document.setAttribute(pending, AttributeName::Name, directive.nameAsWritten);
        document.setAttribute(pending, AttributeName::Rawsource, directive.blockText());
        document.pendings().push_back({.node = pending, .kind = PendingKind::ClassAttribute});
        return;
    }
    const NodeId container = document.create(NodeKind::Container);
    directive.parseContent(container);
    for (const NodeRef element : document[container].children())
        directive.addClasses(element.id(), *classes);
    document.moveChildren(container, directive.parent);
}

/// The document's title as its metadata has it; not what it shows.
void runTitle(DirectiveContext &directive)
{
    directive.document().setAttribute(Document::root(), AttributeName::Title, directive.argument(0));
}

/// Says what it was given, as Python would print that; for docutils' own tests.
void runTestDirective(DirectiveContext &directive)
{
    std::string arguments;
    for (const std::string_view argument : directive.arguments)
        arguments += (arguments.empty() ? "" : ", ") + pythonRepr(argument);
    std::string given;
    for (const Option &option : directive.options) {
        const std::string value = directive.text(option.name);
        given += std::format("{}{}: {}", given.empty() ? "" : ", ", pythonRepr(option.name), pythonRepr(value));
    }
    arguments = "[" + arguments + "]";
    given = "{" + given + "}";
    const NodeId message = directive.reporter().report<DiagnosticKind::TestDirectiveProcessed>(
        {directive.line, directive.span}, directive.nameAsWritten, arguments, given,
        directive.content.empty() ? " None" : "");
    if (!directive.content.empty())
        directive.reporter().quote(message, directive.contentText());
    directive.add(message);
}

constexpr DirectiveSpec miscSpecs[] = {
    {.name = "class", .requiredArguments = 1, .finalArgumentWhitespace = true, .hasContent = true, .run = runClass},
    {.name = "title", .requiredArguments = 1, .finalArgumentWhitespace = true, .run = runTitle},
    {.name = "restructuredtext-test-directive",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = testOptions,
     .run = runTestDirective},
};

} // namespace

std::span<const DirectiveSpec> miscDirectives() noexcept
{
    return miscSpecs;
}

} // namespace rst
