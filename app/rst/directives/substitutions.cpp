// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/option_converters.h"
#include "rst/text/date.h"
#include "rst/text/unicode.h"

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#directives-for-substitution-definitions
namespace rst {

namespace {

constexpr OptionSpec unicodeOptions[] = {{"trim", options::flag}, {"ltrim", options::flag}, {"rtrim", options::flag}};

/// Whether the directive stands in a substitution definition; reports it if not.
[[nodiscard]] bool requireSubstitution(DirectiveContext &directive)
{
    if (directive.isInSubstitutionDefinition)
        return true;
    directive.report<DiagnosticKind::DirectiveOnlyInSubstitution>(directive.nameSpan, directive.nameAsWritten);
    return false;
}

/// The inline elements of one paragraph.
void runReplace(DirectiveContext &directive)
{
    if (!requireSubstitution(directive) || !directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId content = document.create(NodeKind::Container);
    directive.parseContent(content);
    NodeId paragraph = NodeId::None;
    std::vector<NodeId> messages;
    for (const NodeRef element : document[content].children()) {
        if (paragraph == NodeId::None && element.is(NodeKind::Paragraph)) {
            paragraph = element.id();
        } else if (element.is(NodeKind::SystemMessage)) {
            messages.push_back(element.id());
        } else {
            directive.add(directive.reporter().report<DiagnosticKind::ReplaceNotOneParagraph>(
                {directive.line, element.span()}, directive.nameAsWritten));
            return;
        }
    }
    for (const NodeId message : messages) {
        document.removeAttribute(message, AttributeName::Backrefs);
        document.detach(message);
        directive.add(message);
    }
    if (paragraph != NodeId::None)
        document.moveChildren(paragraph, directive.parent);
}

/// The text before a comment, which begins with two dots between blanks.
[[nodiscard]] std::string_view withoutComment(std::string_view text) noexcept
{
    for (std::size_t at = text.find(".. "); at != std::string_view::npos; at = text.find(".. ", at + 1)) {
        if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n')
            return text.substr(0, at);
    }
    return text;
}

void runUnicode(DirectiveContext &directive)
{
    if (!requireSubstitution(directive))
        return;
    Document &document = directive.document();
    const bool trim = directive.hasOption("trim");
    if (trim || directive.hasOption("ltrim"))
        document.setAttribute(directive.parent, AttributeName::Ltrim, std::int64_t(1));
    if (trim || directive.hasOption("rtrim"))
        document.setAttribute(directive.parent, AttributeName::Rtrim, std::int64_t(1));
    std::vector<NodeId> texts;
    for (const std::string_view code : options::wordsOf(withoutComment(directive.argument(0)))) {
        const Span span = document.sources().spanOf(code);
        const std::expected<std::string, std::string> character = unicodeCode(code);
        if (!character) {
            directive.report<DiagnosticKind::CharacterCodeInvalid>(span, code, character.error());
            return;
        }
        texts.push_back(document.createText(document.store(*character), span));
    }
    for (const NodeId text : texts)
        directive.add(text);
}

void runDate(DirectiveContext &directive)
{
    if (!requireSubstitution(directive))
        return;
    const std::string_view content = directive.content.empty() ? "%Y-%m-%d" : directive.contentText();
    const std::string date =
        formattedDate(std::string(content), directive.context.settings.sourceDateEpoch, TimeZone::Local);
    Document &document = directive.document();
    directive.add(document.createText(document.store(date), directive.span));
}

constexpr DirectiveSpec substitutionsSpecs[] = {
    {.name = "replace", .hasContent = true, .run = runReplace},
    {.name = "unicode",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .options = unicodeOptions,
     .run = runUnicode},
    {.name = "date", .hasContent = true, .run = runDate},
};

} // namespace

std::span<const DirectiveSpec> substitutionDirectives() noexcept
{
    return substitutionsSpecs;
}

} // namespace rst
