// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <limits>
#include <string>
#include <vector>

namespace rst::transforms {

// Both transforms recurse from section to subsection: there are no more levels than styles of titles, 64 at most.

namespace {

constexpr std::int64_t anyDepth = std::numeric_limits<std::int64_t>::max();

struct Numbering {
    std::int64_t depth = anyDepth;
    std::int64_t start = 1;
    std::string_view prefix = {};
    std::string_view suffix = {};
};

void numberSections(TransformContext &context, NodeId parent, const Numbering &numbering, const std::string &above,
                    std::int64_t level)
{
    Document &document = context.document;
    std::int64_t number = above.empty() ? numbering.start : 1;
    for (NodeRef section = document[parent].firstChild(); section; section = section.next()) {
        ++context.repeated;
        if (!section.is(NodeKind::Section) || !section.hasChildren())
            continue;
        const std::string numbers = above.empty() ? std::to_string(number) : above + '.' + std::to_string(number);
        const NodeId title = section.firstChild().id();
        const NodeId generated = document.create(NodeKind::Generated);
        document.addAttribute(generated, AttributeName::Classes, "sectnum");
        std::string text(numbering.prefix);
        text.append(numbers).append(numbering.suffix).append("\u00a0\u00a0\u00a0");
        document.appendText(generated, document.store(text));
        document.prepend(title, generated);
        document.setAttribute(title, AttributeName::Auto, "1");
        if (level < numbering.depth)
            numberSections(context, section.id(), numbering, numbers, level + 1);
        ++number;
    }
}

} // namespace

/// https://docutils.sourceforge.io/docs/ref/rst/directives.html#sectnum
void applySectNum(TransformContext &context)
{
    const NodeRef pending = context.document[context.pending];
    const Numbering numbering{.depth = pending.number(AttributeName::Depth, anyDepth),
                              .start = pending.number(AttributeName::Start, 1),
                              .prefix = pending.attribute(AttributeName::Prefix),
                              .suffix = pending.attribute(AttributeName::Suffix)};
    context.document.detach(context.pending);
    const std::size_t before = context.document.nodeCount();
    numberSections(context, Document::root(), numbering, {}, 1);
    context.repeated += context.document.nodeCount() - before;
}

namespace {

/// Builds a table of contents from the titles of sections.
class ContentsBuilder
{
public:
    ContentsBuilder(TransformContext &context, std::string_view topicId)
        : m_context(context)
        , m_document(context.document)
        , m_targets(context.targets)
        , m_topicId(topicId)
    {
        const NodeRef pending = m_document[context.pending];
        m_depth = pending.number(AttributeName::Depth, anyDepth);
        if (pending.hasAttribute(AttributeName::Backlinks))
            m_backlinks = pending.attribute(AttributeName::Backlinks);
    }

    /// The list of the sections of `parent`, detached; None where there are no sections.
    NodeId build(NodeId parent, std::int64_t level = 1)
    {
        NodeId list = NodeId::None;
        bool isNumbered = false;
        for (NodeRef section = m_document[parent].firstChild(); section; section = section.next()) {
            ++m_context.repeated;
            if (!section.is(NodeKind::Section) || !section.hasChildren())
                continue;
            if (list == NodeId::None)
                list = m_document.create(NodeKind::BulletList);
            const NodeId title = section.firstChild().id();
            isNumbered = m_document[title].hasAttribute(AttributeName::Auto);
            const NodeId item = m_document.append(list, NodeKind::ListItem);
            addEntry(item, section, title);
            if (level < m_depth) {
                if (const NodeId nested = build(section.id(), level + 1); nested != NodeId::None)
                    m_document.append(item, nested);
            }
        }
        if (isNumbered)
            m_document.addAttribute(list, AttributeName::Classes, "auto-toc");
        return list;
    }

private:
    void addEntry(NodeId item, NodeRef section, NodeId title)
    {
        const NodeId paragraph = m_document.append(item, NodeKind::Paragraph);
        const NodeId reference = m_document.append(paragraph, NodeKind::Reference);
        m_document.setAttribute(reference, AttributeName::Refid, section.attribute(AttributeName::Ids));
        const bool hasReference = copyTitle(title, reference);
        const std::string_view entryId = m_targets.setId(reference, NodeId::None, "toc-entry");
        if (hasReference)
            return; // a link within a link would not do
        if (m_backlinks == "entry")
            m_document.setAttribute(title, AttributeName::Refid, entryId);
        else if (m_backlinks == "top")
            m_document.setAttribute(title, AttributeName::Refid, m_topicId);
    }

    /// Copies what a title holds, without references and the like; whether it holds a reference.
    bool copyTitle(NodeId title, NodeId to)
    {
        bool hasReference = false;
        const NodeRef top = m_document[title];
        NodeId parent = to;
        std::vector<NodeId> parents; // for each element around: where its copies went
        for (NodeRef node = top.firstChild(); node;) {
            hasReference = hasReference || node.is(NodeKind::Reference);
            if (node.is(NodeKind::Text)) {
                m_document.appendText(parent, node.text(), node.span());
            } else if (node.is(NodeKind::Image)) {
                m_document.appendText(parent, node.attribute(AttributeName::Alt), node.span());
            } else if (!node.is(NodeKind::FootnoteReference) && !node.is(NodeKind::CitationReference)) {
                const NodeId outer = parent;
                if (!node.is(NodeKind::Reference) && !node.is(NodeKind::Problematic) && !node.is(NodeKind::Target)) {
                    parent = m_document.copyAlone(node.id());
                    m_document.append(outer, parent);
                }
                if (node.hasChildren()) {
                    parents.push_back(outer);
                    node = node.firstChild();
                    continue;
                }
                parent = outer;
            }
            while (!node.next() && node.parent() != top) {
                node = node.parent();
                parent = parents.back();
                parents.pop_back();
            }
            node = node.next();
        }
        return hasReference;
    }

    TransformContext &m_context;
    Document &m_document;
    TargetTable &m_targets;
    std::string_view m_topicId;
    std::int64_t m_depth = anyDepth;
    std::string_view m_backlinks = "entry";
};

} // namespace

/// https://docutils.sourceforge.io/docs/ref/rst/directives.html#table-of-contents
void applyContents(TransformContext &context)
{
    Document &document = context.document;
    const NodeRef pending = document[context.pending];
    const NodeRef topic = pending.parent();
    if (!topic || !topic.parent())
        return;
    NodeRef start = document[Document::root()];
    if (pending.hasAttribute(AttributeName::Local)) {
        for (start = topic.parent(); !start.is(NodeKind::Section) && start.parent();)
            start = start.parent();
    }
    ContentsBuilder contents(context, topic.attribute(AttributeName::Ids));
    const std::size_t before = document.nodeCount();
    const NodeId list = contents.build(start.id());
    context.repeated += document.nodeCount() - before;
    if (list != NodeId::None)
        document.replace(context.pending, list);
    else
        document.detach(topic.id());
}

} // namespace rst::transforms
