// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The pieces of a text block: runs of text, and elements that hold no others.

#include "readers/address.h"
#include "readers/tree_builder.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <utility>

namespace readers {

using rst::AttributeName;
using rst::NodeId;
using rst::NodeKind;
using rst::NodeRef;

bool TreeBuilder::isPicture(NodeRef node)
{
    return node.is(NodeKind::Image) || (node.is(NodeKind::Reference) && node.firstChild().is(NodeKind::Image));
}

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

void TreeBuilder::beginPiece()
{
    if (!m_isTextOpen)
        beginText();
    std::string blank = takeBlank();
    if (m_container == NodeId::None && !m_run.empty())
        appendText(std::exchange(blank, {}));
    closeContainer();
    if (!isLineStart())
        appendText(blank);
    flushRun();
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
    beginPiece();
    const NodeId literal = m_document.append(m_lines.back(), NodeKind::Literal);
    m_document.appendText(literal, m_document.store(content));
}

void TreeBuilder::footnoteReference(std::string_view id, std::string_view text, bool isNumber)
{
    beginPiece();
    const NodeId reference = m_document.append(m_lines.back(), NodeKind::FootnoteReference);
    if (!isNumber)
        m_document.setAttribute(reference, AttributeName::Auto, "1");
    m_document.setAttribute(reference, AttributeName::Refid, m_document.store(id));
    m_document.appendText(reference, m_document.store(text));
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
