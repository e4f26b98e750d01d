// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/roles/role.h"

#include "rst/parser/domain_names.h"
#include "rst/parser/inline_parser.h"
#include "rst/text/unicode.h"

#include <algorithm>

namespace rst {

std::string_view RoleContext::unescapedText() const
{
    return unescaped(document(), text);
}

NodeId RoleContext::appendElement(NodeKind kind)
{
    const NodeId element = document().append(parent, kind, span);
    for (const std::string &item : role.classes)
        document().addAttribute(element, AttributeName::Classes, document().store(item));
    document().appendText(element, unescapedText(), textSpan);
    return element;
}

void RoleContext::fail(NodeId systemMessage)
{
    if (systemMessage == NodeId::None) {
        document().appendText(parent, rawtext, span);
        return;
    }
    messages.push_back(systemMessage);
    document().append(parent, makeProblematic(context, rawtext, span, systemMessage));
}

const Role *RoleTable::find(const std::string &name) const
{
    const Role *own = findOwn(name);
    if (own != nullptr && own->isOfDomain)
        return own;
    if (const auto defined = m_defined.find(name); defined != m_defined.end())
        return &defined->second;
    if (own != nullptr)
        return own;
    return findAliased(name);
}

const Role *RoleTable::findOwn(const std::string &name) const
{
    if (const auto own = m_roles.find(name); own != m_roles.end())
        return &own->second;
    return m_dialect == nullptr ? nullptr : m_dialect->findOwn(name);
}

const Role *RoleTable::findAliased(const std::string &name) const
{
    if (const auto alias = m_aliases.find(name); alias != m_aliases.end())
        return findOwn(alias->second);
    return m_dialect == nullptr ? nullptr : m_dialect->findAliased(name);
}

const Role *RoleTable::defaultRole() const
{
    return m_default ? &*m_default : findOwn("title-reference");
}

void RoleTable::setDefaultRole(const std::string &name)
{
    const Role *role = name.empty() ? nullptr : find(name);
    if (role == nullptr)
        m_default.reset();
    else
        m_default = *role;
}

std::vector<std::string> RoleTable::names() const
{
    std::vector<std::string> result = m_dialect == nullptr ? std::vector<std::string>() : m_dialect->names();
    for (const auto &[name, role] : m_roles)
        result.push_back(name);
    for (const auto &[name, canonical] : m_aliases)
        result.push_back(name);
    for (const auto &[name, role] : m_defined)
        result.push_back(name);
    std::ranges::sort(result);
    const auto repeated = std::ranges::unique(result);
    result.erase(repeated.begin(), repeated.end());
    return result;
}

const Role *lookUpRole(ParseContext &context, std::string_view name, Place place, std::vector<NodeId> &messages)
{
    if (name.empty())
        return context.roles.defaultRole();
    const std::string normalized = toLower(name);
    const Role *role = context.roles.find(normalized);
    // Sphinx's `external+inventory:` asks one inventory by its name instead of all.
    if (role == nullptr && normalized.starts_with("external+"))
        role = context.roles.find("external" + normalized.substr(std::min(normalized.find(':'), normalized.size())));
    if (role == nullptr) {
        if (const std::string standard = nameInStandardDomain(context, DomainElement::Role, normalized, place.span);
            !standard.empty())
            role = context.roles.find(standard);
    }
    if (role != nullptr && role->isListed)
        return role;
    if (const NodeId message = context.reporter.report<DiagnosticKind::NoRoleEntry>(place, name);
        message != NodeId::None)
        messages.push_back(message);
    if (role == nullptr)
        return nullptr;
    // From now on it counts as the document's own, and nothing is said any more.
    Role found = *role;
    found.name = normalized;
    found.isListed = true;
    context.roles.define(std::move(found));
    return context.roles.find(normalized);
}

} // namespace rst
