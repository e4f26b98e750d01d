// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/gumbo_tree.h"
#include "readers/html_shapes.h"
#include "readers/html_translation.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>

namespace readers {

using rst::AttributeName;
using rst::NodeKind;

namespace {

/// How an `ol` counts. Letters and Roman numerals that do not begin with the first, and letters beyond the last, are not what
/// reStructuredText can say. https://html.spec.whatwg.org/multipage/grouping-content.html#the-ol-element
Numbering numberingOf(const GumboNode *list)
{
    const std::string_view text = attributeOf(list, "start");
    Numbering numbering;
    int start = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), start);
    if (error == std::errc() && start >= 0)
        numbering.start = start;
    if (numbering.start != 1)
        return numbering;
    const std::string_view type = attributeOf(list, "type");
    const GumboVector &children = list->v.element.children;
    constexpr unsigned letters = 26;
    if (type == "i" || type == "I")
        numbering.sequence = type == "i" ? "lowerroman" : "upperroman";
    else if ((type == "a" || type == "A") && children.length <= letters)
        numbering.sequence = type == "a" ? "loweralpha" : "upperalpha";
    return numbering;
}

/// Whether a list goes on with the one right before it: Word for the web puts each item into a list of its own.
bool goesOn(const GumboNode *list, const Numbering &numbering, rst::NodeRef before)
{
    if (isElement(list, GUMBO_TAG_UL))
        return before.is(NodeKind::BulletList) && attributeOf(list->parent, "class").contains("ListContainerWrapper");
    if (!before.is(NodeKind::EnumeratedList) || numbering.start == 1)
        return false;
    const std::int64_t first = before.hasAttribute(AttributeName::Start) ? before.number(AttributeName::Start) : 1;
    return first + std::ranges::distance(before.children()) == numbering.start;
}

bool contains(const GumboNode *element, int tag)
{
    bool contains = false;
    everyNode(element, [&](const GumboNode *here) {
        contains = contains || isElement(here, tag);
        return !contains;
    });
    return contains;
}

} // namespace

void HtmlTranslation::endElement(NodeKind kind)
{
    m_isElement = false;
    m_breaks = 0;
    if (std::exchange(m_isOpen, false))
        m_builder.endElement(kind);
}

void HtmlTranslation::code(const GumboNode *pre)
{
    endParagraph();
    std::string code = textOf(pre);
    while (code.ends_with('\n') || code.ends_with(' '))
        code.pop_back();
    code.erase(0, std::min(code.find_first_not_of('\n'), code.size()));
    if (!code.empty())
        m_builder.code(code, codeLanguage(pre));
}

void HtmlTranslation::beginList(const GumboNode *list)
{
    const bool isNumbered = isElement(list, GUMBO_TAG_OL);
    const Numbering numbering = numberingOf(list);
    // A list right in another one belongs to the item before it: so do editors on the web write what nests.
    const rst::NodeRef around = m_builder.container();
    const bool isBare =
        (around.is(NodeKind::BulletList) || around.is(NodeKind::EnumeratedList)) && m_builder.hasRoomFor(2);
    m_lists.push_back(isBare);
    if (isBare && m_builder.lastBlock().is(NodeKind::ListItem))
        m_builder.resume();
    else if (isBare)
        m_builder.begin(NodeKind::ListItem);
    if (m_builder.hasRoomFor(1) && goesOn(list, numbering, m_builder.lastBlock())) {
        m_builder.resume();
        return;
    }
    m_builder.begin(isNumbered ? NodeKind::EnumeratedList : NodeKind::BulletList);
    if (isNumbered)
        numberList(numbering);
    else
        m_builder.attribute(AttributeName::Bullet, "*");
}

void HtmlTranslation::numberList(const Numbering &numbering)
{
    m_builder.attribute(AttributeName::Enumtype, numbering.sequence);
    m_builder.attribute(AttributeName::Prefix, "");
    m_builder.attribute(AttributeName::Suffix, ".");
    if (numbering.start != 1)
        m_builder.attribute(AttributeName::Start, std::to_string(numbering.start));
}

void HtmlTranslation::endList()
{
    m_builder.end();
    if (m_lists.back())
        m_builder.end();
    m_lists.pop_back();
}

/// Goes on in the list that is the last block, down to the item's level, or begins one.
void HtmlTranslation::beginWordItem(const WordItem &item)
{
    m_wordLevel = item.level;
    for (std::size_t level = 1; level <= item.level; ++level) {
        const bool isOwn = level == item.level;
        const NodeKind kind = isOwn && item.number > 0 ? NodeKind::EnumeratedList : NodeKind::BulletList;
        const rst::NodeRef last = m_builder.lastBlock();
        const bool isList = last.is(NodeKind::BulletList) || last.is(NodeKind::EnumeratedList);
        if (isList && (!isOwn || last.is(kind))) {
            m_builder.resume();
        } else {
            m_builder.begin(kind);
            if (kind == NodeKind::EnumeratedList)
                numberList({.start = item.number});
            else
                m_builder.attribute(AttributeName::Bullet, "*");
        }
        if (!isOwn && m_builder.lastBlock())
            m_builder.resume();
        else
            m_builder.begin(NodeKind::ListItem);
    }
}

void HtmlTranslation::endWordItem()
{
    m_wordItem = nullptr;
    for (; m_wordLevel > 0; --m_wordLevel) {
        m_builder.end();
        m_builder.end();
    }
}

/// Whether a term, or what one means, is one of a list that is drawn as such.
bool HtmlTranslation::isDefined(const GumboNode *node) const
{
    return isElement(node->parent, GUMBO_TAG_DL) && !m_definitions.empty() && m_definitions.back().isList;
}

void HtmlTranslation::beginTerm()
{
    endDefinition();
    m_builder.begin(NodeKind::DefinitionListItem);
    beginElement();
}

void HtmlTranslation::beginDefinition()
{
    if (!std::exchange(m_definitions.back().isOpen, true))
        m_builder.begin(NodeKind::Definition);
}

void HtmlTranslation::endDefinition()
{
    if (!std::exchange(m_definitions.back().isOpen, false))
        return;
    m_builder.end();
    m_builder.end();
}

void HtmlTranslation::enterFigure(const GumboNode *node, const FigureParts &parts)
{
    m_figures.push_back(node);
    m_builder.begin(NodeKind::Figure);
    openParagraph();
    if (parts.link != nullptr)
        m_builder.beginLink(attributeOf(parts.link, "href"));
    m_builder.image(attributeOf(parts.picture, "src"), attributeOf(parts.picture, "alt"));
    if (parts.link != nullptr)
        m_builder.endLink();
    endParagraph();
    beginElement();
    m_stack.push_back({node, Step::Leave});
    const GumboVector &list = parts.caption->v.element.children;
    for (unsigned i = list.length; i-- > 0;)
        m_stack.push_back({static_cast<const GumboNode *>(list.data[i]), Step::Enter});
}

void HtmlTranslation::enterBlock(const GumboNode *node)
{
    const GumboTag tag = node->v.element.tag;
    endParagraph();
    m_isHeading = m_isHeading || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
    switch (tag) {
    case GUMBO_TAG_BLOCKQUOTE: m_builder.begin(NodeKind::BlockQuote); break;
    case GUMBO_TAG_DL:
        m_definitions.push_back({.isList = m_builder.hasRoomFor(3) && isDefinitionList(node)});
        if (m_definitions.back().isList)
            m_builder.begin(NodeKind::DefinitionList);
        break;
    case GUMBO_TAG_DT:
        if (isDefined(node))
            beginTerm();
        break;
    case GUMBO_TAG_DD:
        if (isDefined(node))
            beginDefinition();
        else
            m_builder.begin(NodeKind::BlockQuote);
        break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL: beginList(node); break;
    case GUMBO_TAG_LI:
        if (m_lists.empty()) {
            m_builder.begin(NodeKind::BulletList);
            m_builder.attribute(AttributeName::Bullet, "*");
        }
        m_builder.begin(NodeKind::ListItem);
        break;
    case GUMBO_TAG_P:
        if (const auto item = wordItem(node); item && m_wordLevel == 0 && m_builder.hasRoomFor(2 * item->level)) {
            m_wordItem = node;
            beginWordItem(*item);
        }
        break;
    case GUMBO_TAG_HR: m_builder.transition(); return;
    case GUMBO_TAG_OBJECT:
        if (!contains(node, GUMBO_TAG_EMBED))
            embed(attributeOf(node, "data"));
        break;
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_TABLE:
        if (const auto parts = figureParts(node); parts && m_builder.hasRoomFor(1))
            enterFigure(node, *parts);
        else if (tag == GUMBO_TAG_TABLE)
            enterTable(node);
        else
            break;
        return;
    case GUMBO_TAG_TR:
        if (m_table)
            m_builder.begin(NodeKind::Row);
        break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        if (m_table)
            beginCell();
        break;
    default: break;
    }
    children(node);
}

/// A table of data is drawn; one for the layout gives its contents in their order.
void HtmlTranslation::enterTable(const GumboNode *node)
{
    constexpr std::size_t levels = 5; // table, group, body, row, entry
    TableLayout layout = m_table || !m_builder.hasRoomFor(levels) ? TableLayout() : tableLayout(node);
    if (!layout.isData) {
        children(node);
        return;
    }
    m_builder.begin(NodeKind::Table);
    if (layout.caption != nullptr) {
        text(textOf(layout.caption));
        endElement(NodeKind::Title);
    }
    m_builder.begin(NodeKind::Tgroup);
    m_builder.attribute(AttributeName::Cols, std::to_string(layout.columns));
    for (std::size_t i = 0; i < layout.columns; ++i) {
        m_builder.begin(NodeKind::Colspec);
        m_builder.attribute(AttributeName::Colwidth, "10");
        m_builder.end();
    }
    m_builder.begin(layout.headRows > 0 ? NodeKind::Thead : NodeKind::Tbody);
    m_stack.push_back({node, Step::Leave});
    for (std::size_t row = layout.rows.size(); row-- > 0;)
        m_stack.push_back({layout.rows[row].node, Step::Enter});
    m_table = Table{.layout = std::move(layout)};
}

void HtmlTranslation::beginCell()
{
    const TableCell &cell = m_table->layout.rows[m_table->row].cells[m_table->cell++];
    m_builder.begin(NodeKind::Entry);
    if (cell.columns > 1)
        m_builder.attribute(AttributeName::Morecols, std::to_string(cell.columns - 1));
    if (cell.rows > 1)
        m_builder.attribute(AttributeName::Morerows, std::to_string(cell.rows - 1));
}

void HtmlTranslation::endRow()
{
    for (std::size_t i = 0; i < m_table->layout.rows[m_table->row].missing; ++i) {
        m_builder.begin(NodeKind::Entry);
        m_builder.end();
    }
    m_builder.end();
    m_table->cell = 0;
    if (++m_table->row == m_table->layout.headRows) {
        m_builder.end();
        m_builder.begin(NodeKind::Tbody);
    }
}

void HtmlTranslation::leaveBlock(const GumboNode *node)
{
    if (!m_figures.empty() && m_figures.back() == node) {
        m_figures.pop_back();
        endElement(NodeKind::Caption);
        m_builder.end();
        return;
    }
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_DT && isDefined(node)) {
        endElement(NodeKind::Term);
        return;
    }
    endParagraph();
    switch (tag) {
    case GUMBO_TAG_BLOCKQUOTE: m_builder.end(); break;
    case GUMBO_TAG_DD:
        if (!isDefined(node))
            m_builder.end();
        break;
    case GUMBO_TAG_DL:
        if (m_definitions.back().isList) {
            endDefinition();
            m_builder.end();
        }
        m_definitions.pop_back();
        break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL: endList(); break;
    case GUMBO_TAG_P:
        if (node == m_wordItem)
            endWordItem();
        break;
    case GUMBO_TAG_LI:
        m_builder.end();
        if (m_lists.empty())
            m_builder.end();
        break;
    case GUMBO_TAG_TABLE:
        if (m_table) { // within which no other is
            m_builder.end();
            m_builder.end();
            m_builder.end();
            m_table.reset();
        }
        break;
    case GUMBO_TAG_TR:
        if (m_table)
            endRow();
        break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        if (m_table)
            m_builder.end();
        break;
    default: break;
    }
}

} // namespace readers
