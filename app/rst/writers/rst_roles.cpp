// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/rst_roles.h"

#include "rst/text/names.h"
#include "rst/writers/rst_names.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

/// Roles that there are without a definition, some of which the writer uses: their names are not for others.
constexpr std::string_view standardRoleNames[] = {
    "ab",      "abbreviation", "ac",  "acronym", "code",  "emphasis", "i",   "index",
    "literal", "math",         "pep", "raw",     "rfc",   "strong",   "sub", "subscript",
    "sup",     "superscript",  "t",   "target",  "title", "uri",      "url", "title-reference"};

/// The role that a custom role is based on; nothing for an element that is no role's.
std::string_view baseRole(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::Emphasis: return "emphasis";
    case NodeKind::Strong: return "strong";
    case NodeKind::Literal: return node.hasItem(AttributeName::Classes, "code") ? "code" : "literal";
    case NodeKind::TitleReference: return "title-reference";
    case NodeKind::Abbreviation: return "abbreviation";
    case NodeKind::Acronym: return "acronym";
    case NodeKind::Superscript: return "superscript";
    case NodeKind::Subscript: return "subscript";
    case NodeKind::Math: return "math";
    case NodeKind::Raw: return "raw";
    default: return {};
    }
}

/// Classes besides those that the base role gives.
std::string ownClasses(NodeRef node)
{
    const auto isOwn = [](std::string_view name) { return name != "code"; };
    return joinedItems(node, AttributeName::Classes, node.is(NodeKind::Literal) ? +isOwn : nullptr);
}

/// Whether the element is a piece of a line of text; pieces of code get their classes from their language.
bool isInText(NodeRef node)
{
    const NodeRef parent = node.parent();
    const bool isParsedLiteral = parent.is(NodeKind::LiteralBlock) && !parent.hasItem(AttributeName::Classes, "code");
    return parent.isA(Category::TextElement) && (!parent.isA(Category::FixedText) || isParsedLiteral) &&
           !parent.is(NodeKind::Literal);
}

std::string keyOf(NodeRef node)
{
    if (!node.is(NodeKind::Raw) && !node.hasAttribute(AttributeName::Classes))
        return {};
    if ((baseRole(node).empty() && !node.is(NodeKind::InlineElement)) || !isInText(node))
        return {};
    const std::string classes = ownClasses(node);
    if (classes.empty() && !node.is(NodeKind::Raw))
        return {};
    return std::format("{}\n{}\n{}", baseRole(node), node.attribute(AttributeName::Format), classes);
}

} // namespace

std::string RstRoles::unusedName(std::string name)
{
    if (name.empty())
        name = "style";
    if (std::ranges::contains(standardRoleNames, name))
        name += "-role";
    std::string unused = name;
    while (!m_used.insert(unused).second)
        unused = std::format("{}-{}", name, ++m_numbers.try_emplace(name, 1).first->second);
    return unused;
}

void RstRoles::add(NodeRef node)
{
    const std::string key = keyOf(node);
    if (key.empty() || m_names.contains(key))
        return;
    const std::string_view base = baseRole(node);
    const std::string_view format = node.attribute(AttributeName::Format);
    const std::string classes = ownClasses(node);
    const std::string name = unusedName(makeId(classes.empty() ? format : classes));
    m_definitions += base.empty() ? std::format(".. role:: {}\n", name) : std::format(".. role:: {}({})\n", name, base);
    // A language need not be a class's name.
    const std::size_t last = classes.find_last_of(' ') + 1;
    const bool hasLanguage = base == "code" && last > 0 && makeId(classes.substr(last)) != classes.substr(last);
    if (classes != name && !classes.empty())
        m_definitions += std::format("   :class: {}\n", hasLanguage ? classes.substr(0, last - 1) : classes);
    if (hasLanguage)
        m_definitions += std::format("   :language: {}\n", classes.substr(last));
    if (node.hasAttribute(AttributeName::Format))
        m_definitions += format.empty() ? "   :format:\n" : std::format("   :format: {}\n", format);
    m_definitions += '\n';
    m_names.emplace(key, name);
}

std::string_view RstRoles::roleOf(NodeRef node) const
{
    if (m_names.empty())
        return {};
    const auto known = m_names.find(keyOf(node));
    return known != m_names.end() ? std::string_view(known->second) : std::string_view();
}

} // namespace rst
