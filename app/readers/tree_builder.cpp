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

static bool isPicture(NodeRef node)
{
    return node.is(NodeKind::Image) || (node.is(NodeKind::Reference) && node.firstChild().is(NodeKind::Image));
}

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

// Inline pieces.

NodeKind TreeBuilder::currentStyle() const
{
    if (m_linkDepth > 0 && !m_link.empty()) // a link to nowhere is text
        return NodeKind::Reference;
    if (std::ranges::contains(m_styles, NodeKind::Strong))
        return NodeKind::Strong;
    return m_styles.empty() ? NodeKind::Text : m_styles.back();
}

void TreeBuilder::beginStyle(NodeKind style)
{
    m_styles.push_back(style);
}

void TreeBuilder::endStyle(NodeKind style)
{
    const auto last = std::ranges::find_last(m_styles, style);
    if (!last.empty())
        m_styles.erase(last.begin());
}

void TreeBuilder::beginLink(std::string_view uri)
{
    if (m_linkDepth++ > 0)
        return; // a link within a link: the outer one counts
    m_link = runsScript(uri) ? std::string_view() : uri;
}

void TreeBuilder::endLink()
{
    if (m_linkDepth == 0 || --m_linkDepth > 0)
        return;
    if (m_container != NodeId::None && m_document[m_container].is(NodeKind::Reference))
        closeContainer();
    m_link.clear();
}

/// Whether nothing but pictures, which stand apart, is in the line yet.
bool TreeBuilder::isLineStart() const
{
    const NodeRef before = m_document[m_lines.back()].lastChild();
    return m_container == NodeId::None && m_run.empty() && (!before || isPicture(before));
}

/// The white space before what comes next; of a line's end, only that.
std::string TreeBuilder::takeBlank()
{
    const std::string blank = std::exchange(m_pendingBlank, {});
    return blank.contains('\n') ? "\n" : blank;
}

/// The white space before an element stands outside it.
void TreeBuilder::useContainer(NodeKind kind)
{
    const bool isIn = m_container == NodeId::None ? kind == NodeKind::Text : m_document[m_container].is(kind);
    if (isIn)
        return;
    if (kind != NodeKind::Text && isLineStart())
        m_pendingBlank.clear();
    else if (kind != NodeKind::Text && m_container == NodeId::None)
        appendText(takeBlank()); // one run with the text before it
    closeContainer();
    if (kind == NodeKind::Text)
        return;
    appendText(takeBlank());
    flushRun();
    m_container = m_document.append(m_lines.back(), kind);
    if (kind == NodeKind::Reference)
        m_document.setAttribute(m_container, AttributeName::Refuri, m_document.store(m_link));
}

void TreeBuilder::closeContainer()
{
    flushRun();
    if (m_container == NodeId::None)
        return;
    const NodeRef container = m_document[m_container];
    if (container.is(NodeKind::Reference) && !container.firstChild().is(NodeKind::Image)) {
        const std::string text = container.asText();
        const std::string_view uri = container.attribute(AttributeName::Refuri);
        // An address that stands for itself is a link without a name.
        if (uri != text && !(uri.starts_with("mailto:") && uri.substr(7) == text))
            m_document.setAttribute(m_container, AttributeName::Name,
                                    m_document.store(rst::whitespaceNormalizeName(text)));
    }
    m_container = NodeId::None;
}

/// Neighbouring pieces of text are one run, as the parser makes them.
void TreeBuilder::flushRun()
{
    if (!m_run.empty())
        m_document.appendText(m_container == NodeId::None ? m_lines.back() : m_container, m_document.store(m_run));
    m_run.clear();
}

void TreeBuilder::text(std::string_view text)
{
    if (!m_isTextOpen)
        beginText();
    const std::string_view content = rst::trimmed(text);
    if (content.empty()) {
        m_pendingBlank += text;
        return;
    }
    const std::size_t begin = std::size_t(content.data() - text.data());
    m_pendingBlank += text.substr(0, begin);
    const NodeKind style = currentStyle();
    useContainer(style);
    const bool isElementStart = m_container != NodeId::None && m_run.empty() && !m_document[m_container].hasChildren();
    if (!isLineStart() && !isElementStart) {
        std::string whole = takeBlank();
        whole += content;
        appendText(whole);
    } else {
        m_pendingBlank.clear();
        appendText(content);
    }
    m_pendingBlank = text.substr(begin + content.size());
}

void TreeBuilder::literal(std::string_view text)
{
    std::string content(rst::trimmed(text));
    std::ranges::replace(content, '\n', ' ');
    if (content.empty())
        return;
    if (m_linkDepth > 0 && !m_link.empty()) {
        TreeBuilder::text(text); // reStructuredText has no literal within a link
        return;
    }
    if (!m_isTextOpen)
        beginText();
    std::string blank = takeBlank();
    if (m_container == NodeId::None && !m_run.empty())
        appendText(std::exchange(blank, {}));
    closeContainer();
    if (!isLineStart())
        appendText(blank);
    flushRun();
    const NodeId literal = m_document.append(m_lines.back(), NodeKind::Literal);
    m_document.appendText(literal, m_document.store(content));
}

void TreeBuilder::image(std::string_view uri, std::string_view alt)
{
    if (uri.empty() || runsScript(uri))
        return;
    if (!m_isTextOpen)
        beginText();
    closeContainer();
    m_pendingBlank.clear();
    NodeId parent = m_lines.back();
    if (m_linkDepth > 0 && !m_link.empty()) {
        parent = m_document.append(parent, NodeKind::Reference);
        m_document.setAttribute(parent, AttributeName::Refuri, m_document.store(m_link));
    }
    const NodeId image = m_document.append(parent, NodeKind::Image);
    if (!rst::trimmed(alt).empty()) {
        std::string line(rst::trimmed(alt));
        std::ranges::replace(line, '\n', ' ');
        m_document.setAttribute(image, AttributeName::Alt, m_document.store(line));
    }
    m_document.setAttribute(image, AttributeName::Uri, m_document.store(uri));
}

} // namespace readers
