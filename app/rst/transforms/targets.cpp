// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Hyperlink targets and the references to them
// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-targets); targets that name another
// target are in indirect_targets.cpp.

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <ranges>
#include <vector>

namespace rst::transforms {

namespace {

/// Whether a target stands between blocks and leads to what comes after it, like `.. _target:`. For Sphinx a note about a
/// version is text, although it holds blocks.
bool isEmptyInternalTarget(NodeRef target)
{
    return target.is(NodeKind::Target) && !target.parent().isA(Category::TextElement) &&
           !target.parent().is(NodeKind::VersionModified) && !target.hasAttribute(AttributeName::Refid) &&
           !target.hasAttribute(AttributeName::Refuri) && !target.hasAttribute(AttributeName::Refname);
}

/// The element that a target's ids and names go to, or none. What is not seen, and other kinds of targets, keep to their own.
NodeRef receiverOf(NodeRef target, NodeRef root)
{
    NodeRef receiver = target.following(root);
    while (receiver.is(NodeKind::SystemMessage))
        receiver = receiver.followingPast(root);
    if (!receiver || receiver.is(NodeKind::Target))
        return receiver;
    if (receiver.isA(Category::Invisible) || receiver.is(NodeKind::Footnote) || receiver.is(NodeKind::Citation))
        return {};
    return receiver;
}

/// What a run of targets hands on, each one to the next: the latest target's own first.
class HandedOn
{
public:
    explicit HandedOn(AttributeName name) : m_name(name) {}

    /// Takes what the target has of its own.
    void take(Document &document, NodeId target)
    {
        const std::vector<std::string_view> own = itemsOf(document, target, m_name);
        m_items.insert(m_items.end(), own.rbegin(), own.rend());
        document.removeAttribute(target, m_name);
    }

    /// Gives all to an element, after what it has itself.
    void give(Document &document, NodeId to)
    {
        std::ranges::reverse(m_items);
        document.addAttributes(to, m_name, m_items);
        m_items.clear();
    }

    [[nodiscard]] const std::vector<std::string_view> &items() const noexcept { return m_items; }

private:
    AttributeName m_name;
    std::vector<std::string_view> m_items; // in reverse
};

} // namespace

/// Hands the ids and names of empty targets on to the elements after them.
void applyPropagateTargets(TransformContext &context)
{
    Document &document = context.document;
    TargetTable &targets = context.targets;
    const NodeRef root = document[Document::root()];
    HandedOn ids(AttributeName::Ids);
    HandedOn names(AttributeName::Names);
    for (const NodeId target : findAll(document, NodeKind::Target)) {
        if (!isEmptyInternalTarget(document[target]))
            continue;
        const NodeRef receiver = receiverOf(document[target], root);
        if (receiver) {
            const std::vector<std::string_view> ownIds = itemsOf(document, target, AttributeName::Ids);
            for (const std::string_view id : ownIds)
                targets.propagatedIds[id] = target;
            for (const std::string_view name : document[target].items(AttributeName::Names))
                targets.propagatedNames[name] = target;
            ids.take(document, target);
            names.take(document, target);
            if (!ownIds.empty()) {
                document.setAttribute(target, AttributeName::Refid, ownIds.front());
                targets.noteRefid(target);
            }
            if (isEmptyInternalTarget(receiver))
                continue; // which hands them on in its turn
        }
        const NodeId holder = receiver ? receiver.id() : target;
        for (const std::string_view id : ids.items())
            targets.moveId(id, holder);
        ids.give(document, holder);
        names.give(document, holder);
    }
}

/// Ties anonymous references and targets together, one to one in their order.
/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#anonymous-hyperlinks
void applyAnonymousHyperlinks(TransformContext &context)
{
    Document &document = context.document;
    const auto isAnonymous = [&](NodeId node) { return document[node].hasAttribute(AttributeName::Anonymous); };
    std::vector<NodeId> references = findAll(document, NodeKind::Reference);
    std::vector<NodeId> targets = findAll(document, NodeKind::Target);
    std::erase_if(references, std::not_fn(isAnonymous));
    std::erase_if(targets, std::not_fn(isAnonymous));

    if (references.size() != targets.size()) {
        const bool lacksTargets = references.size() > targets.size();
        const NodeId first = lacksTargets ? references[targets.size()] : targets[references.size()];
        const NodeId message = context.reporter.report<DiagnosticKind::AnonymousMismatch>(
            {context.reporter.currentLine(), document[first].span()}, references.size(), targets.size());
        Problematics problematics(context, message);
        for (const NodeId reference : references)
            problematics.replace(reference);
        return;
    }
    for (const auto [reference, first] : std::views::zip(references, targets)) {
        document.setReferenced(first);
        NodeRef target = document[first];
        while (target && !target.hasAttribute(AttributeName::Refuri) && !target.hasAttribute(AttributeName::Ids)) {
            const NodeId holder = context.targets.byId(target.attribute(AttributeName::Refid));
            target = holder == NodeId::None || holder == target.id() ? NodeRef() : document[holder];
        }
        if (!target)
            continue;
        if (target.hasAttribute(AttributeName::Refuri)) {
            document.setAttribute(reference, AttributeName::Refuri, target.attribute(AttributeName::Refuri));
            document.setResolved(reference);
        } else {
            document.setAttribute(reference, AttributeName::Refid, target.attribute(AttributeName::Ids));
            context.targets.noteRefid(reference);
        }
    }
}

namespace {

/// Calls `resolve(reference, name)` for every reference to one of the target's names that leads nowhere yet.
template <class Resolve>
void forReferencesByName(TransformContext &context, NodeId target, Resolve resolve)
{
    for (const std::string_view name : itemsOf(context.document, target, AttributeName::Names)) {
        const auto *found = context.targets.refnames.find(name);
        if (found == nullptr)
            continue;
        context.targets.noteReferencedByName(target, name);
        for (const NodeId reference : found->value) {
            if (context.document[reference].isResolved())
                continue;
            resolve(reference, name);
            context.document.setResolved(reference);
        }
    }
}

} // namespace

/// Gives the references to external targets their URI.
void applyExternalTargets(TransformContext &context)
{
    Document &document = context.document;
    for (const NodeId target : findAll(document, NodeKind::Target)) {
        if (!document[target].hasAttribute(AttributeName::Refuri))
            continue;
        const std::string_view uri = document[target].attribute(AttributeName::Refuri);
        forReferencesByName(context, target, [&](NodeId reference, std::string_view) {
            document.replaceAttribute(reference, AttributeName::Refname, AttributeName::Refuri, uri);
        });
    }
}

/// Gives the references to targets in the text the target's id.
void applyInternalTargets(TransformContext &context)
{
    Document &document = context.document;
    for (const NodeId target : findAll(document, NodeKind::Target)) {
        if (document[target].hasAttribute(AttributeName::Refuri) || document[target].hasAttribute(AttributeName::Refid))
            continue;
        forReferencesByName(context, target, [&](NodeId reference, std::string_view name) {
            const TargetTable::NameEntry *entry = context.targets.byName(name);
            if (entry == nullptr || entry->id.empty())
                return;
            document.replaceAttribute(reference, AttributeName::Refname, AttributeName::Refid, entry->id);
        });
    }
}

namespace {

void resolveByName(TransformContext &context, NodeId reference)
{
    Document &document = context.document;
    const std::string_view name = document[reference].attribute(AttributeName::Refname);
    const TargetTable::NameEntry *entry = context.targets.byName(name);
    if (entry != nullptr && !entry->id.empty()) {
        document.replaceAttribute(reference, AttributeName::Refname, AttributeName::Refid, entry->id);
        if (const NodeId target = context.targets.byId(entry->id); target != NodeId::None)
            context.targets.noteReferencedById(target, entry->id);
        document.setResolved(reference);
        return;
    }
    const Place place = context.targets.placeOf(reference);
    const NodeId message = entry != nullptr
                               ? context.reporter.report<DiagnosticKind::DuplicateTargetReferenced>(place, name)
                               : context.reporter.report<DiagnosticKind::UnknownTarget>(place, name);
    Problematics(context, message).replace(reference, Problematics::Backref::ReferenceId);
}

void reportIfNotReferenced(TransformContext &context, NodeRef target)
{
    // Of anonymous targets the message about their number has spoken.
    if (target.isReferenced() || target.hasAttribute(AttributeName::Anonymous))
        return;
    std::string_view naming = target.attribute(AttributeName::Names);
    if (naming.empty())
        naming = target.attribute(AttributeName::Ids);
    if (naming.empty())
        naming = target.attribute(AttributeName::Refid); // of a target that handed its ids on
    context.reporter.report<DiagnosticKind::TargetNotReferenced>(context.targets.placeOf(target.id()), naming);
}

} // namespace

/// Resolves what is left, to sections and their like; the rest are references to nothing. Then looks for targets that
/// nobody refers to.
void applyDanglingReferences(TransformContext &context)
{
    Document &document = context.document;
    if (!document.mayHave(NodeKind::Target) && !document.mayHave(NodeKind::Reference) &&
        !document.mayHave(NodeKind::FootnoteReference) && !document.mayHave(NodeKind::CitationReference))
        return;
    std::vector<NodeId> references;
    std::vector<NodeId> targets;
    const NodeRef root = document[Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::Target))
            targets.push_back(node.id());
        else if (node.is(NodeKind::Reference) || node.is(NodeKind::FootnoteReference) ||
                 node.is(NodeKind::CitationReference))
            references.push_back(node.id());
    }
    for (const NodeId reference : references) {
        if (!document[reference].isResolved() && document[reference].hasAttribute(AttributeName::Refname))
            resolveByName(context, reference);
    }
    for (const NodeId target : targets)
        reportIfNotReferenced(context, document[target]);
}

} // namespace rst::transforms
