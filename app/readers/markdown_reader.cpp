// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/markdown_reader.h"

#include "readers/cmark_tree.h"
#include "readers/gumbo_tree.h"
#include "readers/html_tag.h"
#include "readers/html_translation.h"
#include "readers/tree_builder.h"
#include "rst/text/unicode.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace readers {

namespace {

using rst::AttributeName;
using rst::NodeKind;

struct IteratorDeleter {
    void operator()(cmark_iter *iterator) const { cmark_iter_free(iterator); }
};

/// Translates the events of cmark's tree; nothing here is deeper than the tree builder allows.
class Translation
{
public:
    explicit Translation(rst::Document &document) : m_builder(document) {}

    void run(cmark_node *root)
    {
        const std::unique_ptr<cmark_iter, IteratorDeleter> iterator(cmark_iter_new(root));
        for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            cmark_node *node = cmark_iter_get_node(iterator.get());
            const bool isEnter = event == CMARK_EVENT_ENTER;
            if (m_imageDepth > 0)
                inImage(node, isEnter);
            else if (isInline(node))
                inlinePiece(node, isEnter);
            else
                block(node, isEnter);
        }
        m_builder.finish();
    }

private:
    void block(cmark_node *node, bool isEnter);
    void list(cmark_node *node);
    void table(cmark_node *node, bool isEnter);
    void footnote(cmark_node *node, bool isEnter);
    [[nodiscard]] const FootnoteLabel &labelOf(cmark_node *definition);
    void inlinePiece(cmark_node *node, bool isEnter);
    void inImage(cmark_node *node, bool isEnter);
    void inlineHtml(std::string_view tag);
    void inLiteral(cmark_node *node);
    void endLiteral();
    void style(NodeKind kind, bool isEnter)
    {
        if (isEnter)
            m_builder.beginStyle(kind);
        else
            m_builder.endStyle(kind);
    }
    void container(NodeKind kind, bool isEnter)
    {
        if (isEnter)
            m_builder.begin(kind);
        else
            m_builder.end();
    }

    TreeBuilder m_builder;
    std::size_t m_imageDepth = 0;
    std::string m_alt;
    bool m_isFirstRow = false;
    const cmark_node *m_alertMark = nullptr;
    std::map<const cmark_node *, FootnoteLabel> m_labels; // of the footnotes that were met
    std::set<std::string, std::less<>> m_labelNames;
    std::string m_literalTag; // that is open: `kbd` and the like
    std::string m_literal;
};

void Translation::block(cmark_node *node, bool isEnter)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_DOCUMENT)
        return;
    endLiteral(); // which nobody closed
    if (type == CMARK_NODE_BLOCK_QUOTE) {
        const Alert alert = isEnter ? alertOf(node) : Alert();
        container(alert.kind, isEnter);
        if (isEnter)
            m_alertMark = alert.mark;
    } else if (type == CMARK_NODE_LIST) {
        if (isEnter)
            list(node);
        else
            m_builder.end();
    } else if (type == CMARK_NODE_ITEM) {
        container(NodeKind::ListItem, isEnter);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        std::string_view text = viewOf(cmark_node_get_literal(node));
        while (text.ends_with('\n'))
            text.remove_suffix(1);
        const std::string_view info = viewOf(cmark_node_get_fence_info(node));
        m_builder.code(text, info.substr(0, info.find(' ')));
    } else if (type == CMARK_NODE_HTML_BLOCK) {
        const GumboTree html(viewOf(cmark_node_get_literal(node)));
        HtmlTranslation(m_builder).run(html.root());
    } else if (type == CMARK_NODE_PARAGRAPH) {
        if (isEnter)
            m_builder.beginText();
        else
            m_builder.endParagraph();
    } else if (type == CMARK_NODE_HEADING) {
        if (isEnter)
            m_builder.beginText();
        else
            m_builder.endHeading(unsigned(cmark_node_get_heading_level(node)));
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
        m_builder.transition();
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
        footnote(node, isEnter);
    } else {
        table(node, isEnter);
    }
}

/// The label of a footnote, which no other one has. The first that something leads to is the first to be asked for.
const FootnoteLabel &Translation::labelOf(cmark_node *definition)
{
    const auto [label, isNew] = m_labels.try_emplace(definition);
    if (!isNew)
        return label->second;
    label->second = footnoteLabel(definition);
    std::string &name = label->second.name;
    while (!m_labelNames.insert(name).second)
        name += '-' + std::to_string(m_labels.size());
    if (!label->second.isNumber)
        label->second.shown = std::to_string(m_labels.size());
    return label->second;
}

/// As the parser leaves them when they are resolved. cmark puts those that something leads to at the end.
void Translation::footnote(cmark_node *node, bool isEnter)
{
    if (!isEnter) {
        m_builder.end();
        return;
    }
    const FootnoteLabel &label = labelOf(node);
    m_builder.begin(NodeKind::Footnote);
    if (!label.isNumber)
        m_builder.attribute(AttributeName::Auto, "1");
    m_builder.attribute(AttributeName::Ids, label.id());
    m_builder.attribute(AttributeName::Names, label.name);
    m_builder.beginText();
    m_builder.text(label.shown);
    m_builder.endElement(NodeKind::Label);
}

void Translation::list(cmark_node *node)
{
    if (cmark_node_get_list_type(node) != CMARK_ORDERED_LIST) {
        m_builder.begin(NodeKind::BulletList);
        m_builder.attribute(AttributeName::Bullet, "*");
        return;
    }
    m_builder.begin(NodeKind::EnumeratedList);
    m_builder.attribute(AttributeName::Enumtype, "arabic");
    m_builder.attribute(AttributeName::Prefix, "");
    m_builder.attribute(AttributeName::Suffix, cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : ".");
    if (const int start = cmark_node_get_list_start(node); start != 1)
        m_builder.attribute(AttributeName::Start, std::to_string(start));
}

void Translation::table(cmark_node *node, bool isEnter)
{
    // Types of extensions have numbers only at run time.
    const std::string_view type = viewOf(cmark_node_get_type_string(node));
    if (type == "table") {
        container(NodeKind::Table, isEnter);
        container(NodeKind::Tgroup, isEnter);
        if (!isEnter) {
            m_builder.end(); // the body, or the head where there is no body
            return;
        }
        const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
        m_builder.attribute(AttributeName::Cols, std::to_string(columns));
        for (unsigned i = 0; i < columns; ++i) {
            m_builder.begin(NodeKind::Colspec);
            m_builder.attribute(AttributeName::Colwidth, "10");
            m_builder.end();
        }
        m_isFirstRow = true;
    } else if (type == "table_header" || type == "table_row") {
        const bool isHead = type == "table_header";
        if (isEnter && isHead)
            m_builder.begin(NodeKind::Thead);
        else if (isEnter && std::exchange(m_isFirstRow, false))
            m_builder.begin(NodeKind::Tbody);
        container(NodeKind::Row, isEnter);
        if (!isEnter && isHead && cmark_node_next(node) != nullptr)
            m_builder.end();
    } else if (type == "table_cell") {
        if (isEnter) {
            m_builder.begin(NodeKind::Entry);
            m_builder.beginText();
        } else {
            m_builder.endParagraph();
            m_builder.end();
        }
    }
}

void Translation::inlinePiece(cmark_node *node, bool isEnter)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (node == m_alertMark)
        return; // the line's end behind it is at the begin of a line
    if (!m_literalTag.empty())
        inLiteral(node);
    else if (type == CMARK_NODE_TEXT)
        m_builder.text(viewOf(cmark_node_get_literal(node)));
    else if (type == CMARK_NODE_SOFTBREAK)
        m_builder.text("\n");
    else if (type == CMARK_NODE_LINEBREAK)
        m_builder.lineBreak();
    else if (type == CMARK_NODE_CODE)
        m_builder.literal(viewOf(cmark_node_get_literal(node)));
    else if (type == CMARK_NODE_HTML_INLINE)
        inlineHtml(viewOf(cmark_node_get_literal(node)));
    else if (type == CMARK_NODE_FOOTNOTE_REFERENCE && isEnter) {
        const FootnoteLabel &label = labelOf(cmark_node_parent_footnote_def(node));
        m_builder.footnoteReference(label.id(), label.shown, label.isNumber);
    } else if (type == CMARK_NODE_EMPH)
        style(NodeKind::Emphasis, isEnter);
    else if (type == CMARK_NODE_STRONG)
        style(NodeKind::Strong, isEnter);
    else if (type == CMARK_NODE_LINK && isEnter)
        m_builder.beginLink(viewOf(cmark_node_get_url(node)));
    else if (type == CMARK_NODE_LINK)
        m_builder.endLink();
    else if (type == CMARK_NODE_IMAGE) {
        m_imageDepth = 1;
        m_alt.clear();
    }
}

/// Within a picture's brackets: all text is its description.
void Translation::inImage(cmark_node *node, bool isEnter)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_IMAGE) {
        m_imageDepth = isEnter ? m_imageDepth + 1 : m_imageDepth - 1;
        if (m_imageDepth == 0)
            m_builder.image(viewOf(cmark_node_get_url(node)), m_alt);
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        m_alt += ' ';
    } else if (isEnter) {
        m_alt += viewOf(cmark_node_get_literal(node));
    }
}

/// Between the tags of an element whose text is code: all is text.
void Translation::inLiteral(cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        m_literal += ' ';
    else if (type != CMARK_NODE_HTML_INLINE)
        m_literal += viewOf(cmark_node_get_literal(node));
    else if (const HtmlTag tag = readTag(viewOf(cmark_node_get_literal(node))); tag.isEnd && tag.name == m_literalTag)
        endLiteral();
}

void Translation::endLiteral()
{
    if (!std::exchange(m_literalTag, {}).empty())
        m_builder.literal(std::exchange(m_literal, {}));
}

void Translation::inlineHtml(std::string_view source)
{
    const HtmlTag tag = readTag(source);
    const bool isEnter = !tag.isEnd;
    if (tag.name == "b" || tag.name == "strong")
        style(NodeKind::Strong, isEnter);
    else if (tag.name == "i" || tag.name == "em" || tag.name == "cite")
        style(NodeKind::Emphasis, isEnter);
    else if (tag.name == "sub")
        style(NodeKind::Subscript, isEnter);
    else if (tag.name == "sup")
        style(NodeKind::Superscript, isEnter);
    else if (tag.name == "br")
        m_builder.lineBreak();
    else if (tag.name == "a" && isEnter)
        m_builder.beginLink(tag.value("href"));
    else if (tag.name == "a")
        m_builder.endLink();
    else if (isEnter && (tag.name == "kbd" || tag.name == "code" || tag.name == "tt" || tag.name == "samp"))
        m_literalTag = tag.name;
    else if (tag.name == "img")
        m_builder.image(tag.value("src"), tag.value("alt"));
}

} // namespace

rst::Document readMarkdown(std::string_view text, const MarkdownOptions &options)
{
    rst::Document document;
    const CmarkTree tree(text, options);
    Translation(document).run(tree.root());
    return document;
}

} // namespace readers
