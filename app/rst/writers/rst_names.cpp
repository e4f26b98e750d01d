// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/rst_names.h"

#include "rst/text/names.h"
#include "rst/writers/writer.h"

#include <algorithm>
#include <vector>

namespace rst {

namespace {

/// What a substitution stands for may be this many nodes to be found again: it is looked for at every node.
constexpr std::size_t longestSubstitutionFound = 8;

/// An element's names, those included that it lost to another.
std::vector<std::string_view> namesOf(NodeRef node)
{
    std::vector<std::string_view> names;
    for (const AttributeName list : {AttributeName::Names, AttributeName::Dupnames})
        names.insert(names.end(), node.items(list).begin(), node.items(list).end());
    return names;
}

/// The name that `id` was made of.
std::string_view nameOf(std::string_view id, std::size_t index, const std::vector<std::string_view> &names)
{
    if (const auto same = std::ranges::find(names, id); same != names.end())
        return *same;
    if (index < names.size() && makeId(names[index]) == id) // of several that would have it
        return names[index];
    for (const std::string_view name : names) {
        if (makeId(name) == id)
            return name;
    }
    return index < names.size() ? names[index] : std::string_view();
}

/// Whether the option "name" can have given the element a name.
bool mayBeNamedByOption(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::Document:
    case NodeKind::Section:
    case NodeKind::Target:
    case NodeKind::Footnote:
    case NodeKind::Citation:
    case NodeKind::SubstitutionDefinition: return false;
    default:
        return node.isA(Category::Body) || node.is(NodeKind::Topic) || node.is(NodeKind::Sidebar) ||
               node.is(NodeKind::Rubric);
    }
}

} // namespace

std::string automaticLabel(NodeRef footnote)
{
    const std::string_view automatic = footnote.attribute(AttributeName::Auto);
    if (automatic == "*")
        return "*";
    if (automatic.empty())
        return {};
    std::string number;
    for (const NodeRef node : footnote.children()) {
        if (node.is(NodeKind::Label))
            number = node.asText();
    }
    for (const std::string_view name : namesOf(footnote)) {
        if (name != number)
            return "#" + std::string(name);
    }
    return "#";
}

bool leadsToTargetNote(NodeRef reference, const RstNames &names)
{
    const auto known = names.footnotes.find(reference.attribute(AttributeName::Refid));
    return known != names.footnotes.end() && known->second.starts_with("#TARGET_NOTE: ");
}

std::string joinedItems(NodeRef node, AttributeName list, bool (*isWanted)(std::string_view))
{
    std::string text;
    for (const std::string_view item : node.items(list)) {
        if (isWanted != nullptr && !isWanted(item))
            continue;
        if (!text.empty())
            text += ' ';
        text += item;
    }
    return text;
}

std::string substitutionText(NodeRef first, std::size_t count)
{
    std::string text;
    for (NodeRef node = first; node && count > 0; node = node.next(), --count)
        text += writePseudoXml(node);
    return text;
}

RstNames::RstNames(const Document &document)
{
    const NodeRef root = document[Document::root()];
    addTargets(root);
    if (document.mayHave(NodeKind::SubstitutionDefinition))
        addSubstitutions(root);
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::Footnote) && node.hasAttribute(AttributeName::Auto))
            footnotes.emplace(node.attribute(AttributeName::Ids), automaticLabel(node));
        if (!node.is(NodeKind::SubstitutionDefinition)) { // whose names are others
            for (const std::string_view name : node.items(AttributeName::Names))
                addresses.emplace(name, node.attribute(AttributeName::Refuri));
        }
        // Raw text in a line is a substitution's, if not a role's.
        const bool isTargetNoteGap =
            node.is(NodeKind::InlineElement) && node.next().is(NodeKind::FootnoteReference) && node.asText() == " ";
        if (isTargetNoteGap)
            continue;
        if (!node.is(NodeKind::Raw) || substitutions.empty() || !substitutions.contains(writePseudoXml(node)))
            roles.add(node);
    }
    if (!footnotes.empty())
        findTargetNotes(root);
}

void RstNames::findTargetNotes(NodeRef root)
{
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::FootnoteReference) && leadsToTargetNote(node, *this)) {
            targetNoteClasses = joinedItems(node, AttributeName::Classes);
            return;
        }
    }
}

/// A target before an element gives its name to it, behind the names that the element has (docutils' PropagateTargets):
/// of several targets the last one first.
void RstNames::addTargets(NodeRef root)
{
    std::vector<NodeRef> waiting;
    std::vector<NodeRef> indirect;
    std::unordered_map<std::string_view, std::string_view> direct; // names by their addresses
    for (NodeRef node = root; node;) {
        if (node.is(NodeKind::SystemMessage)) {
            node = node.followingPast(root);
            continue;
        }
        const std::vector<std::string_view> names = namesOf(node);
        if (node.is(NodeKind::Target) && names.empty() && node.isA(Category::Body) && !node.hasChildren()) {
            if (!node.hasAttribute(AttributeName::Anonymous))
                waiting.push_back(node);
            node = node.following(root);
            continue;
        }
        std::size_t index = 0;
        for (const std::string_view id : node.items(AttributeName::Ids)) {
            if (const std::string_view name = nameOf(id, index++, names); !name.empty())
                ids.emplace(id, name);
        }
        const std::size_t given = std::min(waiting.size(), names.size());
        for (std::size_t i = 0; i < given; ++i) {
            const NodeRef target = waiting[waiting.size() - 1 - i];
            std::string_view name = names[names.size() - given + i];
            // Names that were lost stand in the other list; the identifier tells.
            if (const auto known = ids.find(target.attribute(AttributeName::Refid));
                known != ids.end() && std::ranges::contains(names, known->second))
                name = known->second;
            targets.emplace(target.id(), name);
        }
        if (const std::string_view address = node.attribute(AttributeName::Refuri);
            node.is(NodeKind::Target) && !address.empty()) {
            // A target that has given its name away gets an address only by naming another target.
            const auto hasAddress = [](NodeRef target) { return target.hasAttribute(AttributeName::Refuri); };
            if (std::ranges::any_of(waiting, hasAddress))
                indirect.push_back(node);
            else if (node.hasAttribute(AttributeName::Names))
                direct.emplace(address, node.attribute(AttributeName::Names));
        }
        waiting.clear();
        if (names.size() > given && mayBeNamedByOption(node))
            elements.emplace(node.id(), names.front());
        node = node.following(root);
    }
    for (const NodeRef target : indirect) {
        if (const auto known = direct.find(target.attribute(AttributeName::Refuri)); known != direct.end())
            indirections.emplace(target.id(), known->second);
    }
}

void RstNames::addSubstitutions(NodeRef root)
{
    // Of several definitions of a name the last one counts.
    std::unordered_map<std::string_view, NodeRef> definitions;
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::SubstitutionDefinition) && node.hasAttribute(AttributeName::Names))
            definitions[node.attribute(AttributeName::Names)] = node;
    }
    for (const auto &[name, definition] : definitions) {
        const std::size_t count = definition.childCount();
        if (count == 0 || count > longestSubstitutionFound)
            continue;
        // Where two names stand for the same, the writer's choice must not depend on the map's order.
        const auto [known, isNew] = substitutions.emplace(substitutionText(definition.firstChild(), count), name);
        if (!isNew)
            known->second = std::min(known->second, name);
        longestSubstitution = std::max(longestSubstitution, count);
    }
}

} // namespace rst
