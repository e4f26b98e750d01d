// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Elements that only Sphinx has.

#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_html_writer.h"

#include <algorithm>
#include <vector>

namespace rst {

Walk SphinxHtmlWriter::visitVersionModified(NodeRef node)
{
    return blockElement("div", node, node.attribute(AttributeName::Type));
}

Walk SphinxHtmlWriter::visitCentered(NodeRef node)
{
    tag("p", node).classesLast("centered").write("\n<strong>");
    return into("</strong></p>");
}

Walk SphinxHtmlWriter::visitHList(NodeRef)
{
    raw("<table class=\"hlist\"><tr>");
    return into("</tr></table>\n");
}

Walk SphinxHtmlWriter::visitHListCol(NodeRef)
{
    raw("<td>");
    return intoTag("td");
}

Walk SphinxHtmlWriter::visitHighlightLang(NodeRef)
{
    return Walk::Past;
}

Walk SphinxHtmlWriter::visitIndex(NodeRef)
{
    return Walk::Past;
}

Walk SphinxHtmlWriter::visitLiteralEmphasis(NodeRef node)
{
    return inlineElement("em", node);
}

Walk SphinxHtmlWriter::visitLiteralStrong(NodeRef node)
{
    return inlineElement("strong", node);
}

Walk SphinxHtmlWriter::visitManpage(NodeRef node)
{
    return inlineElement("em", node);
}

Walk SphinxHtmlWriter::visitDownloadReference(NodeRef node)
{
    const bool isExternal = node.hasAttribute(AttributeName::Refuri);
    if (!isExternal && !node.hasAttribute(AttributeName::Filename))
        return into(); // not found
    tag("a", node)
        .classesLast("reference")
        .classesLast("download")
        .classesLast(isExternal ? "external" : "internal")
        .attribute("download", "")
        .attribute("href", node.attribute(isExternal ? AttributeName::Refuri : AttributeName::Filename))
        .write();
    return intoTag("a");
}

Walk SphinxHtmlWriter::visitContainer(NodeRef container)
{
    const std::string_view type = container.attribute(AttributeName::ObjectType);
    return type == "productionlist" ? productionList(container) : HtmlWriter::visitContainer(container);
}

/// A grammar: names in bold, all as wide as the longest.
Walk SphinxHtmlWriter::productionList(NodeRef list)
{
    std::size_t widest = 0;
    for (const NodeRef production : list.children())
        widest = std::max(widest, production.attribute(AttributeName::Name).size());
    tag("pre", list).write("\n");
    bool hasName = false;
    for (const NodeRef production : list.children()) {
        const std::string_view name = production.attribute(AttributeName::Name);
        if (!name.empty()) {
            hasName = true;
            tag("strong", production).write();
            text(name);
            raw(std::string(widest - name.size(), ' '));
            raw("</strong> ::= ");
        } else if (hasName) {
            raw(std::string(widest + 5, ' '));
        }
        for (const NodeRef child : production.children())
            walk(child, *this);
        raw("\n");
    }
    raw("</pre>\n");
    return Walk::Past;
}

/// An unknown directive, with its source: only the window's preview has these.
Walk SphinxHtmlWriter::visitPlaceholder(NodeRef node)
{
    tag("div", node).classesLast("broadside-placeholder").write();
    raw("<p class=\"broadside-placeholder-name\">");
    text(node.attribute(AttributeName::Name));
    raw("</p>\n<pre>");
    return into("</pre></div>\n");
}

} // namespace rst
