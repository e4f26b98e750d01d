// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_elements.h"

#include "readers/gumbo_tree.h"
#include "rst/text/unicode.h"

#include <gumbo.h>

#include <string>
#include <string_view>

namespace readers {

using rst::NodeKind;

namespace {

std::optional<NodeKind> styleOf(int tag) noexcept
{
    switch (tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG: return NodeKind::Strong;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE: return NodeKind::Emphasis;
    case GUMBO_TAG_SUP: return NodeKind::Superscript;
    case GUMBO_TAG_SUB: return NodeKind::Subscript;
    default: return std::nullopt;
    }
}

} // namespace

std::optional<NodeKind> styleOf(const GumboNode *element)
{
    const std::string style = rst::toLowerAscii(attributeOf(element, "style"));
    const auto value = [&style](std::string_view property) {
        const std::size_t at = style.find(property);
        if (at == style.npos)
            return std::string_view();
        const std::string_view rest = std::string_view(style).substr(at + property.size());
        return rst::trimmed(rest.substr(0, rest.find(';')));
    };
    const std::string_view weight = value("font-weight:");
    const auto named = styleOf(element->v.element.tag);
    if (weight.starts_with("bold") || (weight.size() == 3 && weight >= "600"))
        return NodeKind::Strong;
    if (named == NodeKind::Strong && !weight.empty())
        return std::nullopt;
    if (!named && (value("font-style:") == "italic" || value("font-style:") == "oblique"))
        return NodeKind::Emphasis;
    return named;
}

bool isLeftOut(int tag) noexcept
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_FORM: return true;
    default: return false;
    }
}

bool isLiteral(int tag) noexcept
{
    return tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_TT || tag == GUMBO_TAG_KBD || tag == GUMBO_TAG_SAMP;
}

bool isInline(int tag) noexcept
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_VAR: return true;
    default: return styleOf(tag).has_value();
    }
}

} // namespace readers
