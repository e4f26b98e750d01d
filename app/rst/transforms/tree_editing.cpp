// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/tree_editing.h"

#include <array>
#include <unordered_set>

namespace rst::transforms {

std::vector<std::string_view> itemsOf(const Document &document, NodeId node, AttributeName name)
{
    std::vector<std::string_view> result;
    for (const std::string_view item : document[node].items(name))
        result.push_back(item);
    return result;
}

std::vector<NodeId> findAll(const Document &document, NodeKind kind)
{
    return findAll(document, Document::root(), kind);
}

std::vector<NodeId> findAll(const Document &document, NodeId top, NodeKind kind)
{
    std::vector<NodeId> result;
    if (!document.mayHave(kind)) // most documents have little of what transforms look for
        return result;
    const NodeRef scope = document[top];
    for (NodeRef node = scope; node; node = node.following(scope)) {
        if (node.kind() == kind)
            result.push_back(node.id());
    }
    return result;
}

std::vector<NodeId> childrenOf(const Document &document, NodeId node)
{
    std::vector<NodeId> result;
    for (const NodeRef child : document[node].children())
        result.push_back(child.id());
    return result;
}

std::string_view rawsourceOf(const Document &document, NodeId node)
{
    const NodeRef element = document[node];
    if (element.hasAttribute(AttributeName::Rawsource))
        return element.attribute(AttributeName::Rawsource);
    return element.span().isEmpty() ? std::string_view() : document.sources().textOf(element.span());
}

void updateBasicAttributes(Document &document, NodeId from, NodeId to)
{
    constexpr std::array basic{AttributeName::Ids, AttributeName::Classes, AttributeName::Names,
                               AttributeName::Dupnames};
    for (const AttributeName name : basic) {
        const std::vector<std::string_view> offered = itemsOf(document, from, name);
        if (offered.empty())
            continue;
        const std::vector<std::string_view> present = itemsOf(document, to, name);
        std::unordered_set<std::string_view> known(present.begin(), present.end());
        std::vector<std::string_view> added;
        for (const std::string_view item : offered) {
            if (known.insert(item).second)
                added.push_back(item);
        }
        document.addAttributes(to, name, added);
    }
}

void replaceSelf(Document &document, NodeId node, std::span<const NodeId> replacements)
{
    if (!document[node].parent())
        return;
    if (!replacements.empty() && !document[replacements.front()].is(NodeKind::Text))
        updateBasicAttributes(document, node, replacements.front());
    for (const NodeId replacement : replacements) {
        document.detach(replacement);
        document.insertBefore(node, replacement);
    }
    document.detach(node);
}

void replaceSelf(Document &document, NodeId node, NodeId replacement)
{
    replaceSelf(document, node, std::span(&replacement, replacement == NodeId::None ? 0 : 1));
}

Problematics::Problematics(TransformContext &context, NodeId systemMessage)
    : m_context(context)
    , m_message(systemMessage)
    , m_messageId(systemMessage == NodeId::None ? std::string_view() : context.targets.setId(systemMessage))
{
}

Problematics::~Problematics()
{
    m_context.document.addAttributes(m_message, AttributeName::Backrefs, m_backrefs);
}

void Problematics::replace(NodeId reference)
{
    replace(reference, Backref::OwnId);
}

void Problematics::replace(NodeId reference, Backref backref)
{
    Document &document = m_context.document;
    if (m_message == NodeId::None) {
        replaceSelf(document, reference,
                    document.createText(rawsourceOf(document, reference), document[reference].span()));
        return;
    }
    const NodeId problematic = document.create(NodeKind::Problematic, document[reference].span());
    document.setAttribute(problematic, AttributeName::Refid, m_messageId);
    document.appendText(problematic, rawsourceOf(document, reference), document[reference].span());
    const std::string_view ownId = document[reference].attribute(AttributeName::Ids);
    if (backref == Backref::ReferenceId && !ownId.empty())
        m_backrefs.push_back(ownId);
    else
        m_backrefs.push_back(m_context.targets.setId(problematic));
    // Further messages about the reference have the line at which it stood.
    if (const std::uint32_t line = m_context.targets.placeOf(reference).line; line != 0)
        document.setLine(reference, line);
    replaceSelf(document, reference, problematic);
}

} // namespace rst::transforms
