// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <unordered_map>
#include <vector>

namespace rst::transforms {

namespace {

/// Finds the element that a `class` directive speaks of: the next one that is seen, in the same block or after it.
///
/// Remembers what it finds for every element that it passes over, so that a run of directives costs one look.
class ClassBearers
{
public:
    NodeRef find(NodeRef pending)
    {
        if (const auto known = m_found.find(pending.id()); known != m_found.end())
            return known->second;
        m_passed.clear();
        m_passed.push_back(pending.id());
        const NodeRef found = search(pending);
        for (const NodeId passed : m_passed)
            m_found.emplace(passed, found);
        return found;
    }

private:
    NodeRef search(NodeRef pending)
    {
        for (NodeRef child = pending; child; child = child.parent()) {
            for (NodeRef sibling = child.next(); sibling; sibling = sibling.next()) {
                if (!sibling.isA(Category::Invisible) && !sibling.is(NodeKind::SystemMessage))
                    return sibling;
                if (!sibling.is(NodeKind::Pending))
                    continue;
                if (const auto known = m_found.find(sibling.id()); known != m_found.end())
                    return known->second;
                m_passed.push_back(sibling.id());
            }
        }
        return {};
    }

    std::unordered_map<NodeId, NodeRef> m_found;
    std::vector<NodeId> m_passed;
};

} // namespace

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#class
void applyClassAttributes(TransformContext &context)
{
    Document &document = context.document;
    ClassBearers bearers;
    for (const Pending &asked : document.pendings()) {
        if (asked.kind != PendingKind::ClassAttribute)
            continue;
        const NodeId pending = asked.node;
        if (const NodeRef bearer = bearers.find(document[pending])) {
            const std::vector<std::string_view> classes = itemsOf(document, pending, AttributeName::PendingClasses);
            document.addAttributes(bearer.id(), AttributeName::Classes, classes);
            document.detach(pending);
            continue;
        }
        const NodeRef node = document[pending];
        const std::string_view directive = node.attribute(AttributeName::Name);
        const Place place{node.line() != 0 ? node.line() : context.reporter.currentLine(), node.span()};
        const NodeId message = context.reporter.report<DiagnosticKind::NoElementForClass>(place, directive);
        context.reporter.quote(message, rawsourceOf(document, pending));
        replaceSelf(document, pending, message);
    }
}

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#transitions
//
// A transition at the end of a section belongs between that section and the next one. After a title, at the ends of the
// document and beside another transition it is an error.
void applyTransitions(TransformContext &context)
{
    Document &document = context.document;
    const auto isFirst = [](NodeRef node) {
        NodeRef before = node.previous();
        if (before.is(NodeKind::Subtitle) && before.previous().is(NodeKind::Title))
            before = before.previous();
        return !before || (before.is(NodeKind::Title) && !before.previous());
    };
    for (const NodeId transition : findAll(document, NodeKind::Transition)) {
        const NodeRef node = document[transition];
        const Place place{node.line(), node.span()};
        if (isFirst(node))
            document.insertBefore(transition, context.reporter.report<DiagnosticKind::TransitionFirst>(place));
        else if (node.previous().is(NodeKind::Transition))
            document.insertBefore(transition, context.reporter.report<DiagnosticKind::TransitionsAdjacent>(place));

        NodeRef above = document[transition];
        while (above && !above.next())
            above = above.parent();
        if (!above) {
            document.insertAfter(transition, context.reporter.report<DiagnosticKind::TransitionLast>(place));
        } else if (above.id() != transition) {
            document.detach(transition);
            document.insertAfter(above.id(), transition);
        }
    }
}

} // namespace rst::transforms
