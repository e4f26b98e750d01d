// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/gumbo_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

namespace readers {

namespace {

/// Gumbo looks at every open element for each new one, so what nests without end takes time without end.
constexpr std::size_t deepestNesting = 400;

/// Whether an element of this name is closed by its end tag alone; what HTML closes by itself does not pile up.
bool nests(std::string_view name)
{
    static constexpr std::string_view names[] = {
        "div",   "span",    "b",       "i",      "u",     "em",  "strong", "font", "a",    "blockquote", "ul", "ol",
        "table", "section", "article", "center", "small", "big", "sup",    "sub",  "code", "tt",         "s"};
    return std::ranges::contains(names, name);
}

/// The page without the tags of elements that nest deeper than anybody meant; their contents stay.
std::string withLimitedNesting(std::string_view html)
{
    std::string out;
    out.reserve(html.size());
    std::size_t depth = 0;
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t open = std::min(html.find('<', at), html.size());
        out += html.substr(at, open - at);
        if (open == html.size())
            break;
        const std::size_t close = html.find('>', open);
        if (close == html.npos) {
            out += html.substr(open);
            break;
        }
        const bool isEnd = html.substr(open + 1).starts_with('/');
        std::string name;
        for (std::size_t i = open + 1 + isEnd; i < close && ((html[i] | 0x20) >= 'a' && (html[i] | 0x20) <= 'z'); ++i)
            name += char(html[i] | 0x20);
        const bool counts = nests(name);
        if (counts && isEnd && depth > 0)
            --depth;
        const bool isTooDeep = counts && depth >= deepestNesting;
        if (counts && !isEnd)
            ++depth;
        if (!isTooDeep)
            out += html.substr(open, close + 1 - open);
        at = close + 1;
    }
    return out;
}

} // namespace

GumboTree::GumboTree(std::string_view html)
    : m_html(withLimitedNesting(html))
    , m_output(gumbo_parse_with_options(&kGumboDefaultOptions, m_html.data(), m_html.size()))
{
}

GumboTree::~GumboTree()
{
    gumbo_destroy_output(&kGumboDefaultOptions, m_output);
}

const GumboNode *GumboTree::root() const
{
    return m_output->root;
}

void everyNode(const GumboNode *root, const std::function<bool(const GumboNode *)> &visit)
{
    std::vector<const GumboNode *> open = {root};
    while (!open.empty()) {
        const GumboNode *node = open.back();
        open.pop_back();
        if (!visit(node) || node->type != GUMBO_NODE_ELEMENT)
            continue;
        const GumboVector &children = node->v.element.children;
        for (unsigned i = children.length; i-- > 0;)
            open.push_back(static_cast<const GumboNode *>(children.data[i]));
    }
}

bool isElement(const GumboNode *node, int tag) noexcept
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

std::string_view attributeOf(const GumboNode *element, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&element->v.element.attributes, name);
    return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

std::string textOf(const GumboNode *node)
{
    std::string text;
    everyNode(node, [&text](const GumboNode *here) {
        if (here->type == GUMBO_NODE_TEXT || here->type == GUMBO_NODE_WHITESPACE || here->type == GUMBO_NODE_CDATA)
            text += here->v.text.text;
        else if (here->type == GUMBO_NODE_ELEMENT && here->v.element.tag == GUMBO_TAG_BR)
            text += '\n';
        return here->type != GUMBO_NODE_ELEMENT ||
               (here->v.element.tag != GUMBO_TAG_SCRIPT && here->v.element.tag != GUMBO_TAG_STYLE);
    });
    return text;
}

} // namespace readers
