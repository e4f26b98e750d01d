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

/// One entry of a table of contents of the site.
struct ToctreeLine {
    std::string title = {};
    std::string uri = {};
    bool isExternal = false;
    bool isCurrent = false;
};

Walk SphinxHtmlWriter::visitToctree(NodeRef toctree)
{
    if (toctree.hasAttribute(AttributeName::Hidden))
        return Walk::Past;
    const SphinxSettings &settings = m_settings.sphinx;
    std::vector<ToctreeLine> lines;
    for (const std::string_view entry : toctree.items(AttributeName::ToctreeEntry)) {
        const std::size_t cut = entry.find('\0');
        const std::string_view target = entry.substr(cut + 1);
        ToctreeLine line{.title = std::string(entry.substr(0, cut))};
        if (target == "self" || target == settings.docname) {
            line.isCurrent = true;
            if (line.title.empty())
                line.title = m_document[Document::root()].attribute(AttributeName::DocumentTitle);
        } else if (target.contains("://")) {
            line.isExternal = true;
            line.uri = target;
        } else {
            line.uri = relativeUri(settings.uriStyle, settings.docname, target == "modindex" ? "py-modindex" : target);
            if (line.title.empty() && settings.findDocument) {
                if (const auto found = settings.findDocument(target))
                    line.title = found->title;
            }
            if (line.title.empty() && target == "genindex")
                line.title = "Index";
            else if (line.title.empty() && target == "modindex")
                line.title = "Module Index";
            else if (line.title.empty() && target == "search")
                line.title = "Search Page";
        }
        if (line.title.empty())
            line.title = target;
        lines.push_back(std::move(line));
    }
    if (lines.empty())
        return Walk::Past;

    if (toctree.hasAttribute(AttributeName::Caption)) {
        raw("<p class=\"caption\" role=\"heading\"><span class=\"caption-text\">");
        text(toctree.attribute(AttributeName::Caption));
        raw("</span></p>\n");
    }
    const bool hasCurrent = std::ranges::any_of(lines, &ToctreeLine::isCurrent);
    raw(hasCurrent ? "<ul class=\"current\">\n" : "<ul>\n");
    for (const ToctreeLine &line : lines) {
        raw(line.isCurrent ? "<li class=\"toctree-l1 current\"><a class=\"current reference "
                           : "<li class=\"toctree-l1\"><a class=\"reference ");
        raw(line.isExternal ? "external\" href=\"" : "internal\" href=\"");
        appendAttributeValue(m_body, line.uri.empty() ? "#" : line.uri);
        raw("\">");
        text(line.title);
        raw("</a></li>\n");
    }
    raw("</ul>\n");
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
