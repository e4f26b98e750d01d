// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/gumbo_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

namespace readers {

namespace {

/// Calls `visit` for every node below `root`, itself included, in document order; it says whether to go on below.
template <class Visit>
void everyNode(const GumboNode *root, const Visit &visit)
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

} // namespace

GumboTree::GumboTree(std::string_view html)
    : m_html(html), m_output(gumbo_parse_with_options(&kGumboDefaultOptions, m_html.data(), m_html.size()))
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
        return here->type != GUMBO_NODE_ELEMENT || (here->v.element.tag != GUMBO_TAG_SCRIPT && here->v.element.tag != GUMBO_TAG_STYLE);
    });
    return text;
}

TableShape tableShape(const GumboNode *table)
{
    TableShape shape;
    std::size_t cells = 0;
    everyNode(table, [&](const GumboNode *here) {
        if (here->type != GUMBO_NODE_ELEMENT)
            return true;
        switch (here->v.element.tag) {
        case GUMBO_TAG_TABLE: shape.hasTables = shape.hasTables || here != table; break;
        case GUMBO_TAG_TR: cells = 0; break;
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            shape.columns = std::max(shape.columns, ++cells);
            if (!attributeOf(here, "colspan").empty() || !attributeOf(here, "rowspan").empty())
                shape.isRegular = false;
            break;
        case GUMBO_TAG_IMG: shape.hasPictures = true; break;
        default: break;
        }
        return true;
    });
    return shape;
}

} // namespace readers
