// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace rst::transforms {

namespace {

/// Leads targets that name another target (`.. _a: b_`), and the references to them, to where the last one leads
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#indirect-hyperlink-targets).
class IndirectTargets
{
public:
    explicit IndirectTargets(TransformContext &context)
        : m_context(context)
        , m_document(context.document)
        , m_inChain(context.targets.indirectTargets.empty() ? 0 : context.document.nodeCount())
    {
    }

    void run()
    {
        for (const NodeId target : m_context.targets.indirectTargets) {
            if (!m_document[target].isResolved())
                resolveChain(target);
            resolveReferences(target);
        }
    }

private:
    /// A target on the way along a chain of names.
    struct Link {
        NodeId target = NodeId::None;
        std::string_view nextId = {};
        NodeId next = NodeId::None;
    };

    void resolveChain(NodeId target);
    [[nodiscard]] bool enter(NodeId target);
    void leave(const Link &link);
    void reportMissing(NodeId target);
    void report(NodeId target, std::string_view explanation);
    void resolveReferences(NodeId target);
    void redirect(const TargetTable::References &references, AttributeName from, AttributeName to,
                  std::string_view value);

    TransformContext &m_context;
    Document &m_document;
    std::vector<Link> m_chain;
    std::vector<bool> m_inChain; // by node
    std::vector<NodeId> m_waiting;
};

void IndirectTargets::resolveChain(NodeId target)
{
    NodeId here = target;
    while (enter(here)) {
        const NodeRef next = m_document[m_chain.back().next];
        if (!next.is(NodeKind::Target) || next.isResolved() || !next.hasAttribute(AttributeName::Refname))
            break;
        if (m_inChain[std::size_t(here)]) {
            report(here, "forming a circular reference");
            m_chain.pop_back();
            break;
        }
        m_inChain[std::size_t(here)] = true;
        here = next.id();
    }
    while (!m_chain.empty()) {
        const Link link = m_chain.back();
        m_chain.pop_back();
        m_inChain[std::size_t(link.target)] = false;
        leave(link);
    }
}

/// Adds the target to the chain; false where what it names is nothing.
bool IndirectTargets::enter(NodeId target)
{
    const NodeRef node = m_document[target];
    std::string_view id = node.attribute(AttributeName::Refid);
    if (node.hasAttribute(AttributeName::Refname)) {
        const TargetTable::NameEntry *entry = m_context.targets.byName(node.attribute(AttributeName::Refname));
        if (entry == nullptr || entry->id.empty()) {
            reportMissing(target);
            return false;
        }
        id = entry->id;
    }
    const NodeId next = m_context.targets.byId(id);
    if (next == NodeId::None)
        return false;
    m_context.targets.noteReferencedById(next, id);
    m_chain.push_back({.target = target, .nextId = id, .next = next});
    return true;
}

/// Gives the target what the next one has got by now.
void IndirectTargets::leave(const Link &link)
{
    const NodeRef next = m_document[link.next];
    if (next.hasAttribute(AttributeName::Refuri)) {
        m_document.setAttribute(link.target, AttributeName::Refuri, next.attribute(AttributeName::Refuri));
        m_document.removeAttribute(link.target, AttributeName::Refid);
    } else if (next.hasAttribute(AttributeName::Refid)) {
        m_document.setAttribute(link.target, AttributeName::Refid, next.attribute(AttributeName::Refid));
        m_context.targets.noteRefid(link.target);
    } else if (next.hasAttribute(AttributeName::Ids)) {
        m_document.setAttribute(link.target, AttributeName::Refid, link.nextId);
        m_context.targets.noteRefid(link.target);
    } else {
        reportMissing(link.target);
        return;
    }
    m_document.removeAttribute(link.target, AttributeName::Refname);
    m_document.setResolved(link.target);
}

void IndirectTargets::reportMissing(NodeId target)
{
    const bool isDuplicate = m_context.targets.byName(m_document[target].attribute(AttributeName::Refname)) != nullptr;
    report(target,
           isDuplicate ? "which is a duplicate, and cannot be used as a unique reference" : "which does not exist");
}

void IndirectTargets::report(NodeId target, std::string_view explanation)
{
    const NodeRef node = m_document[target];
    std::vector<NodeId> references;
    const auto addFrom = [&](const auto &table, std::string_view key) {
        if (const auto *found = table.find(key))
            references.insert(references.end(), found->value.begin(), found->value.end());
    };
    for (const std::string_view name : node.items(AttributeName::Names))
        addFrom(m_context.targets.refnames, name);
    for (const std::string_view id : node.items(AttributeName::Ids))
        addFrom(m_context.targets.refids, id);

    std::string naming;
    if (const std::string_view name = node.attribute(AttributeName::Names); !name.empty())
        naming.append("\"").append(name).append("\" ");
    if (const std::string_view id = node.attribute(AttributeName::Ids); !id.empty())
        naming.append("(id=\"").append(id).append("\")");
    const std::string_view refname = node.attribute(AttributeName::Refname);
    const NodeId message = m_context.reporter.report<DiagnosticKind::IndirectTargetInvalid>(
        m_context.targets.placeOf(target), naming, refname, explanation);

    Problematics problematics(m_context, message);
    std::unordered_set<NodeId> replaced;
    for (const NodeId reference : references) {
        if (replaced.insert(reference).second)
            problematics.replace(reference);
    }
    m_document.setResolved(target);
}

/// Leads the references to a target, and those to the targets among them, to where it leads itself.
void IndirectTargets::resolveReferences(NodeId target)
{
    m_waiting.push_back(target);
    while (!m_waiting.empty()) {
        const NodeId here = m_waiting.back();
        m_waiting.pop_back();
        const NodeRef node = m_document[here];
        const bool isInternal = node.hasAttribute(AttributeName::Refid);
        if (!isInternal && !node.hasAttribute(AttributeName::Refuri))
            continue;
        const AttributeName to = isInternal ? AttributeName::Refid : AttributeName::Refuri;
        const std::string_view value = node.attribute(to);
        for (const std::string_view name : itemsOf(m_document, here, AttributeName::Names)) {
            if (const auto *found = m_context.targets.refnames.find(name)) {
                m_context.targets.noteReferencedByName(here, name);
                redirect(found->value, AttributeName::Refname, to, value);
            }
        }
        for (const std::string_view id : itemsOf(m_document, here, AttributeName::Ids)) {
            if (const auto *found = m_context.targets.refids.find(id)) {
                m_context.targets.noteReferencedById(here, id);
                redirect(found->value, AttributeName::Refid, to, value);
            }
        }
    }
}

// The list may be the one that a reference is entered into, so it may grow here.
void IndirectTargets::redirect(const TargetTable::References &references, AttributeName from, AttributeName to,
                               std::string_view value)
{
    for (std::size_t i = 0; i < references.size(); ++i) {
        const NodeId reference = references[i];
        if (m_document[reference].isResolved())
            continue;
        m_document.replaceAttribute(reference, from, to, value);
        if (to == AttributeName::Refid)
            m_context.targets.noteRefid(reference);
        m_document.setResolved(reference);
        if (m_document[reference].is(NodeKind::Target))
            m_waiting.push_back(reference);
    }
}

} // namespace

void applyIndirectHyperlinks(TransformContext &context)
{
    IndirectTargets(context).run();
}

} // namespace rst::transforms
