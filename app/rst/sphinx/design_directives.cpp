// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What the extensions sphinx-design and sphinxcontrib-youtube define, shown plainly: the same text in simple boxes, and
// a link in the place of a player (https://sphinx-design.readthedocs.io).

#include "rst/directives/option_converters.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>

namespace rst {
namespace {

/// Any text: these options only style what is shown.
options::Result anything(const std::string *given)
{
    return given == nullptr ? std::string() : *given;
}

constexpr OptionSpec boxOptions[] = {
    {"class", options::classOption}, {"name", options::unchanged},   {"open", options::flag},      {"color", anything},
    {"icon", anything},              {"chevron", anything},          {"animate", anything},        {"margin", anything},
    {"padding", anything},           {"gutter", anything},           {"outline", options::flag},   {"reverse", options::flag},
    {"columns", anything},           {"child-direction", anything},  {"child-align", anything},    {"shadow", anything},
    {"text-align", anything},        {"img-top", anything},          {"img-bottom", anything},     {"img-background", anything},
    {"img-alt", anything},           {"link", anything},             {"link-type", anything},      {"link-alt", anything},
    {"width", anything},             {"selected", options::flag},    {"sync", anything},           {"sync-group", anything},
    {"class-container", anything},   {"class-row", anything},        {"class-item", anything},     {"class-title", anything},
    {"class-body", anything},        {"class-label", anything},      {"class-content", anything},  {"class-header", anything},
    {"class-footer", anything},      {"class-card", anything},       {"class-img-top", anything},  {"class-img-bottom", anything},
    {"auto-count", options::flag},
};

NodeId appendBox(DirectiveContext &directive, std::string_view className)
{
    Document &document = directive.document();
    const NodeId box = directive.append(NodeKind::Container);
    document.addAttribute(box, AttributeName::Classes, className);
    directive.addClasses(box);
    directive.addName(box);
    return box;
}

void appendLabel(DirectiveContext &directive, NodeId box, std::string_view className)
{
    if (directive.arguments.empty())
        return;
    const NodeId label = directive.appendTitle(box, NodeKind::Paragraph);
    directive.document().addAttribute(label, AttributeName::Classes, className);
}

/// A box with its title, if it has one.
void runBox(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId box = appendBox(directive, document.store(std::format("sd-{}", directive.name)));
    const bool hasColumns = directive.name == "grid"; // whose argument is no title
    if (!hasColumns)
        appendLabel(directive, box, "sd-card-title");
    directive.parseContent(box);
}

constexpr OptionSpec buttonOptions[] = {
    {"color", anything},       {"outline", options::flag}, {"align", anything},    {"expand", options::flag},
    {"click-parent", options::flag}, {"tooltip", anything}, {"shadow", options::flag}, {"ref-type", anything},
    {"class", options::classOption},
};

/// The text of a button: its content, or where it leads.
void appendButtonText(DirectiveContext &directive, NodeId reference)
{
    Document &document = directive.document();
    if (directive.content.empty()) {
        document.appendText(reference, directive.argument(0), directive.argumentSpan(0));
        return;
    }
    const InlineText text = joined(document, directive.content);
    for (const NodeId message : directive.parser.inlineText(text, directive.contentLine, reference))
        directive.add(message);
}

void runButtonLink(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId paragraph = directive.append(NodeKind::Paragraph);
    const NodeId reference = document.append(paragraph, NodeKind::Reference, directive.span, directive.line);
    document.addAttribute(reference, AttributeName::Classes, "sd-btn");
    directive.addClasses(reference);
    document.setAttribute(reference, AttributeName::Refuri, document.store(options::uriFrom(directive.argument(0))));
    appendButtonText(directive, reference);
}

void runButtonRef(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId paragraph = directive.append(NodeKind::Paragraph);
    const NodeId reference = document.append(paragraph, NodeKind::PendingXref, directive.span, directive.line);
    const std::string given = directive.text("ref-type");
    const std::string_view type = given.empty() ? "any" : document.store(given);
    const bool isStandard = type == "ref" || type == "doc";
    document.setAttribute(reference, AttributeName::Refdomain, isStandard ? "std" : "");
    document.setAttribute(reference, AttributeName::Reftype, type == "myst" ? "any" : type);
    document.setAttribute(reference, AttributeName::Reftarget,
                          type == "ref" ? document.store(toLower(directive.argument(0))) : directive.argument(0));
    document.setAttribute(reference, AttributeName::Refwarn, "True");
    if (!directive.content.empty())
        document.setAttribute(reference, AttributeName::Refexplicit, "True");
    const NodeId content = document.append(reference, NodeKind::InlineElement, directive.span, directive.line);
    document.addAttribute(content, AttributeName::Classes, "sd-btn");
    appendButtonText(directive, content);
}

constexpr OptionSpec videoOptions[] = {
    {"width", anything}, {"height", anything}, {"aspect", anything}, {"align", anything}, {"privacy_mode", options::flag},
    {"url_parameters", anything}, {"class", options::classOption},
};

/// A link in the place of a player: nothing of another site is loaded.
void runVideo(DirectiveContext &directive)
{
    Document &document = directive.document();
    const bool isVimeo = directive.name == "vimeo";
    const std::string uri = std::format("{}{}", isVimeo ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=",
                                        trimmed(directive.argument(0)));
    const NodeId box = directive.append(NodeKind::Container);
    document.addAttribute(box, AttributeName::Classes, "video-link");
    directive.addClasses(box);
    const NodeId paragraph = document.append(box, NodeKind::Paragraph, directive.span, directive.line);
    const NodeId reference = document.append(paragraph, NodeKind::Reference, directive.span, directive.line);
    document.setAttribute(reference, AttributeName::Refuri, document.store(uri));
    document.setAttribute(reference, AttributeName::NotSmartquotable, "True");
    document.appendText(reference, document.store(uri), directive.argumentSpan(0));
}

constexpr DirectiveSpec box(std::string_view name)
{
    return {.name = name,
            .optionalArguments = 1,
            .finalArgumentWhitespace = true,
            .hasContent = true,
            .options = boxOptions,
            .run = runBox};
}

constexpr DirectiveSpec designSpecs[] = {
    box("dropdown"),
    box("card"),
    box("card-carousel"),
    box("grid"),
    box("grid-item"),
    box("grid-item-card"),
    box("tab-set"),
    box("tab-item"),
    {.name = "button-link",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = buttonOptions,
     .run = runButtonLink},
    {.name = "button-ref",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = buttonOptions,
     .run = runButtonRef},
};

constexpr DirectiveSpec videoSpecs[] = {
    {.name = "youtube", .requiredArguments = 1, .options = videoOptions, .run = runVideo},
    {.name = "vimeo", .requiredArguments = 1, .options = videoOptions, .run = runVideo},
};

struct Extension
{
    std::string_view name = {};
    std::span<const DirectiveSpec> specs = {};
};
constexpr Extension knownExtensions[] = {
    {"sphinx_design", designSpecs},
    {"sphinxcontrib.youtube", videoSpecs},
};

} // namespace

void addExtensionDirectives(DirectiveTable &table, std::span<const std::string> extensions)
{
    for (const Extension &extension : knownExtensions) {
        if (std::ranges::contains(extensions, extension.name))
            table.add(extension.specs);
    }
}

bool haveExtensionDirectives(std::span<const std::string> extensions)
{
    return std::ranges::any_of(knownExtensions, [&](const Extension &extension) {
        return std::ranges::contains(extensions, extension.name);
    });
}

} // namespace rst
