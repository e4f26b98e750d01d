// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The frame of the HTML writer: the page's parts, titles and sections. Read this file first; html_writer_blocks.cpp,
// _docinfo.cpp, _inline.cpp, _images.cpp, _lists.cpp, _notes.cpp and _tables.cpp have the other elements.

#include "rst/writers/html_writer.h"

#include "rst/writers/writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rst {

std::string writeHtml(const Document &document)
{
    return HtmlWriter(document).write();
}

HtmlWriter::HtmlWriter(const Document &document) : m_document(document)
{
}

std::string HtmlWriter::write()
{
    m_body.reserve(m_document.nodeCount() * 96); // most often enough; memory that is not used costs nothing
    walk(m_document[Document::root()], *this);
    return assemble();
}

std::string HtmlWriter::writeFragment(NodeRef top)
{
    walk(top, *this);
    return std::exchange(m_heading, {}) + std::exchange(m_docinfo, {}) + std::exchange(m_body, {});
}

std::string HtmlWriter::assemble()
{
    std::string page = std::exchange(m_body, std::move(m_header));
    tag("main", m_document[Document::root()]).write("\n");
    page.insert(0, m_body + m_heading + m_docinfo); // in place, most often: a page may be large
    page += "</main>\n";
    page += m_footer;
    return page;
}

// What the visit functions are made of.

Walk HtmlWriter::into(std::string_view end)
{
    m_ends.push_back({.after = end});
    return Walk::Into;
}

Walk HtmlWriter::intoTag(std::string_view name, std::string_view after)
{
    m_ends.push_back({.tag = name, .after = after});
    return Walk::Into;
}

Walk HtmlWriter::inlineElement(std::string_view name, NodeRef node, std::string_view word)
{
    tag(name, node).classesLast(word).write();
    return intoTag(name);
}

Walk HtmlWriter::lineElement(std::string_view name, NodeRef node, std::string_view word)
{
    tag(name, node).classesLast(word).write();
    return intoTag(name, "\n");
}

Walk HtmlWriter::blockElement(std::string_view name, NodeRef node, std::string_view word)
{
    tag(name, node).classesLast(word).write("\n");
    return intoTag(name, "\n");
}

namespace {

constexpr std::array<bool, 256> isSpecial = [] {
    std::array<bool, 256> special{};
    for (const char character : std::string_view("&<>\"@"))
        special[static_cast<unsigned char>(character)] = true;
    return special;
}();

} // namespace

void HtmlWriter::appendEncoded(std::string &to, std::string_view text) const
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!isSpecial[static_cast<unsigned char>(text[at])])
            continue;
        std::string_view reference;
        switch (text[at]) {
        case '&': reference = "&amp;"; break;
        case '<': reference = "&lt;"; break;
        case '>': reference = "&gt;"; break;
        case '"': reference = "&quot;"; break;
        case '@': // thwarts the simplest of address harvesters
            reference = "&#64;";
            break;
        default: std::unreachable();
        }
        to += text.substr(begin, at - begin);
        to += reference;
        begin = at + 1;
    }
    to += text.substr(begin);
}

void HtmlWriter::appendAttributeValue(std::string &to, std::string_view value) const
{
    const std::size_t begin = to.size();
    appendEncoded(to, value);
    std::replace_if(to.begin() + std::ptrdiff_t(begin), to.end(), [](char c) { return c >= '\t' && c <= '\r'; }, ' ');
}

std::string HtmlWriter::cut(std::size_t start)
{
    std::string result = m_body.substr(start);
    m_body.resize(start);
    return result;
}

void HtmlWriter::depart(NodeRef node)
{
    const End end = m_ends.back();
    m_ends.pop_back();
    if (node.is(NodeKind::Label))
        writeBackrefs(node.parent());
    if (!end.tag.empty()) {
        m_body += "</";
        m_body += end.tag;
        m_body += '>';
    }
    m_body += end.after;

    switch (node.kind()) {
    case NodeKind::BulletList:
        m_compactSimple = m_compactBefore.back();
        m_compactBefore.pop_back();
        break;
    case NodeKind::Citation: endNote(node, "</div>\n"); break;
    case NodeKind::Classifier:
    case NodeKind::Term: endTerm(node); break;
    case NodeKind::Colspec:
        if (!node.next().is(NodeKind::Colspec))
            writeColumnGroup(node);
        break;
    case NodeKind::Docinfo:
        m_docinfo = cut(m_starts.back());
        m_starts.pop_back();
        m_body.clear();
        break;
    case NodeKind::Footer:
    case NodeKind::Header: {
        std::string part = cut(m_starts.back());
        m_starts.pop_back();
        if (node.is(NodeKind::Header))
            m_header += part;
        else
            m_footer = part + m_footer;
        break;
    }
    case NodeKind::Footnote: endNote(node, "</aside>\n"); break;
    case NodeKind::InlineElement: endInline(node); break;
    case NodeKind::Paragraph:
        if (end.after == "\n")
            reportMessages(node);
        break;
    case NodeKind::Section: --m_sectionLevel; break;
    case NodeKind::Subtitle:
    case NodeKind::Title:
        if (node.parent().is(NodeKind::Document))
            endDocumentTitle();
        break;
    case NodeKind::Table:
        m_tables.pop_back();
        reportMessages(node);
        break;
    default: break;
    }
}

// The document and its titles.

Walk HtmlWriter::visitDocument(NodeRef)
{
    return into();
}

Walk HtmlWriter::visitSection(NodeRef section)
{
    ++m_sectionLevel;
    return blockElement("section", section);
}

Walk HtmlWriter::visitTitle(NodeRef title)
{
    const NodeRef parent = title.parent();
    if (parent.is(NodeKind::Topic)) {
        tag("p", title).classesLast("topic-title").write();
        if (!parent.hasItem(AttributeName::Classes, "contents"))
            return intoTag("p", "\n");
        raw("<a class=\"reference internal\" href=\"#top\">");
        return into("</a></p>\n");
    }
    if (parent.is(NodeKind::Sidebar))
        return lineElement("p", title, "sidebar-title");
    if (parent.isA(Category::Admonition))
        return lineElement("p", title, "admonition-title");
    if (parent.is(NodeKind::Table))
        return lineElement("caption", title);
    if (parent.is(NodeKind::Document))
        return lineElement("h1", title, "title");
    return startSectionTitle(title);
}

Walk HtmlWriter::startSectionTitle(NodeRef title)
{
    // The title of the document is h1, those of sections begin with h2; HTML has no more than six levels.
    constexpr std::array<std::string_view, 7> tags{"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
    const unsigned level = m_sectionLevel + 1;
    const std::string_view name = tags[std::min(level, 6u)];
    StartTag heading = tag(name, title);
    if (level > 6)
        heading.attribute("aria-level", std::int64_t(level));
    heading.write();
    if (!title.hasAttribute(AttributeName::Refid))
        return intoTag(name, "\n");

    const std::string target = '#' + std::string(title.attribute(AttributeName::Refid));
    tag("a", NodeRef()).classesLast("toc-backref").attribute("href", target).attribute("role", "doc-backlink").write();
    constexpr std::array<std::string_view, 7> ends{
        "", "</a></h1>\n", "</a></h2>\n", "</a></h3>\n", "</a></h4>\n", "</a></h5>\n", "</a></h6>\n"};
    return into(ends[std::min(level, 6u)]);
}

Walk HtmlWriter::visitSubtitle(NodeRef subtitle)
{
    const NodeRef parent = subtitle.parent();
    std::string_view word = "section-subtitle";
    if (parent.is(NodeKind::Sidebar))
        word = "sidebar-subtitle";
    else if (parent.is(NodeKind::Document))
        word = "subtitle";
    tag("p", subtitle).classesFirst(word).write();
    return intoTag("p", "\n");
}

/// Title and subtitle come before docinfo, whatever stands between them in the tree.
void HtmlWriter::endDocumentTitle()
{
    m_heading += m_body;
    m_body.clear();
}

Walk HtmlWriter::visitDecoration(NodeRef)
{
    return into();
}

Walk HtmlWriter::visitHeader(NodeRef header)
{
    m_starts.push_back(m_body.size());
    return blockElement("header", header);
}

Walk HtmlWriter::visitFooter(NodeRef footer)
{
    m_starts.push_back(m_body.size());
    return blockElement("footer", footer);
}

Walk HtmlWriter::visitMeta(NodeRef)
{
    return Walk::Past; // belongs into <head>
}

Walk HtmlWriter::visitTransition(NodeRef transition)
{
    tag("hr", transition).classesLast("docutils").writeEmpty("\n");
    return Walk::Past;
}

// Elements of which the docutils dialect knows nothing: their text shows.

#define RST_TRANSPARENT(Kind)                                                                                          \
    Walk HtmlWriter::visit##Kind(NodeRef)                                                                              \
    {                                                                                                                  \
        return into();                                                                                                 \
    }
RST_TRANSPARENT(SeeAlso)
RST_TRANSPARENT(VersionModified)
RST_TRANSPARENT(Only)
RST_TRANSPARENT(Glossary)
RST_TRANSPARENT(Acks)
RST_TRANSPARENT(HighlightLang)
RST_TRANSPARENT(Index)
RST_TRANSPARENT(Toctree)
RST_TRANSPARENT(Centered)
RST_TRANSPARENT(HList)
RST_TRANSPARENT(HListCol)
RST_TRANSPARENT(PendingXref)
RST_TRANSPARENT(DownloadReference)
RST_TRANSPARENT(LiteralEmphasis)
RST_TRANSPARENT(LiteralStrong)
RST_TRANSPARENT(Manpage)
RST_TRANSPARENT(Post)
RST_TRANSPARENT(Update)
RST_TRANSPARENT(PostList)
RST_TRANSPARENT(Placeholder)
#undef RST_TRANSPARENT

} // namespace rst
