// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>
#include <format>

namespace rst {

std::string inOneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

std::string RstBlockWriter::titleArgument(NodeRef title)
{
    std::string text = inOneLine(inlineText(title));
    if (text.starts_with(':')) // which would be an option
        text.insert(0, "\\");
    return text;
}

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

/// An option whose value may be empty, or have lines.
void RstBlockWriter::writeTextOption(std::string_view name, std::string_view value)
{
    if (value.empty()) {
        line(std::format(":{}:", name));
        return;
    }
    writeHanging(std::format(":{}: ", name), value, 3);
}

void RstBlockWriter::writeName(NodeRef node)
{
    if (const auto known = m_names.elements.find(node.id()); known != m_names.elements.end())
        writeOption("name", known->second);
}

void RstBlockWriter::writeCommonOptions(NodeRef node)
{
    writeOption("class", joinedItems(node, AttributeName::Classes));
    writeName(node);
}

/// The blocks in a directive, which may not be empty.
void RstBlockWriter::writeContentOf(NodeRef node)
{
    indent(3);
    const std::size_t begin = m_out.size();
    NodeRef before;
    for (const NodeRef child : node.children()) {
        if (!child.is(NodeKind::Title) && !child.is(NodeKind::Subtitle))
            writeBehind(before, child, Separation::BlankLine);
    }
    if (m_out.size() == begin)
        line("..");
    dedent(3);
    m_wantsBlankLine = true;
}

/// The classes of a block that has no option for them.
/// https://docutils.sourceforge.io/docs/ref/rst/directives.html#class
void RstBlockWriter::writeClasses(NodeRef node)
{
    const std::string classes = joinedItems(node, AttributeName::Classes);
    if (classes.empty())
        return;
    separate();
    line(std::format(".. class:: {}", classes));
}

void RstBlockWriter::writeAdmonition(NodeRef admonition)
{
    separate();
    if (admonition.is(NodeKind::Admonition)) {
        writeDirective("admonition", titleArgument(admonition.firstChild()), NodeRef(admonition), true);
    } else {
        writeDirective(admonition.tag(), "", admonition, true);
    }
    writeContentOf(admonition);
}

void RstBlockWriter::writeContainer(NodeRef container)
{
    separate();
    const std::string classes = joinedItems(container, AttributeName::Classes);
    line(trimmedRight(std::format(".. container:: {}", classes)));
    indent(3);
    writeName(container);
    dedent(3);
    m_out += '\n';
    m_wantsBlankLine = false;
    writeContentOf(container);
}

void RstBlockWriter::writeTopic(NodeRef topic)
{
    if (isContents(topic)) {
        writeContents(topic);
        return;
    }
    separate();
    std::string title, subtitle;
    for (const NodeRef node : topic.children()) {
        if (node.is(NodeKind::Title))
            title = titleArgument(node);
        else if (node.is(NodeKind::Subtitle))
            subtitle = inlineText(node);
    }
    line(title.empty() ? std::format(".. {}::", topic.tag()) : std::format(".. {}:: {}", topic.tag(), title));
    indent(3);
    writeOption("subtitle", subtitle);
    writeCommonOptions(topic);
    dedent(3);
    m_out += '\n';
    m_wantsBlankLine = false;
    writeContentOf(topic);
}

void RstBlockWriter::writeFootnote(NodeRef footnote)
{
    if (isTargetNote(footnote)) {
        if (!isTargetNote(footnote.previous())) {
            separate();
            line(".. target-notes::");
            indent(3);
            writeOption("class", m_names.targetNoteClasses);
            dedent(3);
        }
        return;
    }
    writeClasses(footnote);
    separate();
    std::string label;
    for (const NodeRef node : footnote.children()) {
        if (node.is(NodeKind::Label))
            label = node.asText();
    }
    if (const std::string automatic = automaticLabel(footnote); !automatic.empty())
        label = automatic;
    line(std::format(".. [{}]", label));
    indent(3);
    m_wantsBlankLine = false;
    for (const NodeRef node : footnote.children()) {
        if (!node.is(NodeKind::Label))
            writeBlock(node);
    }
    dedent(3);
    m_wantsBlankLine = true;
}

} // namespace rst
