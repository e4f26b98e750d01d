// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/tree_builder.h"

#include "readers/address.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <utility>

namespace readers {

using rst::AttributeName;
using rst::NodeId;
using rst::NodeKind;
using rst::NodeRef;

// Blocks.

void TreeBuilder::begin(NodeKind kind)
{
    if (m_open.size() >= maximumDepth) {
        ++m_leftOut;
        return;
    }
    const NodeId node = m_document.create(kind);
    appendBlock(node);
    m_open.push_back(node);
}

void TreeBuilder::end()
{
    if (m_leftOut > 0) {
        --m_leftOut;
        return;
    }
    if (m_open.empty())
        return;
    const NodeId node = m_open.back();
    m_open.pop_back();
    if (!m_document[node].hasChildren() && m_document[node].is(NodeKind::BlockQuote))
        m_document.detach(node);
}

void TreeBuilder::attribute(AttributeName name, std::string_view value)
{
    if (m_leftOut == 0)
        m_document.setAttribute(open(), name, m_document.store(value));
}

void TreeBuilder::resume()
{
    m_open.push_back(lastBlock().id());
}

NodeId TreeBuilder::blocksParent() const
{
    return !m_open.empty() ? m_open.back() : !m_sections.empty() ? m_sections.back().node : rst::Document::root();
}

void TreeBuilder::appendBlock(NodeId block)
{
    m_document.append(blocksParent(), block);
}

void TreeBuilder::transition()
{
    if (m_open.empty())
        appendBlock(m_document.create(NodeKind::Transition));
}

void TreeBuilder::code(std::string_view text, std::string_view language)
{
    const NodeId block = m_document.create(NodeKind::LiteralBlock);
    m_document.setAttribute(block, AttributeName::XmlSpace, "preserve");
    if (!language.empty())
        m_document.setAttribute(block, AttributeName::Language, m_document.store(language));
    m_document.appendText(block, m_document.store(text));
    appendBlock(block);
}

void TreeBuilder::verbatim(std::string_view text)
{
    const NodeId block = m_document.create(NodeKind::Placeholder);
    m_document.appendText(block, m_document.store(text));
    appendBlock(block);
}

// Text blocks.

void TreeBuilder::beginText()
{
    m_lines.clear();
    m_run.clear();
    m_styles.clear();
    m_link.clear();
    m_linkDepth = 0;
    m_isTextOpen = true;
    newLine();
}

void TreeBuilder::newLine()
{
    closeContainer();
    m_pendingBlank.clear();
    m_lines.push_back(m_document.create(NodeKind::Line));
}

void TreeBuilder::lineBreak()
{
    if (m_isTextOpen)
        newLine();
}

void TreeBuilder::endParagraph()
{
    closeContainer();
    m_isTextOpen = false;
    // Pictures are blocks of their own.
    std::vector<NodeId> run;
    for (const NodeId line : m_lines) {
        NodeId part = m_document.create(NodeKind::Line);
        while (const NodeRef child = m_document[line].firstChild()) {
            const bool standsApart = isPicture(child);
            m_document.detach(child.id());
            if (!standsApart) {
                m_document.append(part, child.id());
                continue;
            }
            run.push_back(part);
            appendLines(run);
            part = m_document.create(NodeKind::Line);
            appendBlock(child.id());
        }
        run.push_back(part);
    }
    appendLines(run);
}

/// One line is a paragraph, several are a line block. Blank lines at either end say nothing.
void TreeBuilder::appendLines(std::vector<NodeId> &lines)
{
    const auto isBlank = [this](NodeId line) { return rst::trimmed(m_document[line].asText()).empty(); };
    while (!lines.empty() && isBlank(lines.back()))
        lines.pop_back();
    const auto first = std::ranges::find_if_not(lines, isBlank);
    const auto count = lines.end() - first;
    if (count == 1) {
        m_document.setKind(*first, NodeKind::Paragraph);
        appendBlock(*first);
    } else if (count > 1) {
        const NodeId block = m_document.create(NodeKind::LineBlock);
        for (auto line = first; line != lines.end(); ++line) {
            if (isBlank(*line) && m_document[*line].hasChildren())
                m_document.detach(m_document[*line].firstChild().id());
            m_document.append(block, *line);
        }
        appendBlock(block);
    }
    lines.clear();
}

NodeId TreeBuilder::joinedLines()
{
    closeContainer();
    m_isTextOpen = false;
    const NodeId joined = m_document.create(NodeKind::Paragraph);
    for (const NodeId line : m_lines) {
        const NodeRef last = m_document[joined].lastChild(), first = m_document[line].firstChild();
        const bool sameStyle = last && first && last.kind() == first.kind() &&
                               (last.is(NodeKind::Strong) || last.is(NodeKind::Emphasis) ||
                                last.is(NodeKind::Superscript) || last.is(NodeKind::Subscript));
        if (last && first && !isPicture(last) && !isPicture(first))
            m_document.appendText(sameStyle ? last.id() : joined, " ");
        if (sameStyle) {
            m_document.moveChildren(first.id(), last.id());
            m_document.detach(first.id());
        }
        m_document.moveChildren(line, joined);
    }
    m_lines.clear();
    // Neighbouring runs are one, and all is one line.
    NodeRef before;
    for (NodeRef node = m_document[joined]; node; node = node.following(m_document[joined])) {
        if (!node.is(NodeKind::Text))
            continue;
        std::string text(node.text());
        std::ranges::replace(text, '\n', ' ');
        if (before && before == node.previous()) {
            text.insert(0, before.text());
            m_document.detach(before.id());
        }
        m_document.setText(node.id(), m_document.store(text));
        before = node;
    }
    return joined;
}

void TreeBuilder::endHeading(unsigned level)
{
    const NodeId title = joinedLines();
    if (rst::trimmed(m_document[title].asText()).empty())
        return;
    if (!m_open.empty()) {
        const NodeId strong = m_document.create(NodeKind::Strong);
        m_document.appendText(strong, m_document.store(m_document[title].asText()));
        const NodeId paragraph = m_document.create(NodeKind::Paragraph);
        m_document.append(paragraph, strong);
        appendBlock(paragraph);
        return;
    }
    while (!m_sections.empty() && m_sections.back().level >= level)
        m_sections.pop_back();
    const NodeId section = m_document.create(NodeKind::Section);
    appendBlock(section);
    m_document.setKind(title, NodeKind::Title);
    m_document.append(section, title);
    m_sections.push_back({level, section});
}

void TreeBuilder::endElement(NodeKind kind)
{
    const NodeId element = joinedLines();
    m_document.setKind(element, kind);
    if (kind != NodeKind::Paragraph || m_document[element].hasChildren())
        appendBlock(element);
}

void TreeBuilder::finish()
{
    m_open.clear();
    m_sections.clear();
    m_leftOut = 0;
}

} // namespace readers
