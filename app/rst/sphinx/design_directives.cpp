// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What the extensions sphinx-design and sphinxcontrib-youtube define, shown plainly: the same text in simple boxes, and
// a link in the place of a player (https://sphinx-design.readthedocs.io).

#include "rst/directives/option_converters.h"
#include "rst/sphinx/reference_role.h"
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
    {"class", options::classOption},
    {"name", options::unchanged},
    {"open", options::flag},
    {"color", anything},
    {"icon", anything},
    {"chevron", anything},
    {"animate", anything},
    {"margin", anything},
    {"padding", anything},
    {"gutter", anything},
    {"outline", options::flag},
    {"reverse", options::flag},
    {"columns", anything},
    {"child-direction", anything},
    {"child-align", anything},
    {"shadow", anything},
    {"text-align", anything},
    {"img-top", anything},
    {"img-bottom", anything},
    {"img-background", anything},
    {"img-alt", anything},
    {"link", anything},
    {"link-type", anything},
    {"link-alt", anything},
    {"width", anything},
    {"selected", options::flag},
    {"sync", anything},
    {"sync-group", anything},
    {"class-container", anything},
    {"class-row", anything},
    {"class-item", anything},
    {"class-title", anything},
    {"class-body", anything},
    {"class-label", anything},
    {"class-content", anything},
    {"class-header", anything},
    {"class-footer", anything},
    {"class-card", anything},
    {"class-img-top", anything},
    {"class-img-bottom", anything},
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

/// Whether a line of a card's content is nothing but three or more of a character.
bool isCardRule(std::string_view line, char character)
{
    line = trimmedRight(line);
    return line.size() >= 3 && line.find_first_not_of(character) == line.npos;
}

/// Parses some lines of the content into a part of a card; nothing for no lines.
void appendCardPart(DirectiveContext &directive, NodeId card, std::string_view className, std::size_t begin,
                    std::size_t end)
{
    if (begin >= end)
        return;
    Document &document = directive.document();
    const NodeId part = document.append(card, NodeKind::Container, directive.span);
    document.addAttribute(part, AttributeName::Classes, className);
    if (className == "sd-card-body")
        appendLabel(directive, part, "sd-card-title");
    directive.parser.nestedParse(directive.content.subspan(begin, end - begin), part, SectionTitles::NotAllowed,
                                 directive.contentLine + std::uint32_t(begin));
}

/// A card: above a line of `^^^` its header, below one of `+++` its footer.
void runCard(DirectiveContext &directive)
{
    const std::size_t count = directive.content.size();
    std::size_t header = count, footer = count;
    for (std::size_t i = 0; i < count; ++i) {
        if (header == count && footer == count && isCardRule(directive.content[i].text, '^'))
            header = i;
        else if (footer == count && isCardRule(directive.content[i].text, '+'))
            footer = i;
    }
    const std::size_t body = header == count ? 0 : header + 1;
    const NodeId card = appendBox(directive, directive.document().store(std::format("sd-{}", directive.name)));
    if (header != count)
        appendCardPart(directive, card, "sd-card-header", 0, header);
    if (body >= footer)
        appendLabel(directive, card, "sd-card-title");
    appendCardPart(directive, card, "sd-card-body", body, footer);
    appendCardPart(directive, card, "sd-card-footer", std::min(footer + 1, count), count);
}

constexpr OptionSpec divOptions[] = {{"style", anything}, {"name", options::unchanged}};

/// A box of one's own.
void runDiv(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId box = directive.append(NodeKind::Container);
    for (std::string_view rest = directive.arguments.empty() ? std::string_view() : directive.argument(0);
         !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" \t\n"), rest.size());
        if (end > 0)
            document.addAttribute(box, AttributeName::Classes, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    directive.addName(box);
    directive.parseContent(box);
}

constexpr OptionSpec articleOptions[] = {
    {"author", anything},       {"date", anything},        {"read-time", anything},      {"avatar", anything},
    {"avatar-alt", anything},   {"avatar-link", anything}, {"avatar-outline", anything}, {"class-container", anything},
    {"class-avatar", anything},
};

/// Who wrote it, when, and how long it takes, in one line.
void runArticleInfo(DirectiveContext &directive)
{
    Document &document = directive.document();
    std::string line;
    for (const std::string_view name : {"author", "date", "read-time"}) {
        if (directive.hasOption(name) && !directive.text(name).empty())
            line += (line.empty() ? "" : " · ") + std::string(directive.text(name));
    }
    if (line.empty())
        return;
    const NodeId paragraph = directive.append(NodeKind::Paragraph);
    document.addAttribute(paragraph, AttributeName::Classes, "sd-article-info");
    document.appendText(paragraph, document.store(line));
}

void runBadge(RoleContext &context)
{
    const NodeId badge = context.appendElement(NodeKind::InlineElement);
    context.document().addAttribute(badge, AttributeName::Classes, "sd-badge");
}

/// A badge that leads somewhere: `text <address>`.
void runBadgeLink(RoleContext &context)
{
    Document &document = context.document();
    const ReferenceText given = referenceTextOf(context);
    const NodeId reference = document.append(context.parent, NodeKind::Reference, context.span, context.line);
    document.addAttribute(reference, AttributeName::Classes, "sd-badge");
    document.setAttribute(reference, AttributeName::Refuri, given.target);
    document.appendText(reference, given.title, context.textSpan);
}

void runBadgeReference(RoleContext &context)
{
    Document &document = context.document();
    const ReferenceText given = referenceTextOf(context);
    const NodeId reference = document.append(context.parent, NodeKind::PendingXref, context.span, context.line);
    document.setAttribute(reference, AttributeName::Reftype, "any");
    document.setAttribute(reference, AttributeName::Reftarget, given.target);
    document.setAttribute(reference, AttributeName::Refexplicit, "True");
    document.setAttribute(reference, AttributeName::Refwarn, "True");
    const NodeId content = document.append(reference, NodeKind::InlineElement, context.span, context.line);
    document.addAttribute(content, AttributeName::Classes, "sd-badge");
    document.appendText(content, given.title, context.textSpan);
}

/// A picture of an icon font, which is not here.
void runIcon(RoleContext &)
{
}

constexpr OptionSpec buttonOptions[] = {
    {"color", anything},       {"outline", options::flag},      {"align", anything},
    {"expand", options::flag}, {"click-parent", options::flag}, {"tooltip", anything},
    {"shadow", options::flag}, {"ref-type", anything},          {"class", options::classOption},
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
    {"width", anything},
    {"height", anything},
    {"aspect", anything},
    {"align", anything},
    {"privacy_mode", options::flag},
    {"url_parameters", anything},
    {"class", options::classOption},
};

/// A link in the place of a player: nothing of another site is loaded.
void runVideo(DirectiveContext &directive)
{
    Document &document = directive.document();
    const bool isVimeo = directive.name == "vimeo";
    const std::string uri = std::format(
        "{}{}", isVimeo ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=", trimmed(directive.argument(0)));
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

constexpr DirectiveSpec card(std::string_view name)
{
    DirectiveSpec spec = box(name);
    spec.run = runCard;
    return spec;
}

constexpr DirectiveSpec designSpecs[] = {
    {.name = "div",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = divOptions,
     .run = runDiv},
    {.name = "article-info", .options = articleOptions, .run = runArticleInfo},
    box("dropdown"),
    card("card"),
    box("card-carousel"),
    box("grid"),
    box("grid-item"),
    card("grid-item-card"),
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

struct Extension {
    std::string_view name = {};
    std::span<const DirectiveSpec> (*specs)() noexcept = nullptr;
};
constexpr Extension knownExtensions[] = {
    {"sphinx_design", []() noexcept { return std::span<const DirectiveSpec>(designSpecs); }},
    {"sphinxcontrib.youtube", []() noexcept { return std::span<const DirectiveSpec>(videoSpecs); }},
    {"sphinx.ext.todo", sphinxTodoDirectives},
};

} // namespace

void addExtensionDirectives(DirectiveTable &table, std::span<const std::string> extensions)
{
    for (const Extension &extension : knownExtensions) {
        if (std::ranges::contains(extensions, extension.name))
            table.add(extension.specs());
    }
}

void addExtensionRoles(RoleTable &table, std::span<const std::string> extensions)
{
    if (std::ranges::contains(extensions, "sphinx.ext.intersphinx"))
        addExternalRoles(table);
    if (!std::ranges::contains(extensions, "sphinx_design"))
        return;
    constexpr std::string_view colors[] = {"",        "-primary", "-secondary", "-success", "-info",  "-warning",
                                           "-danger", "-light",   "-muted",     "-dark",    "-white", "-black"};
    for (const std::string_view color : colors) {
        for (const std::string_view line : {"", "-line"}) {
            if (color.empty() && !line.empty())
                continue;
            const auto add = [&](std::string_view kind, void (*run)(RoleContext &)) {
                const std::string name = std::format("bdg{}{}{}", kind, color, line);
                table.add({.name = name, .run = run, .base = name});
            };
            add("", runBadge);
            add("-link", runBadgeLink);
            add("-ref", runBadgeReference);
        }
    }
    for (const std::string name : {"octicon", "fas", "fab", "far", "fa", "material-regular", "material-outlined",
                                   "material-round", "material-sharp", "material-twotone"})
        table.add({.name = name, .run = runIcon, .base = name});
}

bool haveExtensionDirectives(std::span<const std::string> extensions)
{
    return std::ranges::any_of(
        knownExtensions, [&](const Extension &extension) { return std::ranges::contains(extensions, extension.name); });
}

} // namespace rst
