// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_translation.h"

#include "readers/gumbo_tree.h"
#include "readers/html_elements.h"
#include "readers/html_shapes.h"
#include "rst/text/unicode.h"

#include <gumbo.h>

#include <algorithm>

namespace readers {

using rst::NodeKind;

namespace {

/// Runs of white space are one blank in HTML; blanks that do not break were for looks.
std::string collapsed(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool isUnbroken = text.substr(at).starts_with("\u00a0");
        at += isUnbroken ? 1 : 0;
        if (!isUnbroken && c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f')
            out += c;
        else if (!out.ends_with(' '))
            out += ' ';
    }
    return out;
}

} // namespace

void HtmlTranslation::run(const GumboNode *root, std::vector<const GumboNode *> leftOut)
{
    m_leftOut = std::move(leftOut);
    std::ranges::sort(m_leftOut);
    m_stack.push_back({root, Step::Enter});
    while (!m_stack.empty()) {
        const auto [node, step] = m_stack.back();
        m_stack.pop_back();
        if (step == Step::Leave)
            leave(node);
        else
            enter(node);
    }
    endParagraph();
}

void HtmlTranslation::children(const GumboNode *node)
{
    m_stack.push_back({node, Step::Leave});
    const GumboVector &list = node->v.element.children;
    for (unsigned i = list.length; i-- > 0;)
        m_stack.push_back({static_cast<const GumboNode *>(list.data[i]), Step::Enter});
}

void HtmlTranslation::openParagraph()
{
    if (m_isOpen && m_breaks > 1)
        endParagraph();
    if (m_isOpen) {
        if (m_breaks == 1)
            m_builder.lineBreak();
        m_breaks = 0;
        return;
    }
    m_isOpen = true;
    m_endsInBlank = false;
    m_breaks = 0;
    m_builder.beginText();
    for (const NodeKind style : m_styles)
        m_builder.beginStyle(style);
    for (const std::string &link : m_links)
        m_builder.beginLink(link);
}

void HtmlTranslation::endParagraph()
{
    if (m_isElement) { // goes on, on a line of its own
        m_breaks = m_isOpen ? 1 : 0;
        return;
    }
    m_breaks = 0;
    if (std::exchange(m_isOpen, false))
        m_builder.endParagraph();
}

void HtmlTranslation::text(std::string_view text)
{
    std::string content = collapsed(text);
    if (rst::trimmed(content).empty()) {
        if (m_isOpen && m_breaks == 0 && !content.empty() && !std::exchange(m_endsInBlank, true))
            m_builder.text(content);
        return;
    }
    openParagraph();
    if (m_endsInBlank && content.starts_with(' '))
        content.erase(0, 1);
    m_endsInBlank = content.ends_with(' ');
    m_builder.text(content);
}

/// A page or film within the page becomes a link to it.
void HtmlTranslation::embed(std::string_view source)
{
    std::string address = filmPage(source);
    if (address.starts_with("//"))
        address.insert(0, "https:");
    if (!address.starts_with("http"))
        return;
    endParagraph();
    openParagraph();
    m_builder.beginLink(address);
    m_builder.text(address);
    m_builder.endLink();
    endParagraph();
}

void HtmlTranslation::enter(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
        text(node->v.text.text);
        return;
    }
    if (node->type != GUMBO_NODE_ELEMENT)
        return;
    const GumboTag tag = node->v.element.tag;
    if (isLeftOut(tag) || std::ranges::binary_search(m_leftOut, node) || (m_wordLevel > 0 && isWordMark(node)))
        return;
    if (tag == GUMBO_TAG_BR) {
        lineBreak();
    } else if (tag == GUMBO_TAG_IMG) {
        openParagraph();
        m_endsInBlank = false;
        m_builder.image(attributeOf(node, "src"), attributeOf(node, "alt"));
    } else if (tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_EMBED) {
        embed(attributeOf(node, "src"));
    } else if (isLiteral(tag)) {
        openParagraph();
        m_endsInBlank = false;
        m_builder.literal(collapsed(textOf(node)));
    } else if (tag == GUMBO_TAG_PRE) {
        code(node);
    } else if (isInline(tag)) {
        enterInline(node);
    } else {
        enterBlock(node);
    }
}

void HtmlTranslation::enterInline(const GumboNode *node)
{
    const GumboTag tag = node->v.element.tag;
    const auto style = styleOf(node);
    const bool isNew = style && !std::ranges::contains(m_styles, *style) && !m_isHeading;
    m_inline.push_back(isNew ? style : std::nullopt);
    if (isNew) {
        m_styles.push_back(*style);
        if (m_isOpen)
            m_builder.beginStyle(*style);
    }
    if (tag == GUMBO_TAG_A && !attributeOf(node, "href").empty()) {
        m_links.emplace_back(attributeOf(node, "href"));
        if (m_isOpen && m_breaks == 0)
            m_builder.beginLink(m_links.back());
        else
            openParagraph();
    } else if (tag == GUMBO_TAG_Q) {
        text("“");
    }
    children(node);
}

void HtmlTranslation::leave(const GumboNode *node)
{
    const GumboTag tag = node->v.element.tag;
    if (isInline(tag)) {
        leaveInline(node);
        return;
    }
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
        m_isHeading = false;
        m_breaks = 0;
        if (std::exchange(m_isOpen, false))
            m_builder.endHeading(unsigned(tag) - unsigned(GUMBO_TAG_H1) + 1);
        return;
    }
    leaveBlock(node);
}

void HtmlTranslation::leaveInline(const GumboNode *node)
{
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_Q)
        text("”");
    if (tag == GUMBO_TAG_A && !attributeOf(node, "href").empty()) {
        m_links.pop_back();
        if (m_isOpen)
            m_builder.endLink();
    }
    if (const auto style = m_inline.back()) {
        m_styles.pop_back();
        if (m_isOpen)
            m_builder.endStyle(*style);
    }
    m_inline.pop_back();
}

} // namespace readers
