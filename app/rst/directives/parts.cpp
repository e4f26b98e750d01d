// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/option_converters.h"

#include "rst/settings.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <iterator>
#include <string>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#document-parts
namespace rst {

namespace {

options::Result backlinks(const std::string *text)
{
    return options::choice(text, {"top", "entry", "none"});
}

constexpr OptionSpec contentsOptions[] = {{"depth", options::nonnegativeInt},
                                          {"local", options::flag},
                                          {"backlinks", backlinks},
                                          {"class", options::classOption}};

constexpr OptionSpec sectnumOptions[] = {{"depth", options::integer},
                                         {"start", options::integer},
                                         {"prefix", options::unchangedRequired},
                                         {"suffix", options::unchangedRequired}};

/// Sets the options that were given as details of the pending element.
void setDetails(DirectiveContext &directive, NodeId pending,
                std::initializer_list<std::pair<std::string_view, AttributeName>> details)
{
    for (const auto &[option, attribute] : details) {
        if (directive.hasOption(option))
            directive.document().setAttribute(pending, attribute, directive.document().store(directive.text(option)));
    }
}

/// The line at which the reader stands when the directive runs: the directive's last one, blank ones included.
std::uint32_t lastLineOf(const DirectiveContext &directive)
{
    return directive.line + std::uint32_t(directive.block.size()) - 1;
}

/// The title of a table of contents that is given none: in the language of the region, of all who speak it, or in English.
std::string_view contentsTitle(std::string_view language)
{
    struct Title {
        std::string_view language = {};
        std::string_view text = {};
    };
    static constexpr Title titles[] = {
#define RST_CONTENTS(tag, text) {tag, text},
#include "rst/directives/contents_titles.def"
#undef RST_CONTENTS
    };
    std::string tag = toLower(language);
    std::ranges::replace(tag, '-', '_');
    for (const std::string_view wanted : {std::string_view(tag), std::string_view(tag).substr(0, tag.find('_'))}) {
        if (const auto *const found = std::ranges::find(titles, wanted, &Title::language); found != std::end(titles))
            return found->text;
    }
    return "Contents";
}

/// A topic with a title and, until the sections are known, a pending element.
void runContents(DirectiveContext &directive)
{
    if (!directive.mayHoldSections()) {
        directive.report<DiagnosticKind::DirectiveNotHere>(directive.nameSpan, directive.nameAsWritten);
        return;
    }
    Document &document = directive.document();
    const bool isLocal = directive.hasOption("local");
    // docutils gives it the line before the directive's last one, blank lines included.
    const NodeId topic = document.create(NodeKind::Topic, directive.span, lastLineOf(directive) - 1);
    document.addAttribute(topic, AttributeName::Classes, "contents");
    directive.addClasses(topic);
    if (isLocal)
        document.addAttribute(topic, AttributeName::Classes, "local");

    std::vector<NodeId> messages;
    const std::string_view usual = contentsTitle(directive.context.settings.sphinx.language);
    std::string name = fullyNormalizeName(usual);
    if (!directive.arguments.empty()) {
        const NodeId title = document.append(topic, NodeKind::Title, directive.argumentSpan(0));
        messages = directive.parser.inlineText(directive.argumentText(0), directive.line, title);
        name = fullyNormalizeName(document[title].asText());
    } else if (!isLocal) {
        document.appendText(document.append(topic, NodeKind::Title), usual);
    }
    if (directive.targets().byName(name) == nullptr)
        document.addAttribute(topic, AttributeName::Names, document.store(name));
    directive.targets().noteImplicitTarget(topic);

    const NodeId pending = document.append(topic, NodeKind::Pending, directive.span);
    setDetails(
        directive, pending,
        {{"depth", AttributeName::Depth}, {"local", AttributeName::Local}, {"backlinks", AttributeName::Backlinks}});
    document.pendings().push_back({.node = pending, .kind = PendingKind::Contents});
    directive.add(topic);
    for (const NodeId message : messages)
        directive.add(message);
}

void runSectnum(DirectiveContext &directive)
{
    const NodeId pending = directive.document().append(directive.parent, NodeKind::Pending, directive.span);
    setDetails(directive, pending,
               {{"depth", AttributeName::Depth},
                {"start", AttributeName::Start},
                {"prefix", AttributeName::Prefix},
                {"suffix", AttributeName::Suffix}});
    directive.document().pendings().push_back({.node = pending, .kind = PendingKind::SectNum});
}

void runHeader(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId decoration = document.decoration({.line = lastLineOf(directive)});
    NodeRef header = document[decoration].firstChild();
    if (!header.is(NodeKind::Header)) {
        header = document[document.create(NodeKind::Header, directive.span)];
        document.setUpChild(header.id(), {.line = lastLineOf(directive)});
        document.prepend(decoration, header.id());
    }
    directive.parseContent(header.id());
}

void runFooter(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId footer = document.footer({.line = lastLineOf(directive)});
    if (document[footer].span().isEmpty())
        document.setSpan(footer, directive.span);
    directive.parseContent(footer);
}

constexpr DirectiveSpec partsSpecs[] = {
    {.name = "contents",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .options = contentsOptions,
     .run = runContents},
    {.name = "sectnum", .options = sectnumOptions, .run = runSectnum},
    {.name = "header", .hasContent = true, .run = runHeader},
    {.name = "footer", .hasContent = true, .run = runFooter},
};

} // namespace

std::span<const DirectiveSpec> partDirectives() noexcept
{
    return partsSpecs;
}

} // namespace rst
