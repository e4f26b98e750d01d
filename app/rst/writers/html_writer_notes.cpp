// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Footnotes, citations, the references to them, and system messages.

#include "rst/writers/html_writer.h"

#include <string>

namespace rst {

/// Notes of one kind that follow one another are wrapped in one element.
Walk HtmlWriter::startNote(NodeRef note, std::string_view name, std::string_view groupStart, std::string_view role)
{
    if (note.previous() && note.previous().kind() == note.kind()) {
        // within the group
    } else {
        raw(groupStart);
    }
    StartTag start = tag(name, note);
    start.classesFirst(note.tag());
    if (note.is(NodeKind::Footnote))
        start.classesFirst("brackets");
    start.attribute("role", role).write("\n");
    return intoTag(name, "\n");
}

void HtmlWriter::endNote(NodeRef note, std::string_view groupEnd)
{
    if (!note.next() || note.next().kind() != note.kind())
        raw(groupEnd);
}

Walk HtmlWriter::visitFootnote(NodeRef footnote)
{
    return startNote(footnote, "aside", "<aside class=\"footnote-list brackets\">\n", "doc-footnote");
}

Walk HtmlWriter::visitCitation(NodeRef citation)
{
    return startNote(citation, "div", "<div role=\"list\" class=\"citation-list\">\n", "doc-biblioentry");
}

namespace {

/// Whether an element has exactly one link back.
bool hasOneBackref(NodeRef note)
{
    const auto backrefs = note.items(AttributeName::Backrefs);
    auto entry = backrefs.begin();
    return entry != backrefs.end() && ++entry == backrefs.end();
}

} // namespace

Walk HtmlWriter::visitLabel(NodeRef label)
{
    raw("<span class=\"label\"><span class=\"fn-bracket\">[</span>");
    if (hasOneBackref(label.parent())) {
        m_body += "<a role=\"doc-backlink\" href=\"#";
        m_body += label.parent().attribute(AttributeName::Backrefs);
        m_body += "\">";
    }
    return into();
}

/// The end of a footnote's label, with the links to its references where there are several.
void HtmlWriter::writeBackrefs(NodeRef note)
{
    const bool isOne = hasOneBackref(note);
    raw(isOne ? "</a><span class=\"fn-bracket\">]</span></span>\n" : "<span class=\"fn-bracket\">]</span></span>\n");
    if (isOne || !note.hasAttribute(AttributeName::Backrefs))
        return;
    std::size_t number = 0;
    for (const std::string_view backref : note.items(AttributeName::Backrefs)) {
        m_body += number++ == 0 ? "<span class=\"backrefs\">(" : ",";
        m_body += "<a role=\"doc-backlink\" href=\"#";
        m_body += backref;
        m_body += "\">";
        m_body += std::to_string(number);
        m_body += "</a>";
    }
    raw(")</span>\n");
}

Walk HtmlWriter::visitFootnoteReference(NodeRef reference)
{
    const std::string target = '#' + std::string(reference.attribute(AttributeName::Refid));
    tag("a", reference)
        .classesFirst("brackets")
        .attribute("href", target)
        .attribute("role", "doc-noteref")
        .write("<span class=\"fn-bracket\">[</span>");
    return into("<span class=\"fn-bracket\">]</span></a>");
}

Walk HtmlWriter::visitCitationReference(NodeRef reference)
{
    const std::string target = '#' + std::string(reference.attribute(AttributeName::Refid));
    tag("a", reference)
        .classesFirst("citation-reference")
        .attribute("href", target)
        .attribute("role", "doc-biblioref")
        .write("[");
    return into("]</a>");
}

Walk HtmlWriter::visitProblematic(NodeRef problematic)
{
    const bool hasMessage = problematic.hasAttribute(AttributeName::Refid);
    if (hasMessage) {
        m_body += "<a href=\"#";
        m_body += problematic.attribute(AttributeName::Refid);
        m_body += "\">";
    }
    tag("span", problematic).classesLast("problematic").write();
    return into(hasMessage ? "</span></a>" : "</span>");
}

Walk HtmlWriter::visitSystemMessage(NodeRef message)
{
    tag("aside", message).classesLast("system-message").write("\n");
    m_body += "<p class=\"system-message-title\">System Message: ";
    m_body += message.attribute(AttributeName::Type);
    m_body += '/';
    m_body += message.attribute(AttributeName::Level);
    m_body += " (<span class=\"docutils literal\">";
    text(message.attribute(AttributeName::Source));
    m_body += "</span>";
    if (message.hasAttribute(AttributeName::Line)) {
        m_body += ", line ";
        m_body += message.attribute(AttributeName::Line);
    }
    m_body += ')';
    const bool isOne = hasOneBackref(message);
    std::size_t number = 0;
    for (const std::string_view backref : message.items(AttributeName::Backrefs)) {
        if (number++ != 0)
            m_body += ", ";
        else
            m_body += isOne ? "; <em>" : "; <em>backlinks: ";
        m_body += "<a href=\"#";
        m_body += backref;
        m_body += "\">";
        m_body += isOne ? "backlink" : std::to_string(number);
        m_body += "</a>";
    }
    m_body += number != 0 ? "</em></p>\n" : "</p>\n";
    return intoTag("aside", "\n");
}

// What the writer itself has to say.

void HtmlWriter::warn(NodeRef node, std::string message)
{
    NodeRef place = node;
    while (place && place.line() == 0)
        place = place.parent();
    m_messages.push_back({.text = std::move(message), .line = place ? place.line() : 0});
}

void HtmlWriter::reportMessages(NodeRef block)
{
    if (m_messages.empty() || block.parent().is(NodeKind::SystemMessage) || block.parent().is(NodeKind::Entry))
        return;
    for (const Message &message : m_messages) {
        m_body += "<aside class=\"system-message\">\n<p class=\"system-message-title\">System Message: WARNING/2 "
                  "(<span class=\"docutils literal\">";
        text(m_document[Document::root()].attribute(AttributeName::Source));
        m_body += "</span>";
        if (message.line != 0)
            m_body += ", line " + std::to_string(message.line);
        m_body += ")</p>\n<p>";
        text(message.text);
        m_body += "</p>\n</aside>\n";
    }
    m_messages.clear();
}

} // namespace rst
