// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/site_contents.h"

#include "rst/sphinx/sphinx_html_writer.h"
#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/xml.h"

namespace rst {
namespace {

/// Whether a title has nothing that means something on its own page alone, such as links and footnotes.
bool isMovable(NodeRef title)
{
    for (NodeRef node = title.firstChild(); node; node = node.following(title)) {
        using enum NodeKind;
        switch (node.kind()) {
        case Text:
        case Emphasis:
        case Strong:
        case Literal:
        case Subscript:
        case Superscript:
        case TitleReference: break;
        default: return false;
        }
    }
    return true;
}

/// The inside of a heading.
std::string headingHtml(SphinxHtmlWriter &writer, NodeRef title)
{
    if (!isMovable(title))
        return escapedXml(sphinx::titleText(title));
    std::string html = writer.writeBlock(title, 1);
    std::size_t begin = html.find('>');
    std::size_t end = html.rfind("</h");
    if (title.hasAttribute(AttributeName::Refid) && begin != html.npos) { // leads back to the page's own contents
        begin = html.find('>', begin + 1);
        end = html.rfind("</a>");
    }
    return begin == html.npos || end == html.npos || end <= begin ? escapedXml(sphinx::titleText(title))
                                                                  : html.substr(begin + 1, end - begin - 1);
}

void addListed(std::vector<SiteSection> &contents, NodeRef toctree, unsigned depth)
{
    if (toctree.hasAttribute(AttributeName::Hidden))
        return;
    for (const std::string_view entry : toctree.items(AttributeName::ToctreeEntry)) {
        const std::size_t cut = entry.find('\0');
        const std::string_view target = entry.substr(cut + 1);
        if (target != "self" && !target.contains("://"))
            contents.push_back(
                {.depth = depth, .html = escapedXml(entry.substr(0, cut)), .docname = std::string(target)});
    }
}

} // namespace

std::vector<SiteSection> contentsOf(const Document &document, const Settings &settings)
{
    std::vector<SiteSection> contents;
    Settings plain = settings;
    plain.sphinx.numbers = {}; // which the table of contents adds itself
    SphinxHtmlWriter writer(document, plain);
    const NodeRef root = document[Document::root()];
    unsigned depth = 0;
    bool isFirst = true;
    for (NodeRef node = root; node;) {
        if (node.is(NodeKind::Section) && node.firstChild().is(NodeKind::Title)) {
            const bool isDocument = std::exchange(isFirst, false);
            contents.push_back({.depth = ++depth,
                                .id = isDocument ? std::string() : std::string(node.attribute(AttributeName::Ids)),
                                .html = headingHtml(writer, node.firstChild())});
            node = node.firstChild();
        } else if (node.is(NodeKind::Toctree)) {
            addListed(contents, node, depth + 1);
        }
        NodeRef next = node.is(NodeKind::Title) ? NodeRef() : node.firstChild();
        while (!next && node && !node.is(NodeKind::Document)) {
            next = node.next();
            if (!next) {
                node = node.parent();
                depth -= node.is(NodeKind::Section) && depth > 0 ? 1U : 0U;
            }
        }
        node = next;
    }
    return contents;
}

} // namespace rst
