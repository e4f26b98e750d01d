// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// https://ablog.readthedocs.io/en/stable/manual/posting-and-listing.html

#include "rst/directives/option_converters.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/text/unicode.h"

#include <format>

namespace rst {
namespace {

/// Text that may be absent: ABlog takes an option without a value for an empty one.
options::Result text(const std::string *given)
{
    return given == nullptr ? std::string() : std::string(trimmed(*given));
}

/// An address: ABlog makes text of whatever it is given, and of no value Python's word for it.
options::Result address(const std::string *given)
{
    return given == nullptr ? std::string("None") : std::string(trimmed(*given));
}

constexpr OptionSpec postOptions[] = {
    {"tags", text},
    {"author", text},
    {"category", text},
    {"location", text},
    {"language", text},
    {"redirect", text},
    {"title", text},
    {"image", options::integer},
    {"excerpt", options::integer},
    {"exclude", options::flag},
    {"nocomments", options::flag},
    {"external_link", address},
    {"canonical_link", address},
};

std::string_view spanText(Document &document, Span span)
{
    return document.store(std::format("{} {}", span.begin, span.end));
}

/// Keeps the options on the node, in the order and with the values in which they were given, and where each stands.
void keepOptions(DirectiveContext &directive, NodeId node)
{
    Document &document = directive.document();
    for (const Option &option : directive.options) {
        const std::string entry = std::format("{}{}{}", option.name, '\0', directive.text(option.name));
        document.addAttribute(node, AttributeName::OptionList, document.store(entry));
        const std::uint32_t end = option.valueSpan.isEmpty() ? option.nameSpan.end : option.valueSpan.end;
        document.addAttribute(node, AttributeName::OptionSpans, spanText(document, {option.nameSpan.begin, end}));
    }
    if (!directive.arguments.empty()) {
        document.setAttribute(node, AttributeName::Content, directive.argument(0));
        document.setAttribute(node, AttributeName::ArgumentSpan, spanText(document, directive.argumentSpan(0)));
    }
}

void runPost(DirectiveContext &directive)
{
    const NodeId post = directive.append(NodeKind::Post);
    directive.parser.nestedParse(directive.content, post, SectionTitles::Allowed, directive.contentLine);
    keepOptions(directive, post);
}

constexpr OptionSpec updateOptions[] = {{"class", options::classOption}, {"name", options::unchanged}};

void runUpdate(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    const NodeId update = directive.append(NodeKind::Update);
    directive.addClasses(update);
    directive.addName(update);
    directive.parseContent(update);
    directive.document().setAttribute(update, AttributeName::Content, directive.argument(0));
    directive.document().setAttribute(update, AttributeName::ArgumentSpan,
                                      spanText(directive.document(), directive.argumentSpan(0)));
}

constexpr OptionSpec postlistOptions[] = {
    {"tags", text},       {"author", text}, {"category", text},      {"location", text},          {"language", text},
    {"format", text},     {"date", text},   {"sort", options::flag}, {"excerpts", options::flag}, {"expand", text},
    {"list-style", text},
};

void runPostlist(DirectiveContext &directive)
{
    const NodeId list = directive.append(NodeKind::PostList);
    keepOptions(directive, list);
}

constexpr DirectiveSpec sphinxAblogSpecs[] = {
    {.name = "post",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = postOptions,
     .run = runPost},
    {.name = "update",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = updateOptions,
     .run = runUpdate},
    {.name = "postlist", .optionalArguments = 1, .options = postlistOptions, .run = runPostlist},
};

} // namespace

std::span<const DirectiveSpec> ablogDirectives() noexcept
{
    return sphinxAblogSpecs;
}

} // namespace rst
