// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/references/target_table.h"

#include "rst/text/names.h"

#include <cassert>
#include <utility>

namespace rst {

TargetTable::TargetTable(Document &document, Reporter &reporter, std::string autoIdPrefix)
    : m_document(document)
    , m_reporter(reporter)
    , m_autoIdPrefix(std::move(autoIdPrefix))
{
}

// Ids: https://docutils.sourceforge.io/docs/ref/rst/directives.html#identifier-normalization

std::string_view TargetTable::setId(NodeId node, NodeId messageParent, std::string_view suggestedPrefix)
{
    if (const std::vector<std::string_view> ids = itemsOf(node, AttributeName::Ids); !ids.empty()) {
        for (const std::string_view id : ids) {
            NodeId &holder = m_ids.tryEmplace(id, node).first.value;
            if (holder == NodeId::None) // it was taken away
                holder = node;
            if (holder == node)
                continue;
            const NodeId message =
                m_reporter.report<DiagnosticKind::DuplicateId>({m_reporter.currentLine(), m_document[node].span()}, id);
            if (messageParent != NodeId::None)
                m_document.append(messageParent, message);
        }
        return ids.back();
    }
    const std::string_view id = unusedId(node, suggestedPrefix);
    m_document.addAttribute(node, AttributeName::Ids, id);
    moveId(id, node);
    return id;
}

/// The items of a list attribute as they are now: messages and lost names change attributes.
std::vector<std::string_view> TargetTable::itemsOf(NodeId node, AttributeName name) const
{
    std::vector<std::string_view> items;
    for (const std::string_view item : m_document[node].items(name))
        items.push_back(item);
    return items;
}

std::string_view TargetTable::unusedId(NodeId node, std::string_view suggestedPrefix)
{
    std::string base;
    for (const std::string_view name : m_document[node].items(AttributeName::Names)) {
        base = makeId(name);
        if (!base.empty() && byId(base) == NodeId::None)
            return m_document.store(base);
    }
    const bool prefixIsTag = m_autoIdPrefix.ends_with('%');
    if (!base.empty() && prefixIsTag)
        return numberedId(base + '-');
    if (!prefixIsTag)
        return numberedId(m_autoIdPrefix);
    std::string prefix = m_autoIdPrefix.substr(0, m_autoIdPrefix.size() - 1);
    prefix += suggestedPrefix.empty() ? makeId(m_document[node].tag()) : std::string(suggestedPrefix);
    return numberedId(prefix + '-');
}

std::string_view TargetTable::numberedId(std::string prefix)
{
    std::uint32_t &counter = m_idCounters[prefix];
    std::string id;
    do {
        id = prefix + std::to_string(++counter);
    } while (byId(id) != NodeId::None);
    return m_document.store(id);
}

// Names: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#implicit-hyperlink-targets

void TargetTable::noteExplicitTarget(NodeId target, NodeId messageParent)
{
    setNameIdMap(target, setId(target, messageParent), messageParent, TargetOrigin::Explicit);
}

void TargetTable::noteImplicitTarget(NodeId target, NodeId messageParent)
{
    setNameIdMap(target, setId(target, messageParent), messageParent, TargetOrigin::Implicit);
}

void TargetTable::setNameIdMap(NodeId node, std::string_view id, NodeId messageParent, TargetOrigin origin)
{
    for (const std::string_view name : itemsOf(node, AttributeName::Names)) {
        if (!m_nameids.tryEmplace(name, {.id = id, .origin = origin}).second)
            setDuplicateNameId(node, id, name, messageParent, origin);
    }
}

void TargetTable::setDuplicateNameId(NodeId node, std::string_view id, std::string_view name, NodeId messageParent,
                                     TargetOrigin origin)
{
    NameEntry &entry = m_nameids[name];
    const NameEntry before = entry;
    const NodeId old = before.id.empty() ? NodeId::None : byId(before.id);
    if (origin == TargetOrigin::Explicit)
        entry.origin = origin;

    if (origin == TargetOrigin::Explicit && before.origin == TargetOrigin::Explicit) {
        // Two external targets of one URI do no harm: the first keeps the name.
        bool isSameUri = false;
        if (old != NodeId::None) {
            const NodeRef oldTarget = m_document[old];
            const NodeRef newTarget = m_document[node];
            isSameUri = newTarget.hasAttribute(AttributeName::Refuri) && oldTarget.hasAttribute(AttributeName::Names) &&
                        oldTarget.hasAttribute(AttributeName::Refuri) &&
                        oldTarget.attribute(AttributeName::Refuri) == newTarget.attribute(AttributeName::Refuri);
            if (!isSameUri) {
                dropName(old, name);
                entry.id = {};
            }
        }
        const Place place = placeOfNew(node);
        const NodeId message = isSameUri
                                   ? m_reporter.report<DiagnosticKind::DuplicateExplicitTargetSameUri>(place, name)
                                   : m_reporter.report<DiagnosticKind::DuplicateExplicitTarget>(place, name);
        if (old != NodeId::None)
            m_reporter.addLabel(message, {.span = m_document[old].span(), .text = "first used here"});
        giveMessage(message, id, messageParent);
        dropName(node, name);
        return;
    }

    if (origin == TargetOrigin::Explicit) {
        entry.id = id;
        if (old == NodeId::None)
            return;
        dropName(old, name);
    } else {
        if (old != NodeId::None && before.origin == TargetOrigin::Implicit) {
            entry.id = {};
            dropName(old, name);
        }
        dropName(node, name);
    }
    const NodeId message = m_reporter.report<DiagnosticKind::DuplicateImplicitTarget>(placeOfNew(node), name);
    if (old != NodeId::None)
        m_reporter.addLabel(message, {.span = m_document[old].span(), .text = "also used here"});
    giveMessage(message, id, messageParent);
}

void TargetTable::dropName(NodeId node, std::string_view name)
{
    m_document.addAttribute(node, AttributeName::Dupnames, name);
    m_document.removeAttributeItem(node, AttributeName::Names, name);
    m_document.setReferenced(node); // so that nobody says it is not
}

void TargetTable::giveMessage(NodeId systemMessage, std::string_view backref, NodeId messageParent)
{
    m_document.addAttribute(systemMessage, AttributeName::Backrefs, backref);
    if (messageParent != NodeId::None)
        m_document.append(messageParent, systemMessage);
}

Place TargetTable::placeOfNew(NodeId node) const
{
    const NodeRef element = m_document[node];
    return {.line = element.line() != 0 ? element.line() : m_reporter.currentLine(), .span = element.span()};
}

Place TargetTable::placeOf(NodeId node) const
{
    Place place{.line = 0, .span = m_document[node].span()};
    // Docutils' get_source_line(): the first element around it that has a source says the line, even where it has none.
    for (NodeRef here = m_document[node]; here; here = here.parent()) {
        if (here.hasSource()) {
            place.line = here.line();
            return place;
        }
    }
    place.line = m_reporter.currentLine();
    return place;
}

NodeId TargetTable::byId(std::string_view id) const
{
    const auto *found = m_ids.find(id);
    return found == nullptr ? NodeId::None : found->value;
}

void TargetTable::noteReferencedByName(NodeId node, std::string_view name)
{
    m_document.setReferenced(node);
    if (const auto *from = propagatedNames.find(name))
        m_document.setReferenced(from->value);
}

void TargetTable::noteReferencedById(NodeId node, std::string_view id)
{
    m_document.setReferenced(node);
    if (const auto *from = propagatedIds.find(id))
        m_document.setReferenced(from->value);
}

const TargetTable::NameEntry *TargetTable::byName(std::string_view name) const
{
    const auto *found = m_nameids.find(name);
    return found == nullptr ? nullptr : &found->value;
}

// References and targets that wait for a transform.

void TargetTable::noteRefname(NodeId reference)
{
    refnames[m_document[reference].attribute(AttributeName::Refname)].push_back(reference);
}

void TargetTable::noteRefid(NodeId node)
{
    refids[m_document[node].attribute(AttributeName::Refid)].push_back(node);
}

void TargetTable::noteIndirectTarget(NodeId target)
{
    indirectTargets.push_back(target);
    if (m_document[target].hasAttribute(AttributeName::Names))
        noteRefname(target);
}

void TargetTable::noteWithId(std::vector<NodeId> &list, NodeId node)
{
    setId(node);
    list.push_back(node);
}

void TargetTable::noteLabelReference(ReferencesByName &table, NodeId reference)
{
    setId(reference);
    table[m_document[reference].attribute(AttributeName::Refname)].push_back(reference);
    noteRefname(reference);
}

void TargetTable::noteSubstitutionDefinition(NodeId definition, std::string_view name, NodeId messageParent)
{
    const std::string_view normalized = m_document.store(whitespaceNormalizeName(name));
    const auto [entry, isNew] = substitutionDefinitions.tryEmplace(normalized, definition);
    if (!isNew) {
        const NodeId message =
            m_reporter.report<DiagnosticKind::DuplicateSubstitution>(placeOf(definition), normalized);
        m_reporter.addLabel(message, {.span = m_document[entry.value].span(), .text = "first defined here"});
        if (messageParent != NodeId::None)
            m_document.append(messageParent, message);
        dropName(entry.value, normalized);
        entry.value = definition;
    }
    m_substitutionNames.insert_or_assign(fullyNormalizeName(normalized), entry.name);
}

NodeId TargetTable::substitution(std::string_view name) const
{
    if (const auto *exact = substitutionDefinitions.find(name))
        return exact->value;
    const auto folded = m_substitutionNames.find(fullyNormalizeName(name));
    return folded == m_substitutionNames.end() ? NodeId::None : substitutionDefinitions.find(folded->second)->value;
}

} // namespace rst
