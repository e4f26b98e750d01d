// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#showing-code-examples

#include "rst/directives/option_converters.h"
#include "rst/sphinx/code_block_options.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"

namespace rst {
namespace {

constexpr OptionSpec highlightOptions[] = {
    {"force", options::flag},
    {"linenothreshold", options::positiveInt},
};

/// The language of the code blocks that name none, from here on.
void runHighlight(DirectiveContext &directive)
{
    Document &document = directive.document();
    const std::string_view language = trimmed(directive.argument(0));
    directive.context.sphinx->highlightLanguage = language;
    const NodeId node = directive.append(NodeKind::HighlightLang);
    document.setAttribute(node, AttributeName::Language, language);
    if (directive.hasOption("force"))
        document.setAttribute(node, AttributeName::Force, "True");
    if (directive.hasOption("linenothreshold"))
        document.setAttribute(node, AttributeName::LinenoThreshold, directive.number("linenothreshold"));
}

/// A literal block with what `code` and `code-block` say alike; detached.
NodeId makeLiteralBlock(DirectiveContext &directive, std::string_view code)
{
    Document &document = directive.document();
    const NodeId literal = document.create(NodeKind::LiteralBlock, directive.span, directive.sourceLine);
    document.setAttribute(literal, AttributeName::XmlSpace, "preserve");
    document.appendText(literal, code, spanOf(document.sources(), directive.content));
    directive.addClasses(literal);
    if (directive.hasOption("force"))
        document.setAttribute(literal, AttributeName::Force, "True");
    const std::string_view language = directive.arguments.empty()
                                          ? document.store(directive.context.sphinx->highlightLanguage)
                                          : directive.argument(0);
    document.setAttribute(literal, AttributeName::Language, language);
    return literal;
}

constexpr OptionSpec codeBlockOptions[] = {
    {"force", options::flag},
    {"linenos", options::flag},
    {"dedent", code_blocks::optionalInt},
    {"lineno-start", options::integer},
    {"emphasize-lines", options::unchangedRequired},
    {"caption", options::unchangedRequired},
    {"class", options::classOption},
    {"name", options::unchanged},
};

void runCodeBlock(DirectiveContext &directive)
{
    Document &document = directive.document();
    std::string_view code = directive.contentText();
    if (const Option *dedent = directive.option("dedent")) {
        const auto *const columns = std::get_if<std::int64_t>(&dedent->value);
        code = document.store(code_blocks::dedented(directive, code, columns ? std::optional(*columns) : std::nullopt));
    }
    NodeId literal = makeLiteralBlock(directive, code);
    if (!code_blocks::emphasizeLines(directive, literal, std::int64_t(directive.content.size())))
        return;
    if (directive.hasOption("linenos") || directive.hasOption("lineno-start"))
        document.setAttribute(literal, AttributeName::Linenos, "True");
    if (directive.hasOption("lineno-start"))
        document.setAttribute(literal, AttributeName::LinenoStart, directive.number("lineno-start"));
    literal = code_blocks::withCaption(directive, literal, directive.text("caption"));
    if (literal == NodeId::None)
        return;
    directive.addName(literal);
    directive.add(literal);
}

constexpr OptionSpec sphinxCodeOptions[] = {
    {"class", options::classOption},
    {"force", options::flag},
    {"name", options::unchanged},
    {"number-lines", code_blocks::optionalInt},
};

void runSphinxCode(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId literal = makeLiteralBlock(directive, directive.contentText());
    directive.addName(literal);
    if (directive.hasOption("number-lines")) {
        document.setAttribute(literal, AttributeName::Linenos, "True");
        if (directive.number("number-lines") != 0)
            document.setAttribute(literal, AttributeName::LinenoStart, directive.number("number-lines"));
    }
    directive.add(literal);
}

constexpr DirectiveSpec sphinxCodeSpecs[] = {
    {.name = "highlight", .requiredArguments = 1, .options = highlightOptions, .run = runHighlight},
    {.name = "code", .optionalArguments = 1, .hasContent = true, .options = sphinxCodeOptions, .run = runSphinxCode},
    {.name = "code-block",
     .optionalArguments = 1,
     .hasContent = true,
     .options = codeBlockOptions,
     .run = runCodeBlock},
    {.name = "sourcecode",
     .optionalArguments = 1,
     .hasContent = true,
     .options = codeBlockOptions,
     .run = runCodeBlock},
};

} // namespace

std::span<const DirectiveSpec> sphinxCodeDirectives() noexcept
{
    return sphinxCodeSpecs;
}

} // namespace rst
