// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_reader.h"

#include "readers/gumbo_tree.h"
#include "readers/tree_builder.h"
#include "rst/text/unicode.h"

#include <gumbo.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace readers {

namespace {

using rst::AttributeName;
using rst::NodeKind;

std::optional<NodeKind> styleOf(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG: return NodeKind::Strong;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE: return NodeKind::Emphasis;
    case GUMBO_TAG_SUP: return NodeKind::Superscript;
    case GUMBO_TAG_SUB: return NodeKind::Subscript;
    default: return std::nullopt;
    }
}

/// What an inline element makes of its text: word processors, and pages that were made by them, say it in a `style` only, and
/// wrap what is plain in a `b` that is none.
std::optional<NodeKind> styleOf(const GumboNode *element)
{
    const std::string style = rst::toLowerAscii(attributeOf(element, "style"));
    const auto value = [&style](std::string_view property) {
        const std::size_t at = style.find(property);
        if (at == style.npos)
            return std::string_view();
        const std::string_view rest = std::string_view(style).substr(at + property.size());
        return rst::trimmed(rest.substr(0, rest.find(';')));
    };
    const std::string_view weight = value("font-weight:");
    const auto named = styleOf(element->v.element.tag);
    if (weight.starts_with("bold") || (weight.size() == 3 && weight >= "600"))
        return NodeKind::Strong;
    if (named == NodeKind::Strong && !weight.empty())
        return std::nullopt;
    if (!named && (value("font-style:") == "italic" || value("font-style:") == "oblique"))
        return NodeKind::Emphasis;
    return named;
}

bool isLeftOut(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_OBJECT: return true;
    default: return false;
    }
}

bool isLiteral(GumboTag tag)
{
    return tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_TT || tag == GUMBO_TAG_KBD || tag == GUMBO_TAG_SAMP;
}

/// Elements that flow within a line; all others end it.
bool isInline(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_VAR: return true;
    default: return styleOf(tag).has_value();
    }
}

/// Runs of white space are one blank in HTML.
std::string collapsed(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool isBlank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!isBlank)
            out += c;
        else if (!out.ends_with(' '))
            out += ' ';
    }
    // Non-breaking blanks were for looks.
    for (std::size_t at = out.find("\u00a0"); at != out.npos; at = out.find("\u00a0", at))
        out.replace(at, 2, " ");
    return out;
}

/// Follows gumbo's tree, which may be as deep as gumbo allows, without recursion.
class HtmlTranslation
{
public:
    explicit HtmlTranslation(rst::Document &document) : m_builder(document) {}

    void run(const GumboNode *root)
    {
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
        m_builder.finish();
    }

private:
    enum class Step { Enter, Leave };

    void enter(const GumboNode *node);
    void leave(const GumboNode *node);
    void enterBlock(const GumboNode *node);
    void enterTable(const GumboNode *node);
    void children(const GumboNode *node)
    {
        m_stack.push_back({node, Step::Leave});
        const GumboVector &list = node->v.element.children;
        for (unsigned i = list.length; i-- > 0;)
            m_stack.push_back({static_cast<const GumboNode *>(list.data[i]), Step::Enter});
    }
    void text(std::string_view text);
    void openParagraph();
    void endParagraph();
    void lineBreak() { ++m_breaks; }
    void embed(const GumboNode *node);

    TreeBuilder m_builder;
    std::vector<std::pair<const GumboNode *, Step>> m_stack;
    bool m_isOpen = false; // a paragraph
    std::size_t m_breaks = 0;
    std::vector<NodeKind> m_styles;                // that are open, over paragraphs too
    std::vector<std::optional<NodeKind>> m_inline; // what each inline element that is open began
    bool m_isHeading = false;                      // which is strong by itself
    std::vector<std::string> m_links;
    std::vector<GumboTag> m_lists;
    std::size_t m_tables = 0;   // that are drawn as tables
    bool m_isTableHead = false; // the row
};

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
    m_breaks = 0;
    m_builder.beginText();
    for (const NodeKind style : m_styles)
        m_builder.beginStyle(style);
    for (const std::string &link : m_links)
        m_builder.beginLink(link);
}

void HtmlTranslation::endParagraph()
{
    m_breaks = 0;
    if (std::exchange(m_isOpen, false))
        m_builder.endParagraph();
}

void HtmlTranslation::text(std::string_view text)
{
    const std::string content = collapsed(text);
    if (rst::trimmed(content).empty()) {
        if (m_isOpen && m_breaks == 0)
            m_builder.text(content);
        return;
    }
    openParagraph();
    m_builder.text(content);
}

/// A page or film within the page.
void HtmlTranslation::embed(const GumboNode *node)
{
    std::string source(attributeOf(node, "src"));
    if (source.starts_with("//"))
        source.insert(0, "https:");
    if (!source.starts_with("http"))
        return;
    endParagraph();
    m_builder.beginText();
    m_builder.beginLink(source);
    m_builder.text(source);
    m_builder.endLink();
    m_builder.endParagraph();
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
    if (isLeftOut(tag))
        return;
    if (tag == GUMBO_TAG_BR) {
        lineBreak();
    } else if (tag == GUMBO_TAG_IMG) {
        openParagraph();
        m_builder.image(attributeOf(node, "src"), attributeOf(node, "alt"));
    } else if (tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_EMBED) {
        embed(node);
    } else if (isLiteral(tag)) {
        openParagraph();
        m_builder.literal(collapsed(textOf(node)));
    } else if (tag == GUMBO_TAG_PRE) {
        endParagraph();
        std::string code = textOf(node);
        while (code.ends_with('\n') || code.ends_with(' '))
            code.pop_back();
        code.erase(0, std::min(code.find_first_not_of('\n'), code.size()));
        if (!code.empty())
            m_builder.code(code, {});
    } else if (isInline(tag)) {
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
        }
        children(node);
    } else {
        enterBlock(node);
    }
}

void HtmlTranslation::enterBlock(const GumboNode *node)
{
    const GumboTag tag = node->v.element.tag;
    endParagraph();
    m_isHeading = m_isHeading || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
    switch (tag) {
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_DD: m_builder.begin(NodeKind::BlockQuote); break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
        m_lists.push_back(tag);
        m_builder.begin(tag == GUMBO_TAG_UL ? NodeKind::BulletList : NodeKind::EnumeratedList);
        if (tag == GUMBO_TAG_UL) {
            m_builder.attribute(AttributeName::Bullet, "*");
        } else {
            m_builder.attribute(AttributeName::Enumtype, "arabic");
            m_builder.attribute(AttributeName::Prefix, "");
            m_builder.attribute(AttributeName::Suffix, ".");
        }
        break;
    case GUMBO_TAG_LI:
        if (m_lists.empty()) {
            m_builder.begin(NodeKind::BulletList);
            m_builder.attribute(AttributeName::Bullet, "*");
        }
        m_builder.begin(NodeKind::ListItem);
        break;
    case GUMBO_TAG_HR: m_builder.transition(); return;
    case GUMBO_TAG_TABLE: enterTable(node); return;
    case GUMBO_TAG_TR:
        if (m_tables > 0)
            m_builder.begin(NodeKind::Row);
        break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        if (m_tables > 0)
            m_builder.begin(NodeKind::Entry);
        break;
    default: break;
    }
    children(node);
}

/// A table of data is drawn; one for the layout gives its contents in their order.
void HtmlTranslation::enterTable(const GumboNode *node)
{
    const TableShape shape = tableShape(node);
    const bool isData = m_tables == 0 && shape.columns > 1 && !shape.hasPictures && !shape.hasTables && shape.isRegular;
    if (isData) {
        ++m_tables;
        m_builder.begin(NodeKind::Table);
        m_builder.begin(NodeKind::Tgroup);
        m_builder.attribute(AttributeName::Cols, std::to_string(shape.columns));
        for (std::size_t i = 0; i < shape.columns; ++i) {
            m_builder.begin(NodeKind::Colspec);
            m_builder.attribute(AttributeName::Colwidth, "10");
            m_builder.end();
        }
        m_isTableHead = shape.hasHead;
        m_builder.begin(m_isTableHead ? NodeKind::Thead : NodeKind::Tbody);
    } else {
        m_tables = m_tables > 0 ? m_tables + 1 : 0;
    }
    children(node);
}

void HtmlTranslation::leave(const GumboNode *node)
{
    const GumboTag tag = node->v.element.tag;
    if (isInline(tag)) {
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
        return;
    }
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
        m_breaks = 0;
        m_isHeading = false;
        if (std::exchange(m_isOpen, false))
            m_builder.endHeading(unsigned(tag) - unsigned(GUMBO_TAG_H1) + 1);
        return;
    }
    endParagraph();
    switch (tag) {
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_DD: m_builder.end(); break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
        m_lists.pop_back();
        m_builder.end();
        break;
    case GUMBO_TAG_LI:
        m_builder.end();
        if (m_lists.empty())
            m_builder.end();
        break;
    case GUMBO_TAG_TABLE:
        if (m_tables == 1) {
            m_builder.end();
            m_builder.end();
            m_builder.end();
        }
        m_tables -= m_tables > 0 ? 1 : 0;
        break;
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        if (m_tables > 0)
            m_builder.end();
        if (tag == GUMBO_TAG_TR && std::exchange(m_isTableHead, false)) {
            m_builder.end();
            m_builder.begin(NodeKind::Tbody);
        }
        break;
    default: break;
    }
}

} // namespace

rst::Document readHtml(std::string_view html)
{
    rst::Document document;
    const GumboTree tree(html);
    HtmlTranslation(document).run(tree.root());
    return document;
}

} // namespace readers
