// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/document/node.h"

#include <array>

namespace rst {

namespace {

constexpr std::array tagNames{
#define RST_NODE(Kind, tag, categories) std::string_view(tag),
#include "rst/document/node_kinds.def"
};

constexpr auto categoryTable = [] {
    using enum Category;
    return std::array{
#define RST_NODE(Kind, tag, categories) categories,
#include "rst/document/node_kinds.def"
    };
}();

constexpr std::array attributeTexts{
#define RST_ATTRIBUTE(Name, text) std::string_view(text),
#define RST_INTERNAL_ATTRIBUTE(Name) std::string_view(),
#include "rst/document/attribute_names.def"
};

} // namespace

std::string_view tagName(NodeKind kind) noexcept
{
    return tagNames[std::size_t(kind)];
}

bool isA(NodeKind kind, Category category) noexcept
{
    return (std::uint32_t(categoryTable[std::size_t(kind)]) & std::uint32_t(category)) != 0;
}

std::string_view attributeText(AttributeName name) noexcept
{
    return attributeTexts[std::size_t(name)];
}

bool isListAttribute(AttributeName name) noexcept
{
    switch (name) {
    case AttributeName::Backrefs:
    case AttributeName::Classes:
    case AttributeName::Dupnames:
    case AttributeName::Ids:
    case AttributeName::Names:
    case AttributeName::ExpectReferencedById:
    case AttributeName::ExpectReferencedByName:
    case AttributeName::OptionList:
    case AttributeName::PendingClasses: return true;
    default: return false;
    }
}

} // namespace rst
