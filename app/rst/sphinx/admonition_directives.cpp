// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// `seealso`, and notes about versions
// (https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#describing-changes-between-versions).

#include "rst/directives/option_converters.h"
#include "rst/sphinx/admonition_labels.h"
#include "rst/sphinx/site_words.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>

namespace rst {
namespace {

constexpr OptionSpec sphinxAdmonitionOptions[] = {{"class", options::classOption}, {"name", options::unchanged}};

void runSeealso(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    const NodeId node = directive.append(NodeKind::SeeAlso);
    directive.addClasses(node);
    directive.addName(node);
    directive.parseContent(node);
}

struct VersionNote {
    std::string_view directive = {};
    std::string_view className = {};
};
constexpr VersionNote versionNotes[] = {
    {"versionadded", "added"},
    {"versionchanged", "changed"},
    {"deprecated", "deprecated"},
    {"versionremoved", "removed"},
};

/// `Added in version 2.0: ` as the beginning of a paragraph.
NodeId makeVersionLabel(DirectiveContext &directive, const VersionNote &note, std::string_view end)
{
    Document &document = directive.document();
    const NodeId label = document.create(NodeKind::InlineElement, directive.nameSpan, directive.line);
    document.addAttribute(label, AttributeName::Classes, "versionmodified");
    document.addAttribute(label, AttributeName::Classes, note.className);
    const std::string &language = directive.context.settings.sphinx.language;
    document.appendText(
        label, document.store(versionLabel(note.directive, directive.argument(0), language) + std::string(end)));
    return label;
}

void runVersionNote(DirectiveContext &directive)
{
    Document &document = directive.document();
    const VersionNote &note = *std::ranges::find(versionNotes, directive.name, &VersionNote::directive);
    const NodeId node = directive.append(NodeKind::VersionModified);
    document.setAttribute(node, AttributeName::Type, directive.name);

    std::vector<NodeId> messages;
    if (directive.arguments.size() == 2) {
        const NodeId paragraph = document.append(node, NodeKind::Paragraph, directive.argumentSpan(1), directive.line);
        messages = directive.parser.inlineText(directive.argumentText(1), directive.line + 1, paragraph);
    }
    if (!directive.content.empty())
        directive.parseContent(node);

    const NodeRef first = document[node].firstChild();
    if (first && first.is(NodeKind::Paragraph)) {
        document.prepend(first.id(), makeVersionLabel(directive, note, ": "));
    } else {
        const NodeId paragraph = document.create(NodeKind::Paragraph, directive.nameSpan, directive.line);
        document.append(paragraph, makeVersionLabel(directive, note, first ? ": " : "."));
        document.prepend(node, paragraph);
    }
    for (const NodeId message : messages)
        directive.add(message);
}

/// What is left to do (`sphinx.ext.todo`): read like a note, but on the page only where the site wants it there.
void runTodo(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId only = directive.append(NodeKind::Only);
    document.setAttribute(only, AttributeName::Expression, showsTodos);
    const NodeId note = document.append(only, NodeKind::Admonition, directive.span, directive.line);
    directive.addClasses(note);
    if (!document[note].hasAttribute(AttributeName::Classes))
        document.addAttribute(note, AttributeName::Classes, "admonition-todo");
    document.appendText(document.append(note, NodeKind::Title, directive.nameSpan, directive.line),
                        siteWord(SiteWord::Todo, directive.context.settings.sphinx.language));
    directive.parseContent(note);
    directive.addName(note);
    directive.targets().noteExplicitTarget(note);
}

/// The list of them all is on the page of a site that shows them, and there it is Sphinx that knows them.
void runTodolist(DirectiveContext & /*directive*/)
{
}

constexpr DirectiveSpec versionNote(std::string_view name)
{
    return {.name = name,
            .requiredArguments = 1,
            .optionalArguments = 1,
            .finalArgumentWhitespace = true,
            .hasContent = true,
            .run = runVersionNote};
}

constexpr DirectiveSpec sphinxAdmonitionSpecs[] = {
    {.name = "seealso", .hasContent = true, .options = sphinxAdmonitionOptions, .run = runSeealso},
    versionNote("versionadded"),
    versionNote("versionchanged"),
    versionNote("deprecated"),
    versionNote("versionremoved"),
};

constexpr DirectiveSpec sphinxTodoSpecs[] = {
    {.name = "todo", .hasContent = true, .options = sphinxAdmonitionOptions, .run = runTodo},
    {.name = "todolist", .run = runTodolist},
};

} // namespace

std::span<const DirectiveSpec> sphinxAdmonitionDirectives() noexcept
{
    return sphinxAdmonitionSpecs;
}

std::span<const DirectiveSpec> sphinxTodoDirectives() noexcept
{
    return sphinxTodoSpecs;
}

} // namespace rst
