// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/rst_writer.h"

#include "rst/parser/line_patterns.h"
#include "rst/text/unicode.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>

namespace rst {

namespace {

bool isInvisible(NodeRef node)
{
    return node.is(NodeKind::SystemMessage) || node.is(NodeKind::Pending) || node.is(NodeKind::Decoration) ||
           (node.is(NodeKind::Section) && node.hasItem(AttributeName::Classes, "system-messages"));
}

/// Whether `node`, indented or marked alike, would be read as a part of the block before it, or must not follow it.
bool wouldJoin(NodeRef before, NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::Transition:
        return before.is(node.kind()) || before.is(NodeKind::Title) || before.is(NodeKind::Subtitle);
    case NodeKind::BlockQuote:
        // A list's last item, a directive and the like take in what is indented.
        return !(before.is(NodeKind::Comment) && !before.hasChildren()) && !before.is(NodeKind::Paragraph) &&
               !before.is(NodeKind::Title) && !before.is(NodeKind::Transition) && !before.is(NodeKind::LineBlock) &&
               !before.is(NodeKind::Section) && !before.is(NodeKind::DoctestBlock) &&
               !before.lastChild().is(NodeKind::Attribution);
    case NodeKind::BulletList:
        return before.is(node.kind()) &&
               before.attribute(AttributeName::Bullet) == node.attribute(AttributeName::Bullet);
    case NodeKind::EnumeratedList:
        return before.is(node.kind()) &&
               before.attribute(AttributeName::Enumtype) == node.attribute(AttributeName::Enumtype) &&
               before.attribute(AttributeName::Prefix) == node.attribute(AttributeName::Prefix) &&
               before.attribute(AttributeName::Suffix) == node.attribute(AttributeName::Suffix) &&
               before.number(AttributeName::Start, 1) + std::int64_t(before.childCount()) ==
                   node.number(AttributeName::Start, 1);
    case NodeKind::DefinitionList:
    case NodeKind::FieldList:
    case NodeKind::OptionList:
    case NodeKind::LineBlock: return before.is(node.kind());
    default: return false;
    }
}

/// Whether `node` cannot be the first block below a title; a message may have stood between.
bool mayNotBegin(NodeRef node, const RstStyle &style)
{
    return node.is(NodeKind::Transition) && (node.previous() || style.depth > 0);
}

/// Whether `node`, the last block of its parent, would move out of it, unless a message stands behind it.
bool mayNotEnd(NodeRef node)
{
    if (!node.is(NodeKind::Transition) || !node.parent().is(NodeKind::Section) || !node.next())
        return false;
    NodeRef next = node.next();
    while (next && isInvisible(next))
        next = next.next();
    return !next;
}

} // namespace

std::string writeRst(const Document &document, const RstStyle &style)
{
    const RstNames names(document);
    return RstBlockWriter(names, style).write(document[Document::root()]);
}

std::string RstBlockWriter::write(NodeRef root)
{
    m_depth = m_style.depth;
    m_out = m_names.roles.definitions();
    writeChildren(root);
    return std::move(m_out);
}

std::string RstBlockWriter::writeAlone(NodeRef parent)
{
    RstBlockWriter alone(m_names, m_style);
    alone.writeChildren(parent);
    while (alone.m_out.ends_with('\n'))
        alone.m_out.pop_back();
    return std::move(alone.m_out);
}

void RstBlockWriter::writeChildren(NodeRef parent, Separation separation)
{
    NodeRef before;
    for (const NodeRef node : parent.children())
        writeBehind(before, node, separation);
}

/// Writes a block and remembers it as the one before the next.
void RstBlockWriter::writeBehind(NodeRef &before, NodeRef node, Separation separation)
{
    if (isInvisible(node))
        return;
    if (before ? wouldJoin(before, node) : mayNotBegin(node, m_style))
        writeEmptyComment();
    if (separation == Separation::None)
        m_wantsBlankLine = false;
    writeBlock(node);
    if (mayNotEnd(node))
        writeEmptyComment();
    before = node;
}

void RstBlockWriter::writeEmptyComment()
{
    separate();
    line("..");
}

void RstBlockWriter::separate()
{
    if (m_wantsBlankLine && m_marker.empty())
        m_out += '\n';
    m_wantsBlankLine = true;
}

void RstBlockWriter::line(std::string_view text)
{
    if (!m_marker.empty()) {
        m_out.append(m_indent, 0, m_indent.size() - columnWidth(m_marker));
        std::string_view marker = m_marker;
        m_out += text.empty() ? trimmedRight(marker) : marker;
        m_marker.clear();
    } else if (!text.empty()) {
        m_out += m_indent;
    }
    m_out += text;
    m_out += '\n';
}

void RstBlockWriter::lines(std::string_view text)
{
    for (std::size_t begin = 0;;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        line(trimmedRight(text.substr(begin, end - begin)));
        if (end == text.size())
            return;
        begin = end + 1;
    }
}

void RstBlockWriter::writeIndented(NodeRef parent, std::size_t columns)
{
    indent(columns);
    writeChildren(parent);
    dedent(columns);
}

void RstBlockWriter::writeBlock(NodeRef node)
{
    if (isInvisible(node))
        return;
    switch (node.kind()) {
    case NodeKind::Section: writeSection(node); break;
    case NodeKind::Title:
    case NodeKind::Subtitle:
        writeTitle(node, m_depth);
        ++m_depth; // a document's own title: what follows lies below it
        break;
    case NodeKind::Transition:
        separate();
        line("----");
        break;
    case NodeKind::Paragraph: writeParagraph(node); break;
    case NodeKind::LineBlock:
        separate();
        writeLineBlock(node, 0);
        break;
    case NodeKind::BlockQuote: writeBlockQuote(node); break;
    case NodeKind::BulletList: writeBulletList(node); break;
    case NodeKind::EnumeratedList: writeEnumeratedList(node); break;
    case NodeKind::DefinitionList: writeDefinitionList(node); break;
    case NodeKind::FieldList: writeFieldList(node); break;
    case NodeKind::Docinfo: writeDocinfo(node); break;
    case NodeKind::OptionList: writeOptionList(node); break;
    case NodeKind::LiteralBlock: writeLiteralBlock(node); break;
    case NodeKind::DoctestBlock:
    case NodeKind::Placeholder: writeVerbatim(node.asText()); break;
    case NodeKind::MathBlock:
        separate();
        writeDirective("math", "", node, true);
        indent(3);
        lines(node.asText());
        dedent(3);
        break;
    case NodeKind::Raw:
        separate();
        writeDirective("raw", node.attribute(AttributeName::Format), node, true);
        indent(3);
        lines(node.asText());
        dedent(3);
        break;
    case NodeKind::Comment: writeComment(node); break;
    case NodeKind::Target: writeTargetBlock(node); break;
    case NodeKind::SubstitutionDefinition: writeSubstitution(node); break;
    case NodeKind::Footnote:
    case NodeKind::Citation: writeFootnote(node); break;
    case NodeKind::Image: writeImage(node, {}); break;
    case NodeKind::Reference:
        if (node.firstChild().is(NodeKind::Image))
            writeImage(node.firstChild(), node.attribute(AttributeName::Refuri));
        break;
    case NodeKind::Figure: writeFigure(node); break;
    case NodeKind::Table: writeTable(node); break;
    case NodeKind::Topic:
    case NodeKind::Sidebar: writeTopic(node); break;
    case NodeKind::Rubric:
        separate();
        writeDirective("rubric", inlineText(node), node, false);
        break;
    case NodeKind::Compound:
    case NodeKind::Container:
        separate();
        writeDirective(node.tag(), "", node, true);
        writeIndented(node, 3);
        break;
    default:
        if (node.isA(Category::Admonition))
            writeAdmonition(node);
        else if (node.isA(Category::TextElement))
            writeParagraph(node);
        else
            writeChildren(node);
        break;
    }
}

void RstBlockWriter::writeSection(NodeRef section)
{
    const std::size_t depth = m_depth;
    for (const NodeRef node : section.children()) {
        if (node.is(NodeKind::Title)) {
            writeTitle(node, depth);
            m_depth = depth + 1;
        }
    }
    m_depth = depth + 1;
    NodeRef before;
    for (const NodeRef node : section.children()) {
        if (!node.is(NodeKind::Title))
            writeBehind(before, node, Separation::BlankLine);
    }
    m_depth = depth;
}

void RstBlockWriter::writeTitle(NodeRef title, std::size_t depth)
{
    separate();
    std::string text = inlineText(title);
    std::ranges::replace(text, '\n', ' ');
    text = asBlockStart(std::move(text));
    const char adornment = m_style.adornments[std::min(depth, m_style.adornments.size() - 1)];
    line(text);
    line(std::string(std::max<std::size_t>(columnWidth(text), 1), adornment));
}

std::string RstBlockWriter::asBlockStart(std::string text)
{
    const std::string_view first = std::string_view(text).substr(0, text.find('\n'));
    switch (matchTransition(first).transition) {
    case Transition::Text:
    case Transition::Blank:
    case Transition::Indent: break;
    case Transition::FieldMarker:
        // What begins with a role, too.
        text.insert(0, "\\ ");
        break;
    default: text.insert(0, "\\"); break;
    }
    return text;
}

std::string RstBlockWriter::asParagraph(std::string text)
{
    const std::size_t second = text.find('\n');
    if (second != text.npos) {
        const std::string_view rest = std::string_view(text).substr(second + 1);
        if (isAdornment(rest.substr(0, rest.find('\n'))))
            text.insert(second + 1, "\\");
    }
    if (text.ends_with("::"))
        text.insert(text.size() - 1, "\\");
    return asBlockStart(std::move(text));
}

void RstBlockWriter::writeParagraph(NodeRef paragraph)
{
    const std::string text = inlineText(paragraph);
    if (trimmed(text).empty())
        return;
    separate();
    lines(asParagraph(text));
}

void RstBlockWriter::writeLineBlock(NodeRef lineBlock, std::size_t depth)
{
    for (const NodeRef node : lineBlock.children()) {
        if (node.is(NodeKind::LineBlock)) {
            writeLineBlock(node, depth + 1);
            continue;
        }
        const std::string text = inlineText(node);
        if (text.empty()) {
            line("|");
            continue;
        }
        // A line goes on where it is indented.
        std::size_t begin = 0;
        std::string prefix = "| " + std::string(depth * 3, ' ');
        for (;;) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            line(prefix + text.substr(begin, end - begin));
            if (end == text.size())
                break;
            begin = end + 1;
            prefix.assign(prefix.size(), ' ');
        }
    }
}

void RstBlockWriter::writeBlockQuote(NodeRef quote)
{
    // A marker's own indentation would be taken for the quote's.
    if (!m_marker.empty())
        line("");
    indent(3);
    NodeRef before;
    for (const NodeRef node : quote.children()) {
        if (node.is(NodeKind::Attribution)) {
            separate();
            lines("-- " + inlineText(node));
        } else {
            writeBehind(before, node, Separation::BlankLine);
        }
    }
    dedent(3);
}

void RstBlockWriter::writeComment(NodeRef comment)
{
    separate();
    const std::string text = comment.asText();
    if (text.empty()) {
        line("..");
        return;
    }
    line("..");
    indent(3);
    lines(text);
    dedent(3);
}

void RstBlockWriter::writeVerbatim(std::string_view text)
{
    separate();
    lines(text);
}

} // namespace rst
