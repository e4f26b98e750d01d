// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

/// Items of a list attribute, joined by blanks; without those that the directive itself gives.
std::string joined(NodeRef node, AttributeName list, std::string_view but = {})
{
    std::string text;
    for (const std::string_view item : node.items(list)) {
        if (item == but)
            continue;
        if (!text.empty())
            text += ' ';
        text += item;
    }
    return text;
}

std::string inOneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

} // namespace

void RstBlockWriter::writeDirective(std::string_view name, std::string_view argument, NodeRef node, bool hasContent)
{
    line(argument.empty() ? std::format(".. {}::", name) : std::format(".. {}:: {}", name, inOneLine(argument)));
    indent(3);
    writeCommonOptions(node);
    dedent(3);
    if (hasContent) {
        m_out += '\n';
        m_wantsBlankLine = false;
    }
}

void RstBlockWriter::writeOption(std::string_view name, std::string_view value)
{
    if (!value.empty())
        line(std::format(":{}: {}", name, inOneLine(value)));
}

void RstBlockWriter::writeCommonOptions(NodeRef node)
{
    if (!node.is(NodeKind::LiteralBlock))
        writeOption("class", joined(node, AttributeName::Classes));
    if (const auto known = m_names.elements.find(node.id()); known != m_names.elements.end())
        writeOption("name", known->second);
}

void RstBlockWriter::writeAdmonition(NodeRef admonition)
{
    separate();
    if (admonition.is(NodeKind::Admonition)) {
        writeDirective("admonition", inlineText(admonition.firstChild()), NodeRef(admonition), true);
    } else {
        writeDirective(admonition.tag(), "", admonition, true);
    }
    indent(3);
    for (const NodeRef node : admonition.children()) {
        if (!node.is(NodeKind::Title))
            writeBlock(node);
    }
    dedent(3);
}

void RstBlockWriter::writeImage(NodeRef image, std::string_view target)
{
    separate();
    line(std::format(".. image:: {}", image.attribute(AttributeName::Uri)));
    indent(3);
    writeOption("alt", image.attribute(AttributeName::Alt));
    writeOption("height", image.attribute(AttributeName::Height));
    writeOption("width", image.attribute(AttributeName::Width));
    writeOption("scale", image.attribute(AttributeName::Scale));
    writeOption("align", image.attribute(AttributeName::Align));
    writeOption("target", embeddedUri(target));
    writeCommonOptions(image);
    dedent(3);
}

void RstBlockWriter::writeFigure(NodeRef figure)
{
    NodeRef image = figure.firstChild();
    std::string target;
    if (image.is(NodeKind::Reference)) {
        target = embeddedUri(image.attribute(AttributeName::Refuri));
        image = image.firstChild();
    }
    separate();
    line(std::format(".. figure:: {}", image.attribute(AttributeName::Uri)));
    indent(3);
    writeOption("alt", image.attribute(AttributeName::Alt));
    writeOption("height", image.attribute(AttributeName::Height));
    writeOption("width", image.attribute(AttributeName::Width));
    writeOption("scale", image.attribute(AttributeName::Scale));
    writeOption("align", figure.attribute(AttributeName::Align));
    writeOption("figwidth", figure.attribute(AttributeName::Width));
    writeOption("figclass", joined(figure, AttributeName::Classes));
    writeOption("target", target);
    writeCommonOptions(image);
    bool hasCaption = false;
    for (const NodeRef node : figure.children()) {
        if (node.is(NodeKind::Caption)) {
            m_out += '\n';
            lines(asParagraph(inlineText(node)));
            hasCaption = true;
        } else if (node.is(NodeKind::Legend)) {
            if (!hasCaption) {
                m_out += '\n';
                line("..");
            }
            m_wantsBlankLine = true;
            writeChildren(node);
        }
    }
    dedent(3);
    m_wantsBlankLine = true;
}

void RstBlockWriter::writeLiteralBlock(NodeRef block)
{
    separate();
    const std::string_view language = block.attribute(AttributeName::Language);
    if (!language.empty())
        writeDirective("code-block", language, block, true);
    else if (block.hasItem(AttributeName::Classes, "code"))
        writeDirective("code", joined(block, AttributeName::Classes, "code"), block, true);
    else {
        line("::");
        m_out += '\n';
    }
    indent(3);
    lines(block.asText());
    dedent(3);
    m_wantsBlankLine = true;
}

void RstBlockWriter::writeTopic(NodeRef topic)
{
    separate();
    std::string title, subtitle;
    for (const NodeRef node : topic.children()) {
        if (node.is(NodeKind::Title))
            title = inlineText(node);
        else if (node.is(NodeKind::Subtitle))
            subtitle = inlineText(node);
    }
    line(title.empty() ? std::format(".. {}::", topic.tag()) : std::format(".. {}:: {}", topic.tag(), title));
    indent(3);
    writeOption("subtitle", subtitle);
    writeCommonOptions(topic);
    m_out += '\n';
    m_wantsBlankLine = false;
    for (const NodeRef node : topic.children()) {
        if (!node.is(NodeKind::Title) && !node.is(NodeKind::Subtitle))
            writeBlock(node);
    }
    dedent(3);
}

void RstBlockWriter::writeFootnote(NodeRef footnote)
{
    separate();
    std::string label;
    for (const NodeRef node : footnote.children()) {
        if (node.is(NodeKind::Label))
            label = node.asText();
    }
    if (const std::string automatic = automaticLabel(footnote); !automatic.empty())
        label = automatic;
    indent(3);
    line("");
    m_out.resize(m_out.size() - 1);
    m_out.append(m_indent, 0, m_indent.size() - 3);
    m_out += std::format(".. [{}]\n", label);
    m_wantsBlankLine = false;
    for (const NodeRef node : footnote.children()) {
        if (!node.is(NodeKind::Label))
            writeBlock(node);
    }
    dedent(3);
    m_wantsBlankLine = true;
}

} // namespace rst
