// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Blocks one behind another: what keeps them apart, and what stands before a block for its sake.

#include "rst/writers/rst_block_writer.h"

namespace rst {

bool isInvisible(NodeRef node)
{
    return node.is(NodeKind::SystemMessage) || node.is(NodeKind::Pending) ||
           (node.is(NodeKind::Section) && node.hasItem(AttributeName::Classes, "system-messages"));
}

/// The directive that makes a block quote of this kind; nothing for a plain one.
/// https://docutils.sourceforge.io/docs/ref/rst/directives.html#epigraph
std::string_view quoteDirective(NodeRef quote)
{
    const std::string_view first = quote.attribute(AttributeName::Classes);
    const bool isOne = first == "epigraph" || first == "highlights" || first == "pull-quote";
    return quote.is(NodeKind::BlockQuote) && isOne && joinedItems(quote, AttributeName::Classes) == first
               ? first
               : std::string_view();
}

namespace {

/// Whether the classes of the block stand in a directive before it.
bool needsClassDirective(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::Paragraph:
    case NodeKind::BulletList:
    case NodeKind::EnumeratedList:
    case NodeKind::DefinitionList:
    case NodeKind::FieldList:
    case NodeKind::OptionList:
    case NodeKind::LineBlock:
    case NodeKind::DoctestBlock:
    case NodeKind::Section:
    case NodeKind::Transition: return node.hasAttribute(AttributeName::Classes);
    case NodeKind::BlockQuote: return node.hasAttribute(AttributeName::Classes) && quoteDirective(node).empty();
    default: return false;
    }
}

bool isEmptyComment(NodeRef node)
{
    return node.is(NodeKind::Comment) && !node.hasChildren();
}

/// Whether `node`, indented or marked alike, would be read as a part of the block before it, or must not follow it.
bool wouldJoin(NodeRef before, NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::Transition:
        return before.is(node.kind()) || before.is(NodeKind::Title) || before.is(NodeKind::Subtitle);
    case NodeKind::BlockQuote:
        // A list's last item, a directive and the like take in what is indented.
        if (!quoteDirective(node).empty())
            return false;
        if (!quoteDirective(before).empty())
            return true;
        return !isEmptyComment(before) && !before.is(NodeKind::Paragraph) && !before.is(NodeKind::Target) &&
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

/// Whether the blocks in `parent` are indented as far as the least of them is.
bool takesLeastIndentation(NodeRef parent)
{
    switch (parent.kind()) {
    case NodeKind::Document:
    case NodeKind::Section:
    case NodeKind::BlockQuote:
    case NodeKind::ListItem: return false;
    default: return true;
    }
}

/// Whether `node` cannot be the first block: a transition below a title, where a message may have stood between, or a
/// quote whose indentation nothing would show.
bool mayNotBegin(NodeRef node, const RstStyle &style)
{
    if (node.is(NodeKind::BlockQuote))
        return quoteDirective(node).empty() && takesLeastIndentation(node.parent());
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

/// Writes a block and remembers it as the one before the next.
void RstBlockWriter::writeBehind(NodeRef &before, NodeRef node, Separation separation)
{
    if (isInvisible(node) || isDocinfoTopic(node))
        return;
    const bool wantsComment = before ? wouldJoin(before, node) : mayNotBegin(node, m_style);
    if (wantsComment && !node.is(NodeKind::BlockQuote))
        writeEmptyComment();
    if (separation == Separation::None)
        m_wantsBlankLine = false;
    writeClassesBefore(node);
    if (node.is(NodeKind::BlockQuote) && (wantsComment || (needsClassDirective(node) && !isEmptyComment(before))))
        writeEmptyComment();
    writeBlock(node);
    if (mayNotEnd(node))
        writeEmptyComment();
    before = node;
}

/// The classes of a block that has no option for them, in a directive before it. A block quote would be taken for that
/// directive's content: an empty comment stands between.
void RstBlockWriter::writeClassesBefore(NodeRef node)
{
    if (node.is(NodeKind::LineBlock) && m_names.elements.contains(node.id()))
        return; // is a directive with options
    if (needsClassDirective(node) && !(node.is(NodeKind::BlockQuote) && isEmptyComment(node.previous())))
        writeClasses(node);
    else if (isEmptyComment(node) && node.next().is(NodeKind::BlockQuote) && needsClassDirective(node.next()))
        writeClasses(node.next());
}

void RstBlockWriter::writeEmptyComment()
{
    separate();
    line("..");
}

} // namespace rst
