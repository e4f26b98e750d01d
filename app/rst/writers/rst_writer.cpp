// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/rst_writer.h"

#include "rst/parser/inline_chars.h"
#include "rst/parser/line_patterns.h"
#include "rst/text/unicode.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

/// Whether a block quote's paragraph would be its attribution.
bool looksLikeAttribution(std::string_view text)
{
    std::size_t dash = std::min(text.find_first_not_of('-'), text.size());
    if (text.starts_with("\u2014"))
        dash = std::string_view("\u2014").size();
    else if (dash != 2 && dash != 3)
        return false;
    return !trimmed(text.substr(dash, text.find('\n') - dash)).empty();
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
    writeDocument(root);
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

/// A text behind what its first line begins with; its other lines are indented by `columns`.
void RstBlockWriter::writeHanging(std::string_view begin, std::string_view text, std::size_t columns)
{
    const std::size_t first = std::min(text.find('\n'), text.size());
    line(std::format("{}{}", begin, text.substr(0, first)));
    if (first == text.size())
        return;
    indent(columns);
    lines(text.substr(first + 1));
    dedent(columns);
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
        if (m_names.elements.contains(node.id()))
            writeLineBlockDirective(node);
        else
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
        writeContentLines(node.asText());
        break;
    case NodeKind::Raw:
        separate();
        writeDirective("raw", node.attribute(AttributeName::Format), node, true);
        writeContentLines(node.asText());
        break;
    case NodeKind::Comment: writeComment(node); break;
    case NodeKind::Target: writeTargetBlock(node); break;
    case NodeKind::SubstitutionDefinition: writeSubstitution(node); break;
    case NodeKind::Footnote:
    case NodeKind::Citation: writeFootnote(node); break;
    case NodeKind::Image: writeImage(node, {}); break;
    case NodeKind::Reference:
        if (node.firstChild().is(NodeKind::Image))
            writeImage(node.firstChild(), imageTarget(node));
        break;
    case NodeKind::Figure: writeFigure(node); break;
    case NodeKind::Table: writeTable(node); break;
    case NodeKind::Topic:
    case NodeKind::Sidebar: writeTopic(node); break;
    case NodeKind::Rubric:
        separate();
        writeDirective("rubric", titleArgument(node), node, false);
        break;
    case NodeKind::Compound:
        separate();
        writeDirective(node.tag(), "", node, true);
        writeContentOf(node);
        break;
    case NodeKind::Container: writeContainer(node); break;
    case NodeKind::Decoration: writeDecoration(node); break;
    case NodeKind::Meta: writeMeta(node); break;
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
    const std::string text = asBlockStart(inOneLine(inlineText(title)));
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
    default: text.insert(0, text.starts_with('\\') ? "\\ " : "\\"); break;
    }
    // Blanks before it would be indentation.
    if (isSpaceAt(text, 0) && !text.empty())
        text.insert(0, "\\ ");
    return text;
}

std::string RstBlockWriter::asParagraph(std::string text)
{
    const std::size_t second = text.find('\n');
    if (second != text.npos) {
        const std::string_view rest = std::string_view(text).substr(second + 1);
        if (isAdornment(rest.substr(0, rest.find('\n'))))
            text.insert(second + 1, rest.starts_with('\\') ? "\\ " : "\\");
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
        if (isInvisible(node))
            continue;
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

/// A line block with a name of its own.
/// https://docutils.sourceforge.io/docs/ref/rst/directives.html#line-block
void RstBlockWriter::writeLineBlockDirective(NodeRef lineBlock)
{
    writeDirective("line-block", "", lineBlock, true);
    indent(3);
    std::size_t depth = 0;
    for (NodeRef node = lineBlock.firstChild(); node;) {
        if (node.is(NodeKind::LineBlock) && node.hasChildren()) {
            node = node.firstChild();
            ++depth;
            continue;
        }
        if (!isInvisible(node))
            line(std::string(depth * 3, ' ') + inOneLine(inlineText(node)));
        for (; !node.next() && node.parent() != lineBlock; --depth)
            node = node.parent();
        node = node.next();
    }
    dedent(3);
}

void RstBlockWriter::writeBlockQuote(NodeRef quote)
{
    if (const std::string_view directive = quoteDirective(quote); !directive.empty()) {
        separate();
        line(std::format(".. {}::", directive));
    }
    // A marker's own indentation would be taken for the quote's.
    if (!m_marker.empty())
        line("");
    indent(3);
    const std::size_t begin = m_out.size();
    NodeRef before;
    for (const NodeRef node : quote.children()) {
        if (node.is(NodeKind::Attribution)) {
            separate();
            lines("-- " + inlineText(node));
        } else if (const std::string text = before && node.is(NodeKind::Paragraph) ? inlineText(node) : std::string();
                   looksLikeAttribution(text) && !node.hasAttribute(AttributeName::Classes)) {
            separate();
            lines('\\' + text);
            before = node;
        } else {
            writeBehind(before, node, Separation::BlankLine);
        }
    }
    if (m_out.size() == begin)
        writeEmptyComment();
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
