// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/html_writer.h"
#include "rst/writers/math_unicode.h"

#include <string>

namespace rst {

Walk HtmlWriter::visitParagraph(NodeRef paragraph)
{
    tag("p", paragraph).write();
    const NodeRef parent = paragraph.parent();
    const bool isAlone =
        (parent.is(NodeKind::ListItem) || parent.is(NodeKind::Entry)) && !paragraph.previous() && !paragraph.next();
    return intoTag("p", isAlone ? "" : "\n");
}

Walk HtmlWriter::visitCompound(NodeRef compound)
{
    return blockElement("div", compound, "compound");
}

/// A container of class "ins" or "del" is that element.
Walk HtmlWriter::visitContainer(NodeRef container)
{
    std::string_view name = "div";
    std::size_t count = 0;
    for (const std::string_view word : container.items(AttributeName::Classes)) {
        if (word != "ins" && word != "del")
            continue;
        name = word == "ins" ? "ins" : "del";
        ++count;
    }
    StartTag start = tag(count == 1 ? name : "div", container);
    if (count == 1)
        start.withoutClass(name);
    start.classesLast("docutils").classesLast("container").write("\n");
    return intoTag(count == 1 ? name : "div", "\n");
}

Walk HtmlWriter::visitTopic(NodeRef topic)
{
    const bool isContents = topic.hasItem(AttributeName::Classes, "contents");
    std::string_view name = "aside";
    std::string_view role;
    if (isContents) {
        name = "nav";
        role = topic.parent().is(NodeKind::Document) ? "doc-toc" : "";
    } else if (topic.hasItem(AttributeName::Classes, "abstract")) {
        name = "div";
        role = "doc-abstract";
    } else if (topic.hasItem(AttributeName::Classes, "dedication")) {
        name = "div";
        role = "doc-dedication";
    }
    StartTag start = tag(name, topic);
    start.classesFirst(isContents ? "" : "topic");
    if (!role.empty())
        start.attribute("role", role);
    start.write("\n");
    return intoTag(name, "\n");
}

Walk HtmlWriter::visitSidebar(NodeRef sidebar)
{
    return blockElement("aside", sidebar, "sidebar");
}

Walk HtmlWriter::visitRubric(NodeRef rubric)
{
    return lineElement("p", rubric, "rubric");
}

Walk HtmlWriter::visitBlockQuote(NodeRef quote)
{
    return blockElement("blockquote", quote);
}

Walk HtmlWriter::visitAttribution(NodeRef attribution)
{
    tag("p", attribution).classesLast("attribution").write("—");
    return intoTag("p", "\n");
}

Walk HtmlWriter::visitLineBlock(NodeRef block)
{
    return blockElement("div", block, "line-block");
}

Walk HtmlWriter::visitLine(NodeRef line)
{
    tag("div", line).classesLast("line").write(line.hasChildren() ? "" : "<br />");
    return intoTag("div", "\n");
}

Walk HtmlWriter::visitLiteralBlock(NodeRef block)
{
    const bool isCode = block.hasItem(AttributeName::Classes, "code");
    tag("pre", block).classesLast("literal-block").write(isCode ? "<code>" : "");
    return into(isCode ? "</code></pre>\n" : "</pre>\n");
}

Walk HtmlWriter::visitDoctestBlock(NodeRef block)
{
    tag("pre", block).classesFirst("code").classesFirst("python").classesFirst("doctest").write();
    return into("\n</pre>\n");
}

Walk HtmlWriter::math(NodeRef node, std::string_view name, std::string_view suffix)
{
    tag(name, node).classesFirst("math").write(suffix);
    text(mathToLatex(node.asText()));
    raw(suffix);
    m_body += "</";
    m_body += name;
    m_body += '>';
    raw(suffix);
    return Walk::Past;
}

Walk HtmlWriter::visitMathBlock(NodeRef block)
{
    math(block, "pre", "\n");
    reportMessages(block);
    return Walk::Past;
}

// Admonitions. docutils' transform writer_aux.Admonitions turns the specific ones into generic ones with a title.

Walk HtmlWriter::startAdmonition(NodeRef node)
{
    tag("aside", node).classesFirst("admonition").classesLast(node.tag()).write("\n");
    if (!node.is(NodeKind::Admonition)) {
        m_body += "<p class=\"admonition-title\">";
        m_body += labelOf(node.kind());
        m_body += "</p>\n";
    }
    return intoTag("aside", "\n");
}

Walk HtmlWriter::visitAttention(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitCaution(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitDanger(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitError(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitImportant(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitNote(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitTip(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitHint(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitWarning(NodeRef node)
{
    return startAdmonition(node);
}

Walk HtmlWriter::visitAdmonition(NodeRef node)
{
    return startAdmonition(node);
}

// What does not show, or shows as it is.

Walk HtmlWriter::visitComment(NodeRef comment)
{
    // Two hyphens would end the comment.
    std::string source = comment.asText();
    std::string safe;
    for (std::size_t i = 0; i < source.size(); ++i) {
        safe += source[i];
        if (source[i] == '-' && i + 1 < source.size() && source[i + 1] == '-')
            safe += ' ';
    }
    m_body += "<!-- ";
    m_body += safe;
    m_body += " -->\n";
    return Walk::Past;
}

Walk HtmlWriter::visitSubstitutionDefinition(NodeRef)
{
    return Walk::Past;
}

Walk HtmlWriter::visitPending(NodeRef)
{
    return Walk::Past;
}

namespace {

bool hasFormatHtml(std::string_view formats)
{
    while (!formats.empty()) {
        const std::size_t end = std::min(formats.find_first_of(" \t\n"), formats.size());
        if (formats.substr(0, end) == "html")
            return true;
        formats.remove_prefix(std::min(end + 1, formats.size()));
    }
    return false;
}

} // namespace

Walk HtmlWriter::visitRaw(NodeRef node)
{
    if (!hasFormatHtml(node.attribute(AttributeName::Format)))
        return Walk::Past;
    const bool isWrapped = node.hasAttribute(AttributeName::Classes);
    const std::string_view name = isTextElement(node.parent()) ? "span" : "div";
    if (isWrapped)
        tag(name, node).write();
    m_body += node.asText();
    if (isWrapped) {
        m_body += "</";
        m_body += name;
        m_body += '>';
    }
    return Walk::Past;
}

} // namespace rst
