// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/code.h"

#include "rst/directives/directive_groups.h"
#include "rst/directives/option_converters.h"

#include <algorithm>
#include <format>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#code
namespace rst {

namespace {

constexpr OptionSpec codeOptions[] = {
    {"class", options::classOption}, {"name", options::unchanged}, {"number-lines", options::unchanged}};

/// One text for each line, its number before it.
void appendNumberedLines(Document &document, NodeId block, std::string_view text, Span span, std::int64_t start,
                         std::size_t width)
{
    for (std::int64_t number = start;; ++number) {
        const NodeId label = document.append(block, NodeKind::InlineElement);
        document.addAttribute(label, AttributeName::Classes, "ln");
        document.appendText(label, document.store(std::format("{:>{}} ", number, width)));
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
        document.appendText(block, line,
                            document.sources().spanOf(line).isEmpty() ? span : document.sources().spanOf(line));
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

} // namespace

bool fillLiteralBlock(DirectiveContext &directive, NodeId block, std::string_view text, Span span,
                      std::size_t lineCount)
{
    Document &document = directive.document();
    const Option *option = directive.option("number-lines");
    if (option == nullptr) {
        document.appendText(block, text, span);
        return true;
    }
    const std::string &value = std::get<std::string>(option->value);
    const std::expected<std::int64_t, std::string> start = options::pythonInt(value.empty() ? "1" : value);
    if (!start) {
        directive.report<DiagnosticKind::NumberLinesStartInvalid>(option->valueSpan);
        return false;
    }
    appendNumberedLines(document, block, text, span, *start, std::to_string(*start + std::int64_t(lineCount)).size());
    return true;
}

void appendCodeBlock(DirectiveContext &directive, const CodeSource &source)
{
    Document &document = directive.document();
    const NodeId block = document.create(NodeKind::LiteralBlock, source.span);
    document.addAttribute(block, AttributeName::Classes, "code");
    if (!source.language.empty())
        document.addAttribute(block, AttributeName::Classes, source.language);
    directive.addClasses(block);
    document.setAttribute(block, AttributeName::XmlSpace, "preserve");
    if (!source.path.empty())
        document.setAttribute(block, AttributeName::Source, source.path);
    directive.addName(block); // before the text: a message about the name comes first
    if (fillLiteralBlock(directive, block, source.text, source.span, source.lineCount))
        directive.add(block);
}

namespace {

void runCode(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    appendCodeBlock(directive, {.language = directive.argument(0),
                                .text = directive.contentText(),
                                .span = spanOf(directive.document().sources(), directive.content),
                                .lineCount = directive.content.size()});
}

constexpr DirectiveSpec codeSpecs[] = {
    {.name = "code", .optionalArguments = 1, .hasContent = true, .options = codeOptions, .run = runCode},
};

} // namespace

std::span<const DirectiveSpec> codeDirectives() noexcept
{
    return codeSpecs;
}

} // namespace rst
