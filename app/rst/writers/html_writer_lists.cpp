// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/html_writer.h"

#include <charconv>
#include <string>

namespace rst {

// Lists are set without space between the items where these are short (docutils' setting compact_lists).

namespace {

/// What an element says about the lists around it.
enum class Simplicity : std::uint8_t { Simple, SimpleIfContent, SimpleIfOneBlock, NotSimple };

Simplicity simplicityOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Text:
    case NodeKind::Paragraph:
    case NodeKind::Author:
    case NodeKind::Copyright:
    case NodeKind::Date:
    case NodeKind::Organization:
    case NodeKind::Status:
    case NodeKind::Term:
    case NodeKind::FieldName:
    case NodeKind::Comment:
    case NodeKind::SubstitutionDefinition:
    case NodeKind::Target:
    case NodeKind::Pending: return Simplicity::Simple;
    case NodeKind::BulletList:
    case NodeKind::EnumeratedList:
    case NodeKind::Docinfo:
    case NodeKind::Contact:
    case NodeKind::DefinitionList:
    case NodeKind::DefinitionListItem:
    case NodeKind::Classifier:
    case NodeKind::FieldList:
    case NodeKind::Field: return Simplicity::SimpleIfContent;
    case NodeKind::ListItem:
    case NodeKind::Authors:
    case NodeKind::Address:
    case NodeKind::Version:
    case NodeKind::Definition:
    case NodeKind::FieldBody: return Simplicity::SimpleIfOneBlock;
    default: return Simplicity::NotSimple;
    }
}

/// Whether an item holds no more than one block, or a paragraph and a list at its end.
bool hasOneBlock(NodeRef item)
{
    std::size_t count = 0;
    NodeRef first;
    NodeRef last;
    for (const NodeRef child : item.children()) {
        if (child.isA(Category::Invisible))
            continue;
        if (!first)
            first = child;
        last = child;
        ++count;
    }
    const bool endsWithList =
        last.is(NodeKind::BulletList) || last.is(NodeKind::EnumeratedList) || last.is(NodeKind::FieldList);
    return count <= 1 || (count == 2 && first.is(NodeKind::Paragraph) && endsWithList);
}

bool isList(NodeKind kind)
{
    return kind == NodeKind::BulletList || kind == NodeKind::EnumeratedList || kind == NodeKind::DefinitionList ||
           kind == NodeKind::FieldList || kind == NodeKind::Docinfo;
}

} // namespace

/// Finds out about a list and all lists in it at once, so that each element is looked at once.
void HtmlWriter::judgeLists(NodeRef top)
{
    struct Open {
        NodeRef node = {};
        bool isSimple = true;
    };
    std::vector<Open> open;
    NodeRef node = top;
    for (;;) {
        const Simplicity simplicity = simplicityOf(node.kind());
        bool isSimple = simplicity != Simplicity::NotSimple;
        if (simplicity == Simplicity::SimpleIfOneBlock)
            isSimple = hasOneBlock(node);
        const bool looksInside =
            simplicity == Simplicity::SimpleIfContent || simplicity == Simplicity::SimpleIfOneBlock;
        if (looksInside && node.hasChildren()) {
            open.push_back({.node = node, .isSimple = isSimple});
            node = node.firstChild();
            continue;
        }
        for (;;) {
            if (isList(node.kind()))
                m_isSimple.insert_or_assign(node.id(), isSimple);
            if (open.empty())
                return;
            open.back().isSimple = open.back().isSimple && isSimple;
            if (node.next())
                break;
            node = open.back().node;
            isSimple = open.back().isSimple;
            open.pop_back();
        }
        node = node.next();
    }
}

bool HtmlWriter::isSimpleList(NodeRef list)
{
    if (!m_isSimple.contains(list.id()))
        judgeLists(list);
    return m_isSimple.at(list.id());
}

bool HtmlWriter::isCompactable(NodeRef list)
{
    if (list.hasItem(AttributeName::Classes, "compact"))
        return true;
    if (list.hasItem(AttributeName::Classes, "open"))
        return false;
    if (const NodeRef parent = list.parent(); parent && parent.hasItem(AttributeName::Classes, "contents"))
        return true;
    return isSimpleList(list);
}

Walk HtmlWriter::visitBulletList(NodeRef list)
{
    m_compactBefore.push_back(m_compactSimple);
    const bool isCompact = isCompactable(list);
    tag("ul", list).classesLast(isCompact && !m_compactSimple ? "simple" : "").write("\n");
    m_compactSimple = isCompact;
    return intoTag("ul", "\n");
}

Walk HtmlWriter::visitEnumeratedList(NodeRef list)
{
    StartTag start = tag("ol", list);
    start.classesFirst(list.attribute(AttributeName::Enumtype));
    if (isCompactable(list))
        start.classesFirst("simple");
    if (list.hasAttribute(AttributeName::Start))
        start.attribute("start", list.attribute(AttributeName::Start));
    start.write("\n");
    return intoTag("ol", "\n");
}

Walk HtmlWriter::visitListItem(NodeRef item)
{
    return lineElement("li", item);
}

// Definition lists; those of class "details" can be opened and closed by the reader.

namespace {

bool isDetails(NodeRef list)
{
    return list.hasItem(AttributeName::Classes, "details");
}

} // namespace

Walk HtmlWriter::visitDefinitionList(NodeRef list)
{
    if (isDetails(list))
        return blockElement("div", list);
    tag("dl", list).classesFirst(isCompactable(list) ? "simple" : "").write("\n");
    return intoTag("dl", "\n");
}

Walk HtmlWriter::visitDefinitionListItem(NodeRef item)
{
    if (!isDetails(item.parent()))
        return into(); // its ids and classes go to the term
    StartTag start = tag("details", item);
    if (item.parent().hasItem(AttributeName::Classes, "open"))
        start.attribute("open", "open");
    start.write("\n");
    return intoTag("details", "\n");
}

Walk HtmlWriter::visitTerm(NodeRef term)
{
    const NodeRef item = term.parent();
    if (isDetails(item.parent()))
        tag("summary", term).write();
    else
        tag("dt", term).classesOf(item).idsOf(item).write();
    return into();
}

Walk HtmlWriter::visitClassifier(NodeRef classifier)
{
    return inlineElement("span", classifier, "classifier");
}

/// The classifiers stand within the term's element: it ends where none comes any more.
void HtmlWriter::endTerm(NodeRef termOrClassifier)
{
    // OPTIMIZATION: the last one is looked for once an item, which may have many terms.
    if (const NodeRef item = termOrClassifier.parent(); item.id() != m_itemOfTerms || !termOrClassifier.previous()) {
        m_itemOfTerms = item.id();
        NodeRef last = item.lastChild();
        while (last && !last.is(NodeKind::Classifier))
            last = last.previous();
        m_lastClassifier = last.id();
    }
    if (m_lastClassifier == termOrClassifier.id())
        m_lastClassifier = NodeId::None; // none comes behind it
    if (m_lastClassifier != NodeId::None)
        return;
    raw(isDetails(termOrClassifier.parent().parent()) ? "</summary>\n" : "</dt>\n");
}

Walk HtmlWriter::visitDefinition(NodeRef definition)
{
    return isDetails(definition.parent().parent()) ? into() : lineElement("dd", definition);
}

// Field lists.

namespace {

/// The length that a class "field-indent-3em" speaks of, as CSS; empty where it speaks of none.
std::string indentOfFields(std::string_view className)
{
    constexpr std::string_view prefix = "field-indent-";
    if (!className.starts_with(prefix))
        return {};
    const std::string_view measure = className.substr(prefix.size());
    const std::size_t digits = std::min(measure.find_first_not_of("0123456789."), measure.size());
    const std::string_view number = measure.substr(0, digits);
    std::string_view unit = measure.substr(digits);
    unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
    double value = 0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != number.data() + number.size())
        return {};
    for (const std::string_view known : {"em", "ex", "px", "in", "cm", "mm", "pt", "pc", "%"}) {
        if (unit == known)
            return std::string(number).append(unit);
    }
    return unit.empty() ? std::string(number).append("px") : std::string();
}

} // namespace

Walk HtmlWriter::visitFieldList(NodeRef list)
{
    StartTag start = tag("dl", list);
    std::string style;
    for (const std::string_view word : list.items(AttributeName::Classes)) {
        if (!word.starts_with("field-indent-"))
            continue;
        if (const std::string indent = indentOfFields(word); !indent.empty()) {
            style = "--field-indent: " + indent + ';';
            start.withoutClass(word).attribute("style", style);
        }
        break;
    }
    start.classesLast("field-list").classesLast(isCompactable(list) ? "simple" : "").write("\n");
    return intoTag("dl", "\n");
}

Walk HtmlWriter::visitField(NodeRef)
{
    return into(); // its ids and classes go to name and body
}

Walk HtmlWriter::visitFieldName(NodeRef name)
{
    tag("dt", name).classesOf(name.parent()).idsOf(name.parent()).write();
    return into("<span class=\"colon\">:</span></dt>\n");
}

Walk HtmlWriter::visitFieldBody(NodeRef body)
{
    tag("dd", body).classesOf(body.parent()).write(body.hasChildren() ? "" : "<p></p>");
    return intoTag("dd", "\n");
}

// Option lists.

Walk HtmlWriter::visitOptionList(NodeRef list)
{
    return blockElement("dl", list, "option-list");
}

Walk HtmlWriter::visitOptionListItem(NodeRef)
{
    return into();
}

Walk HtmlWriter::visitOptionGroup(NodeRef group)
{
    tag("dt", group).write("<kbd>");
    return into("</kbd></dt>\n");
}

Walk HtmlWriter::visitOption(NodeRef option)
{
    tag("span", option).classesLast("option").write();
    return intoTag("span", option.next().is(NodeKind::Option) ? ", " : "");
}

Walk HtmlWriter::visitOptionString(NodeRef)
{
    return into();
}

Walk HtmlWriter::visitOptionArgument(NodeRef argument)
{
    raw(argument.hasAttribute(AttributeName::Delimiter) ? argument.attribute(AttributeName::Delimiter) : " ");
    return inlineElement("var", argument);
}

Walk HtmlWriter::visitDescription(NodeRef description)
{
    return lineElement("dd", description);
}

} // namespace rst
