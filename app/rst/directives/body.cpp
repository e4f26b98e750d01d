// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/line_block_nesting.h"
#include "rst/directives/option_converters.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#body-elements
namespace rst {

namespace {

constexpr OptionSpec classAndName[] = {{"class", options::classOption}, {"name", options::unchanged}};

constexpr OptionSpec sidebarOptions[] = {
    {"class", options::classOption}, {"name", options::unchanged}, {"subtitle", options::unchangedRequired}};

constexpr OptionSpec nameOnly[] = {{"name", options::unchanged}};

/// Topics and sidebars: sections outside of the hierarchy of sections.
void runPseudoSection(DirectiveContext &directive, NodeKind kind)
{
    if (!directive.mayHoldSections()) {
        directive.report<DiagnosticKind::DirectiveNotHere>(directive.nameSpan, directive.nameAsWritten);
        return;
    }
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId element = document.create(kind, directive.span); // without a line, like most elements of directives
    if (!directive.arguments.empty()) {
        const NodeId title = document.append(element, NodeKind::Title, directive.argumentSpan(0));
        std::vector<NodeId> messages = directive.parser.inlineText(directive.argumentText(0), directive.line, title);
        if (const Option *option = directive.option("subtitle")) {
            const NodeId subtitle = document.append(element, NodeKind::Subtitle, option->valueSpan);
            const std::vector<NodeId> more =
                directive.parser.inlineText(directive.optionText(*option), directive.line, subtitle);
            messages.insert(messages.end(), more.begin(), more.end());
        }
        for (const NodeId message : messages)
            document.append(element, message);
    }
    directive.add(element);
    directive.addClasses(element);
    directive.addName(element);
    directive.parseContent(element);
}

void runTopic(DirectiveContext &directive)
{
    runPseudoSection(directive, NodeKind::Topic);
}

void runSidebar(DirectiveContext &directive)
{
    const Option *subtitle = directive.option("subtitle");
    if (directive.document()[directive.parent].is(NodeKind::Sidebar))
        directive.report<DiagnosticKind::SidebarInSidebar>(directive.nameSpan, directive.nameAsWritten);
    else if (subtitle != nullptr && directive.arguments.empty())
        directive.report<DiagnosticKind::SubtitleWithoutTitle>(subtitle->nameSpan);
    else
        runPseudoSection(directive, NodeKind::Sidebar);
}

/// The obsolete directive; the markup with bars is the parser's.
void runLineBlock(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId block = document.append(directive.parent, NodeKind::LineBlock, directive.span);
    directive.addClasses(block);
    directive.addName(block);
    std::vector<IndentedLine> lines;
    std::vector<NodeId> messages;
    std::uint32_t offset = directive.contentLine - 1;
    for (const Line &source : directive.content) {
        const NodeId line = document.create(NodeKind::Line, document.sources().spanOf(source.text));
        const std::string_view text = trimmed(source.text);
        const std::span<Line> stripped = directive.context.lines.allocate(1);
        stripped.front() = {.text = text, .number = source.number};
        // docutils counts the line twice: from the document's start, and from the directive.
        const std::vector<NodeId> more =
            directive.parser.inlineText({.text = text, .lines = stripped}, directive.line + offset++, line);
        messages.insert(messages.end(), more.begin(), more.end());
        const std::size_t before = countCodePoints(source.text) - countCodePoints(text);
        const std::size_t indent = text.empty() && !lines.empty() ? lines.back().indent : before;
        lines.push_back({.line = line, .indent = indent});
    }
    nestLines(document, block, lines);
    for (const NodeId message : messages)
        directive.add(message);
}

void runParsedLiteral(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeId block =
        document.create(NodeKind::LiteralBlock, spanOf(document.sources(), directive.content), directive.contentLine);
    const std::vector<NodeId> messages =
        directive.parser.inlineText(joined(document, directive.content), directive.line, block);
    directive.add(block);
    document.setAttribute(block, AttributeName::XmlSpace, "preserve");
    directive.addPresetAlt(block);
    directive.addClasses(block);
    directive.addName(block);
    for (const NodeId message : messages)
        directive.add(message);
}

/// Blank lines separate equations.
void runMath(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    bool isNamed = false;
    const auto addBlock = [&](Lines lines) {
        const NodeId block =
            document.append(directive.parent, NodeKind::MathBlock, spanOf(document.sources(), lines), directive.line);
        document.setAttribute(block, AttributeName::XmlSpace, "preserve");
        document.appendText(block, joined(document, lines).text, spanOf(document.sources(), lines));
        directive.addPresetAlt(block);
        directive.addClasses(block);
        if (!isNamed)
            directive.addName(block);
        isNamed = true;
    };
    std::size_t begin = 0;
    const Lines content = directive.content;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (i + 1 < content.size() && !content[i + 1].text.empty())
            continue;
        if (i > begin || !content[i].text.empty())
            addBlock(content.subspan(begin, i + 1 - begin));
        begin = ++i + 1; // past one blank line: a second one belongs to the next equation
    }
}

void runRubric(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId rubric = document.create(NodeKind::Rubric, directive.span);
    const std::vector<NodeId> messages = directive.parser.inlineText(directive.argumentText(0), directive.line, rubric);
    directive.add(rubric);
    directive.addPresetAlt(rubric);
    directive.addClasses(rubric);
    directive.addName(rubric);
    for (const NodeId message : messages)
        directive.add(message);
}

/// A block quote of a special kind.
void runBlockQuote(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    Document &document = directive.document();
    const NodeRef before = document[directive.parent].lastChild();
    directive.parser.blockQuote(directive.content, directive.parent, directive.contentLine);
    const NodeRef first = before ? before.next() : document[directive.parent].firstChild();
    for (NodeRef element = first; element; element = element.next()) {
        if (element.is(NodeKind::BlockQuote))
            document.addAttribute(element.id(), AttributeName::Classes, directive.name);
    }
}

void runCompound(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    const NodeId compound = directive.document().append(directive.parent, NodeKind::Compound, directive.span);
    directive.addClasses(compound);
    directive.addName(compound);
    directive.parseContent(compound);
}

void runContainer(DirectiveContext &directive)
{
    if (!directive.requireContent())
        return;
    const auto classes = options::classesFrom(directive.argument(0));
    if (!classes) {
        directive.report<DiagnosticKind::DirectiveInvalidClass>(directive.argumentSpan(0), directive.nameAsWritten,
                                                                directive.argument(0));
        return;
    }
    const NodeId container = directive.document().append(directive.parent, NodeKind::Container, directive.span);
    directive.addClasses(container, *classes);
    directive.addName(container);
    directive.parseContent(container);
}

constexpr DirectiveSpec bodySpecs[] = {
    {.name = "topic",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = classAndName,
     .run = runTopic},
    {.name = "sidebar",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = sidebarOptions,
     .run = runSidebar},
    {.name = "line-block", .hasContent = true, .options = classAndName, .run = runLineBlock},
    {.name = "parsed-literal", .hasContent = true, .options = classAndName, .run = runParsedLiteral},
    {.name = "math", .hasContent = true, .options = classAndName, .run = runMath},
    {.name = "rubric",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .options = classAndName,
     .run = runRubric},
    {.name = "epigraph", .hasContent = true, .run = runBlockQuote},
    {.name = "highlights", .hasContent = true, .run = runBlockQuote},
    {.name = "pull-quote", .hasContent = true, .run = runBlockQuote},
    {.name = "compound", .hasContent = true, .options = classAndName, .run = runCompound},
    {.name = "container",
     .optionalArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = nameOnly,
     .run = runContainer},
};

} // namespace

std::span<const DirectiveSpec> bodyDirectives() noexcept
{
    return bodySpecs;
}

} // namespace rst
