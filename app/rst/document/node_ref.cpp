// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/document/node_ref.h"

#include <charconv>
#include <format>

namespace rst {

std::size_t NodeRef::childCount() const noexcept
{
    std::size_t count = 0;
    for (NodeRef child = firstChild(); child; child = child.next())
        ++count;
    return count;
}

bool NodeRef::hasAttribute(AttributeName name) const noexcept
{
    for (const Attribute *entry = firstAttribute(); entry != nullptr; entry = nextAttribute(*entry)) {
        if (entry->name == name)
            return true;
    }
    return false;
}

std::string_view NodeRef::attribute(AttributeName name) const noexcept
{
    for (const Attribute *entry = firstAttribute(); entry != nullptr; entry = nextAttribute(*entry)) {
        if (entry->name == name)
            return entry->value;
    }
    return {};
}

std::int64_t NodeRef::number(AttributeName name, std::int64_t fallback) const noexcept
{
    const std::string_view value = attribute(name);
    std::int64_t result = fallback;
    std::from_chars(value.data(), value.data() + value.size(), result);
    return result;
}

bool NodeRef::hasItem(AttributeName list, std::string_view item) const noexcept
{
    for (const std::string_view present : items(list)) {
        if (present == item)
            return true;
    }
    return false;
}

namespace {

/// docutils' `child_text_separator`: nothing inside text elements, two line ends elsewhere.
std::string_view separatorOf(NodeRef parent)
{
    switch (parent.kind()) {
    case NodeKind::OptionGroup: return ", ";
    case NodeKind::Option: return "";
    case NodeKind::OptionListItem: return "  ";
    default: return parent.isA(Category::TextElement) ? "" : "\n\n";
    }
}

} // namespace

std::string NodeRef::asText() const
{
    std::string result;
    NodeRef here = *this;
    while (here) {
        if (here != *this && here.previous())
            result += separatorOf(here.parent());
        if (here.is(NodeKind::Text))
            result += here.text();
        else if (here.is(NodeKind::Image))
            result += here.attribute(AttributeName::Alt);
        else if (here.is(NodeKind::OptionArgument))
            result += here.attribute(AttributeName::Delimiter);
        else if (here.is(NodeKind::SystemMessage))
            result += std::format("{}:{}: ({}/{}) ", here.attribute(AttributeName::Source),
                                  here.attribute(AttributeName::Line), here.attribute(AttributeName::Type),
                                  here.attribute(AttributeName::Level));
        here = here.following(*this);
    }
    return result;
}

} // namespace rst
