// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace rst {

namespace {

bool isVisible(NodeRef node)
{
    return !node.is(NodeKind::SystemMessage) && !node.is(NodeKind::Pending);
}

/// Whether no item of the list has more than a paragraph, and lists as such below it.
bool isCompactList(NodeRef list)
{
    return std::ranges::all_of(list.children(), [](NodeRef item) {
        if (item.hasAttribute(AttributeName::Classes))
            return false;
        std::size_t count = 0;
        for (const NodeRef node : item.children()) {
            if (!isVisible(node))
                continue;
            if (count++ > 0 || !node.is(NodeKind::Paragraph) || node.hasAttribute(AttributeName::Classes))
                return false;
        }
        return true;
    });
}

std::string roman(std::int64_t number)
{
    static constexpr std::array<std::pair<std::int64_t, std::string_view>, 13> digits = {{{1000, "m"},
                                                                                          {900, "cm"},
                                                                                          {500, "d"},
                                                                                          {400, "cd"},
                                                                                          {100, "c"},
                                                                                          {90, "xc"},
                                                                                          {50, "l"},
                                                                                          {40, "xl"},
                                                                                          {10, "x"},
                                                                                          {9, "ix"},
                                                                                          {5, "v"},
                                                                                          {4, "iv"},
                                                                                          {1, "i"}}};
    std::string text;
    for (const auto &[value, letters] : digits) {
        for (; number >= value; number -= value)
            text += letters;
    }
    return text;
}

/// Numbers of so many digits, and their successors, can be counted.
constexpr std::size_t mostCountedDigits = 18;

std::string ordinal(std::string_view type, std::int64_t number)
{
    std::string text;
    if (type == "loweralpha" || type == "upperalpha")
        text = std::string(1, char('a' + (number - 1) % 26));
    else if (type == "lowerroman" || type == "upperroman")
        text = roman(number);
    else
        text = std::to_string(number);
    if (type.starts_with("upper"))
        std::ranges::transform(text, text.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    return text;
}

} // namespace

/// The classes of the item behind `item`: they stand at the end of this one.
void RstBlockWriter::writeClassesOfNext(NodeRef item)
{
    NodeRef next = item.next();
    while (next && !isVisible(next))
        next = next.next();
    if (next)
        writeClasses(next);
}

void RstBlockWriter::writeItem(NodeRef item, std::string marker, bool isCompact)
{
    if (!isCompact)
        separate();
    else if (std::exchange(m_wantsBlankLine, true) && item == item.parent().firstChild() && m_marker.empty())
        m_out += '\n';
    // A list as an item's first block stands in the same line.
    const std::size_t columns = columnWidth(marker);
    const std::string outer = std::exchange(m_marker, {});
    indent(columns);
    m_marker = outer + marker;
    const std::size_t before = m_out.size();
    writeChildren(item);
    writeClassesOfNext(item);
    if (m_out.size() == before)
        line("");
    dedent(columns);
}

void RstBlockWriter::writeBulletList(NodeRef list)
{
    const std::string_view bullet = list.attribute(AttributeName::Bullet);
    const bool isCompact = isCompactList(list);
    for (const NodeRef item : list.children()) {
        if (isVisible(item))
            writeItem(item, std::format("{} ", bullet.empty() ? "*" : bullet), isCompact);
    }
}

void RstBlockWriter::writeEnumeratedList(NodeRef list)
{
    const bool isCompact = isCompactList(list);
    const std::string_view type = list.attribute(AttributeName::Enumtype);
    const std::string_view suffix = list.attribute(AttributeName::Suffix);
    const std::string_view prefix = list.attribute(AttributeName::Prefix);
    const std::string_view start = list.attribute(AttributeName::Start);
    // A start of more digits than can be counted is written as it is, and goes on by itself.
    const bool isCounted = start.size() <= mostCountedDigits;
    std::string first = isCounted ? std::string() : std::string(start);
    std::int64_t number = list.number(AttributeName::Start, 1);
    for (const NodeRef item : list.children()) {
        if (!isVisible(item))
            continue;
        const std::string counted = isCounted ? ordinal(type, number++) : std::exchange(first, "#");
        writeItem(item, std::format("{}{}{} ", prefix, counted, suffix.empty() && prefix.empty() ? "." : suffix),
                  isCompact);
    }
}

/// A colon between blanks would begin a classifier.
static std::string withoutClassifiers(std::string text)
{
    for (std::size_t at = text.find(" : "); at != text.npos; at = text.find(" : ", at + 3))
        text.insert(at + 1, "\\");
    return text;
}

void RstBlockWriter::writeDefinitionList(NodeRef list)
{
    for (const NodeRef item : list.children()) {
        if (!isVisible(item))
            continue;
        separate();
        std::string term;
        for (const NodeRef part : item.children()) {
            if (part.is(NodeKind::Term))
                term = withoutClassifiers(inlineText(part));
            else if (part.is(NodeKind::Classifier))
                term += " : " + inlineText(part);
        }
        line(asBlockStart(std::move(term)));
        m_wantsBlankLine = false;
        for (const NodeRef part : item.children()) {
            if (!part.is(NodeKind::Definition))
                continue;
            indent(3);
            const std::size_t begin = m_out.size();
            writeChildren(part);
            writeClassesOfNext(item);
            if (m_out.size() == begin)
                line(".."); // a term alone would be a paragraph
            dedent(3);
        }
        m_wantsBlankLine = true;
    }
}

std::string RstBlockWriter::fieldName(NodeRef name) const
{
    return RstInlineText(m_names, RstInlineText::Roles::Behind).write(name);
}

void RstBlockWriter::writeField(std::string_view name, NodeRef body)
{
    line(std::format(":{}:", name));
    m_wantsBlankLine = false;
    indent(3);
    NodeRef before;
    for (const NodeRef node : body.children()) {
        if (!node.is(NodeKind::Title)) // a topic's, which its field gives it
            writeBehind(before, node, Separation::BlankLine);
    }
    dedent(3);
    m_wantsBlankLine = true;
}

void RstBlockWriter::writeFieldList(NodeRef list)
{
    separate();
    for (const NodeRef field : list.children()) {
        std::string name;
        NodeRef body;
        for (const NodeRef part : field.children()) {
            if (part.is(NodeKind::FieldName))
                name = fieldName(part);
            else if (part.is(NodeKind::FieldBody))
                body = part;
        }
        if (body)
            writeField(name, body);
    }
}

void RstBlockWriter::writeDocinfo(NodeRef docinfo)
{
    separate();
    // Of several abstracts the first one is docutils' topic, and the others are fields.
    const bool isFirst = std::ranges::any_of(docinfo.children(), [](NodeRef node) {
        return node.is(NodeKind::Field) &&
               (node.hasItem(AttributeName::Classes, "abstract") || node.hasItem(AttributeName::Classes, "dedication"));
    });
    if (isFirst)
        writeDocinfoTopics(docinfo);
    for (const NodeRef node : docinfo.children()) {
        if (node.is(NodeKind::Field)) {
            if (node.lastChild().is(NodeKind::FieldBody))
                writeField(fieldName(node.firstChild()), node.lastChild());
        } else if (node.is(NodeKind::Authors)) {
            line(":authors:");
            indent(3);
            for (const NodeRef author : node.children())
                writeHanging("- ", asBlockStart(inlineText(author)), 2);
            dedent(3);
        } else {
            line(std::format(":{}:", node.tag()));
            indent(3);
            lines(asBlockStart(inlineText(node)));
            dedent(3);
        }
    }
    if (!isFirst)
        writeDocinfoTopics(docinfo);
}

void RstBlockWriter::writeDocinfoTopics(NodeRef docinfo)
{
    for (NodeRef topic = docinfo.next(); isDocinfoTopic(topic); topic = topic.next())
        writeField(topic.attribute(AttributeName::Classes), topic);
}

void RstBlockWriter::writeOptionList(NodeRef list)
{
    separate();
    for (const NodeRef item : list.children()) {
        std::string options;
        NodeRef description;
        for (const NodeRef part : item.children()) {
            if (part.is(NodeKind::Description)) {
                description = part;
                continue;
            }
            for (const NodeRef option : part.children()) {
                if (!options.empty())
                    options += ", ";
                for (const NodeRef word : option.children()) {
                    options += word.asText(); // of an argument with its delimiter
                }
            }
        }
        line(options);
        m_wantsBlankLine = false;
        if (description)
            writeIndented(description, 3);
        m_wantsBlankLine = true;
    }
}

} // namespace rst
