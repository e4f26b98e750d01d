// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_tag.h"

#include "readers/gumbo_tree.h"

#include <gumbo.h>

#include <algorithm>

namespace readers {

namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The first element below `root` in document order that was in the source.
const GumboNode *firstOwnElement(const GumboNode *root)
{
    const GumboNode *own = nullptr;
    everyNode(root, [&own](const GumboNode *node) {
        if (own == nullptr && node->type == GUMBO_NODE_ELEMENT && node->v.element.original_tag.length > 0)
            own = node;
        return own == nullptr;
    });
    return own;
}

} // namespace

std::string_view HtmlTag::value(std::string_view attribute) const
{
    const auto found = std::ranges::find(attributes, attribute, &std::pair<std::string, std::string>::first);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

HtmlTag readTag(std::string_view source)
{
    HtmlTag tag;
    if (!source.starts_with('<'))
        return tag;
    source.remove_prefix(1);
    if (source.starts_with('/')) {
        tag.isEnd = true;
        source.remove_prefix(1);
    }
    const std::size_t end = std::size_t(std::ranges::find_if_not(source, isNameCharacter) - source.begin());
    for (const char c : source.substr(0, end))
        tag.name += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    if (tag.isEnd || tag.name.empty() || !source.contains('='))
        return tag;
    const std::string whole = "<" + std::string(source);
    const GumboTree tree(whole);
    if (const GumboNode *element = firstOwnElement(tree.root())) {
        const GumboVector &attributes = element->v.element.attributes;
        for (unsigned i = 0; i < attributes.length; ++i) {
            const auto *attribute = static_cast<const GumboAttribute *>(attributes.data[i]);
            tag.attributes.emplace_back(attribute->name, attribute->value);
        }
    }
    return tag;
}

std::string textOfHtml(std::string_view html)
{
    return textOf(GumboTree(html).root());
}

} // namespace readers
